import { addWords } from '../../locales';
import zh from '../../locales/zh/live-staff.json';

/** The words about running interviews come with their page. */
addWords('live', { zh, en: () => import('../../locales/en/live-staff.json') });
