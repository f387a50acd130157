import { addWords } from '../../locales';
import zh from '../../locales/zh/impact.json';

/** Words of the impact table, which comes with its page. */
addWords('impact', { zh, en: () => import('../../locales/en/impact.json') });
