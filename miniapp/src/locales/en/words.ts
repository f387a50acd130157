import arrange from './arrange.json';
import candidate from './candidate.json';
import own from './own.json';
import ui from './ui.json';

export const words = { arrange, candidate, own, ui };
