import { i18n } from '../../locales';
import en from '../../locales/en/items-staff.json';
import zh from '../../locales/zh/items-staff.json';

/** The words about how questions have worked come with the parts that show them. */
for (const [language, words] of Object.entries({ zh, en })) {
  i18n.addResourceBundle(language, 'items', words, true, false);
}
