import { addWords } from '../../locales';
import zh from '../../locales/zh/today.json';

/** Words of the day, which come with the home page. */
addWords('today', { zh, en: () => import('../../locales/en/today.json') });
