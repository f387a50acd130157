import { addWords } from '../../locales';
import zh from '../../locales/zh/mask.json';

/** Words of masked mode. */
addWords('mask', { zh, en: () => import('../../locales/en/mask.json') });
