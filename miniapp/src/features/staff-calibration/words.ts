import { addWords } from '../../locales';
import zh from '../../locales/zh/calibration.json';

/** The words about grading come with the pages that use them. */
addWords('calibration', { zh, en: () => import('../../locales/en/calibration.json') });
