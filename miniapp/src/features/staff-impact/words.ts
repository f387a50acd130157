import { i18n } from '../../locales';
import en from '../../locales/en/impact.json';
import zh from '../../locales/zh/impact.json';

/** Words of the impact table, which comes with its page. */
i18n.addResourceBundle('zh', 'impact', zh);
i18n.addResourceBundle('en', 'impact', en);
