import { addWords } from '../../locales';
import zh from '../../locales/zh/review.json';

/** Words of the review room, which come with it. */
addWords('review', { zh, en: () => import('../../locales/en/review.json') });
