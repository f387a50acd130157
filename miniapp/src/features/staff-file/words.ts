import { i18n } from '../../locales';
import en from '../../locales/en/file-staff.json';
import zh from '../../locales/zh/file-staff.json';

/** Words of the candidate file's tabs and of intake beside them. */
i18n.addResourceBundle('zh', 'file', zh);
i18n.addResourceBundle('en', 'file', en);
