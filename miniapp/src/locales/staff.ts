import { i18n } from './index';
import enStaff from './en/staff.json';
import zhStaff from './zh/staff.json';

/** Words of the staff's pages, which bring them along: a candidate's first page does not wait for them. */
i18n.addResourceBundle('zh', 'staff', zhStaff);
i18n.addResourceBundle('en', 'staff', enStaff);
