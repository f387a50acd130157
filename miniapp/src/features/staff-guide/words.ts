import { addWords } from '../../locales';
import zh from '../../locales/zh/help.json';

/** What each page answers and how it is used; it comes with the sheet that shows it. */
addWords('help', { zh, en: () => import('../../locales/en/help.json') });
