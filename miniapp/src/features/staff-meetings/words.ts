import { addWords } from '../../locales';
import zh from '../../locales/zh/meetings-staff.json';

/** The words about rounds with people come with their page. */
addWords('meetings', { zh, en: () => import('../../locales/en/meetings-staff.json') });
