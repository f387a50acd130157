import type { Locale } from '@zhiyu/contracts/basics';
import { en } from './words-en.js';
import { fr } from './words-fr.js';
import { ja } from './words-ja.js';
import type { MotiveWords } from './words.types.js';
import { zh } from './words-zh.js';

export const motiveWords: Record<Locale, MotiveWords> = { zh, en, fr, ja };

/** In the text of a question, in any language: it asks why the candidate wants this work. */
export const asksWhy = /为什么|吸引|看重|\bwhy\b|attract|なぜ|惹|pourquoi|attire/iu;
