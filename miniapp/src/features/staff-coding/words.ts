import { i18n } from '../../locales';
import en from '../../locales/en/coding-staff.json';
import zh from '../../locales/zh/coding-staff.json';

/** The words about programs come with the parts of the page that show them. */
for (const [language, words] of Object.entries({ zh, en })) {
  i18n.addResourceBundle(language, 'codingStaff', words, true, false);
}
