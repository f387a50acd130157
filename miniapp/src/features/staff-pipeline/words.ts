import { addWords } from '../../locales';
import zh from '../../locales/zh/pipeline.json';

/** Words of the board and the list, which come with their pages. */
addWords('pipeline', { zh, en: () => import('../../locales/en/pipeline.json') });
