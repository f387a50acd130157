import { i18n } from '../../locales';
import en from '../../locales/en/test.json';
import fr from '../../locales/fr/test.json';
import ja from '../../locales/ja/test.json';
import zh from '../../locales/zh/test.json';

/** The words of written tests come with their own chunk: who has no test does not load them. */
for (const [language, words] of Object.entries({ zh, en, ja, fr })) {
  i18n.addResourceBundle(language, 'test', words, true, false);
}
