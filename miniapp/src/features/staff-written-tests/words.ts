import { i18n } from '../../locales';
import en from '../../locales/en/tests-staff.json';
import zh from '../../locales/zh/tests-staff.json';

/** The words about written tests come with the parts of the page that show them. */
for (const [language, words] of Object.entries({ zh, en })) {
  i18n.addResourceBundle(language, 'tests', words, true, false);
}
