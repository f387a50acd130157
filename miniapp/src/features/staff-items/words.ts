import { addWords } from '../../locales';
import zh from '../../locales/zh/items-staff.json';

/** The words about how questions have worked come with the parts that show them. */
addWords('items', { zh, en: () => import('../../locales/en/items-staff.json') });
