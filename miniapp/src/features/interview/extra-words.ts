import en from '../../locales/en/guide.json';
import fr from '../../locales/fr/guide.json';
import ja from '../../locales/ja/guide.json';
import zh from '../../locales/zh/guide.json';
import { i18n } from '../../locales';

/** Words of the parts that come after the first paint; the dictionary grows when their chunk is there. */
for (const [locale, words] of Object.entries({ zh, en, ja, fr })) {
  i18n.addResourceBundle(locale, 'guide', words);
}
