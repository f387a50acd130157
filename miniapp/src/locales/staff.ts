import { i18n } from './index';
import enAssessed from './en/assessed.json';
import enStaff from './en/staff.json';
import zhAssessed from './zh/assessed.json';
import zhStaff from './zh/staff.json';

/** Words of the staff's pages, which bring them along: a candidate's first page does not wait for them. */
i18n.addResourceBundle('zh', 'staff', zhStaff);
i18n.addResourceBundle('en', 'staff', enStaff);
i18n.addResourceBundle('zh', 'assessed', zhAssessed);
i18n.addResourceBundle('en', 'assessed', enAssessed);
