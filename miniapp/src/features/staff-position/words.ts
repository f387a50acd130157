import { addWords } from '../../locales';
import zh from '../../locales/zh/studio.json';

/** Words of versions, of rules that are tried and of grounds, which come with the position's page. */
addWords('studio', { zh, en: () => import('../../locales/en/studio.json') });
