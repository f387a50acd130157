import { addWords } from '../../locales';
import zh from '../../locales/zh/alerts-staff.json';

/** The words about alerts and what follows them come with their page. */
addWords('alerts', { zh, en: () => import('../../locales/en/alerts-staff.json') });
