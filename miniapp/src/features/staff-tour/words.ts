import { addWords } from '../../locales';
import zh from '../../locales/zh/tour.json';

/** Words of the guided tour. */
addWords('tour', { zh, en: () => import('../../locales/en/tour.json') });
