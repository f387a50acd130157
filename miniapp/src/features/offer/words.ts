import { i18n } from '../../locales';
import en from '../../locales/en/offer.json';
import fr from '../../locales/fr/offer.json';
import ja from '../../locales/ja/offer.json';
import zh from '../../locales/zh/offer.json';

/** The words of an offer come with their own chunk: who has none does not load them. */
for (const [language, words] of Object.entries({ zh, en, ja, fr })) {
  i18n.addResourceBundle(language, 'offer', words, true, false);
}
