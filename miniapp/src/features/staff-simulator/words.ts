import { addWords } from '../../locales';
import zh from '../../locales/zh/simulation.json';

/** Words of the simulator, which comes with its page. */
addWords('simulation', { zh, en: () => import('../../locales/en/simulation.json') });
