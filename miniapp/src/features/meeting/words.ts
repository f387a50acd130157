import { i18n } from '../../locales';
import en from '../../locales/en/meeting.json';
import fr from '../../locales/fr/meeting.json';
import ja from '../../locales/ja/meeting.json';
import zh from '../../locales/zh/meeting.json';

/** The words of the next round come with its own page. */
for (const [language, words] of Object.entries({ zh, en, ja, fr })) {
  i18n.addResourceBundle(language, 'meeting', words, true, false);
}
