import { addWords } from '../../locales';
import zh from '../../locales/zh/pool.json';

/** Words of the talent pool. */
addWords('pool', { zh, en: () => import('../../locales/en/pool.json') });
