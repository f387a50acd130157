import { i18n } from '../../locales';
import en from '../../locales/en/meetings-staff.json';
import zh from '../../locales/zh/meetings-staff.json';

/** The words about rounds with people come with their page. */
for (const [language, words] of Object.entries({ zh, en })) {
  i18n.addResourceBundle(language, 'meetings', words, true, false);
}
