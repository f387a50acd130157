import { addWords } from '../../locales';
import zh from '../../locales/zh/file-staff.json';

/** Words of the candidate file's tabs and of intake beside them. */
addWords('file', { zh, en: () => import('../../locales/en/file-staff.json') });
