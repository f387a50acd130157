import { i18n } from '../../locales';
import en from '../../locales/en/today.json';
import zh from '../../locales/zh/today.json';

/** Words of the day, which come with the home page. */
i18n.addResourceBundle('zh', 'today', zh);
i18n.addResourceBundle('en', 'today', en);
