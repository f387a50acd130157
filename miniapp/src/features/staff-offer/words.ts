import { addWords } from '../../locales';
import zh from '../../locales/zh/offers-staff.json';

/** Words of offers as the staff writes and approves them. */
addWords('offers', { zh, en: () => import('../../locales/en/offers-staff.json') });
