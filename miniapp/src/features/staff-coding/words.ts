import { addWords } from '../../locales';
import zh from '../../locales/zh/coding-staff.json';

/** The words about programs come with the parts of the page that show them. */
addWords('codingStaff', { zh, en: () => import('../../locales/en/coding-staff.json') });
