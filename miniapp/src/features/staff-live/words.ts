import { i18n } from '../../locales';
import en from '../../locales/en/live-staff.json';
import zh from '../../locales/zh/live-staff.json';

/** The words about running interviews come with their page. */
for (const [language, words] of Object.entries({ zh, en })) {
  i18n.addResourceBundle(language, 'live', words, true, false);
}
