import { addWords } from './index';
import zhAssessed from './zh/assessed.json';
import zhStaff from './zh/staff.json';

/** Words of the staff's pages, which bring them along: a candidate's first page does not wait for them. */
addWords('staff', { zh: zhStaff, en: () => import('./en/staff.json') });
addWords('assessed', { zh: zhAssessed, en: () => import('./en/assessed.json') });
