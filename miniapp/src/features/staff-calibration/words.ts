import { i18n } from '../../locales';
import en from '../../locales/en/calibration.json';
import zh from '../../locales/zh/calibration.json';

/** The words about grading come with the pages that use them. */
for (const [language, words] of Object.entries({ zh, en })) {
  i18n.addResourceBundle(language, 'calibration', words, true, false);
}
