import { addWords } from '../../locales';
import zh from '../../locales/zh/reading.json';

/** Words about how a report is to be read. */
addWords('reading', { zh, en: () => import('../../locales/en/reading.json') });
