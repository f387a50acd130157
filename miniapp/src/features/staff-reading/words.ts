import { i18n } from '../../locales';
import en from '../../locales/en/reading.json';
import zh from '../../locales/zh/reading.json';

/** Words about how a report is to be read. */
i18n.addResourceBundle('zh', 'reading', zh);
i18n.addResourceBundle('en', 'reading', en);
