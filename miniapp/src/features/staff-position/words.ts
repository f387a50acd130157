import { i18n } from '../../locales';
import en from '../../locales/en/studio.json';
import zh from '../../locales/zh/studio.json';

/** Words of versions, of rules that are tried and of grounds, which come with the position's page. */
i18n.addResourceBundle('zh', 'studio', zh);
i18n.addResourceBundle('en', 'studio', en);
