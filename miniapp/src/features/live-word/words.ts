import { i18n } from '../../locales';
import en from '../../locales/en/live.json';
import fr from '../../locales/fr/live.json';
import ja from '../../locales/ja/live.json';
import zh from '../../locales/zh/live.json';

/** What a person of the company says in a running interview comes with its own chunk: most never need it. */
for (const [language, words] of Object.entries({ zh, en, ja, fr })) {
  i18n.addResourceBundle(language, 'liveWord', words, true, false);
}
