import { addWords } from '../../locales';
import zh from '../../locales/zh/tests-staff.json';

/** The words about written tests come with the parts of the page that show them. */
addWords('tests', { zh, en: () => import('../../locales/en/tests-staff.json') });
