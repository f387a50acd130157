import { i18n } from '../../locales';
import en from '../../locales/en/pipeline.json';
import zh from '../../locales/zh/pipeline.json';

/** Words of the board and the list, which come with their pages. */
i18n.addResourceBundle('zh', 'pipeline', zh);
i18n.addResourceBundle('en', 'pipeline', en);
