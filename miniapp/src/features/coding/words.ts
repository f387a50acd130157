import { i18n } from '../../locales';
import en from '../../locales/en/coding.json';
import fr from '../../locales/fr/coding.json';
import ja from '../../locales/ja/coding.json';
import zh from '../../locales/zh/coding.json';

/** The words of programming questions come with their own chunk: other interviews do not load them. */
for (const [language, words] of Object.entries({ zh, en, ja, fr })) {
  i18n.addResourceBundle(language, 'coding', words, true, false);
}
