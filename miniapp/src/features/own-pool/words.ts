import { i18n } from '../../locales';
import en from '../../locales/en/pool-own.json';
import fr from '../../locales/fr/pool-own.json';
import ja from '../../locales/ja/pool-own.json';
import zh from '../../locales/zh/pool-own.json';

/** The words of an entry in the talent pool come with it. */
for (const [language, words] of Object.entries({ zh, en, ja, fr })) {
  i18n.addResourceBundle(language, 'poolOwn', words, true, false);
}
