import { i18n } from '../../locales';
import en from '../../locales/en/pool.json';
import zh from '../../locales/zh/pool.json';

/** Words of the talent pool. */
i18n.addResourceBundle('zh', 'pool', zh);
i18n.addResourceBundle('en', 'pool', en);
