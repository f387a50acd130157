import { i18n } from '../../locales';
import en from '../../locales/en/alerts-staff.json';
import zh from '../../locales/zh/alerts-staff.json';

/** The words about alerts and what follows them come with their page. */
for (const [language, words] of Object.entries({ zh, en })) {
  i18n.addResourceBundle(language, 'alerts', words, true, false);
}
