import { i18n } from '../../locales';
import en from '../../locales/en/figures.json';
import zh from '../../locales/zh/figures.json';

/** Words of the figures, which come with their page. */
i18n.addResourceBundle('zh', 'figures', zh);
i18n.addResourceBundle('en', 'figures', en);
