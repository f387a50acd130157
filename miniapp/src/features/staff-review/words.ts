import { i18n } from '../../locales';
import en from '../../locales/en/review.json';
import zh from '../../locales/zh/review.json';

/** Words of the review room, which come with it. */
i18n.addResourceBundle('zh', 'review', zh);
i18n.addResourceBundle('en', 'review', en);
