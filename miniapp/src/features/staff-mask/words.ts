import { i18n } from '../../locales';
import en from '../../locales/en/mask.json';
import zh from '../../locales/zh/mask.json';

/** Words of masked mode. */
i18n.addResourceBundle('zh', 'mask', zh);
i18n.addResourceBundle('en', 'mask', en);
