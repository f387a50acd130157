import { i18n } from '../../locales';
import en from '../../locales/en/tour.json';
import zh from '../../locales/zh/tour.json';

/** Words of the guided tour. */
i18n.addResourceBundle('zh', 'tour', zh);
i18n.addResourceBundle('en', 'tour', en);
