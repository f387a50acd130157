import { i18n } from '../../locales';
import en from '../../locales/en/help.json';
import zh from '../../locales/zh/help.json';

/** What each page answers and how it is used; it comes with the sheet that shows it. */
i18n.addResourceBundle('zh', 'help', zh);
i18n.addResourceBundle('en', 'help', en);
