import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as frenchStem } from '@orama/stemmers/french';
import type { Locale } from '@zhiyu/contracts/basics';
import { normalise, piecesOf } from '../../engine/normalise.js';
import { visible } from '../hidden.js';
import { onePhraseEach, oneStemEach } from './everyday-english.js';
import { japaneseWords } from './japanese.js';
import { oneWordEach } from './synonyms.js';
import { chineseWords } from './terms.js';
import { simplified } from './traditional.js';

/** A text as it is compared: nothing of it can be shown to people. */
export interface Reading {
  norm: string;
  /** Characters, stems and numbers in order. */
  units: string[];
  /** Neighbouring units; articles and the like are passed over in English and French. */
  pairs: string[];
  /** Words in order: segmented, in dictionary form, or stems. */
  words: string[];
}

/** In which language a text is read, and whether everyday words are read as formal ones. */
export interface Reader {
  language: Locale;
  broad: boolean;
  /** Short answers: words that only lend a fact its form weigh less. */
  short?: boolean;
}

const littleUnits =
  /^(?:[的了是在和与或及而则就也都还又很为有个一这那其此并且但若如从对把被将于以之等吗呢吧啊们地得着]|[はがをにでとのもへやかねよ])$/u;
const littleLatin = new Set(
  (
    'a an the of to in on at for with by from and or but is are was were be been it its this that as so i we you he she they my our your ' +
    'le la les un une des du de et ou mais est sont dans sur pour avec par que qui ce cette il elle nous je se sa son au aux en'
  ).split(' '),
);

/** How much a unit or word weighs by its form: little words hardly, single characters half. */
export function formWeight(word: string): number {
  if (isLittle(word)) return 0.1;
  return word.length > 1 || !/\p{Script=Han}/u.test(word) ? 1 : 0.5;
}

/** Characters of content weigh as much as words. */
export function unitWeight(unit: string): number {
  return isLittle(unit) ? 0.1 : 1;
}

/** True for a word or unit that only holds sentences together. */
export function isLittle(unit: string): boolean {
  return littleUnits.test(unit) || littleLatin.has(unit);
}

/** A text without what nobody sees, normalised; Chinese in simplified characters. */
export function plainOf(text: string, language: Locale): string {
  const seen = visible(text);
  return normalise(language === 'zh' ? simplified(seen) : seen);
}

/**
 * Reads a text for comparing; the same text gives the same reading on every machine.
 * @param broad everyday words for formal ones too: for short answers, not for the interview's engine
 */
export function readingOf(text: string, language: Locale, broad = false): Reading {
  const plain = plainOf(text, language);
  const norm = normOf(plain, language, broad);
  const stem = stemOf(language, broad);
  const units = piecesOf(norm).map((unit) => (/^[a-zà-ÿ]/u.test(unit) ? stem(unit) : unit));
  const spaced = language === 'en' || language === 'fr';
  const telling = spaced ? units.filter((unit) => !littleLatin.has(unit)) : units;
  return { norm, units, pairs: pairsOf(telling), words: wordsOf(norm, units, language) };
}

/** Neighbours; a single unit stands for itself. */
function pairsOf(units: string[]): string[] {
  if (units.length === 1) return units;
  return units.slice(1).map((unit, i) => `${units[i] ?? ''} ${unit}`);
}

function wordsOf(norm: string, units: string[], language: Locale): string[] {
  if (language === 'zh') return chineseWords(norm);
  if (language === 'ja') return japaneseWords(norm);
  return units;
}

function normOf(plain: string, language: Locale, broad: boolean): string {
  if (language === 'zh') return oneWordEach(plain, broad);
  return language === 'en' && broad ? onePhraseEach(plain) : plain;
}

function stemOf(language: Locale, broad: boolean): (word: string) => string {
  if (language === 'en') {
    const stem = (word: string): string => englishStem(word.replace(/['’]s$/u, ''));
    return broad ? (word) => oneStemEach(stem(word)) : stem;
  }
  if (language === 'fr') return (word) => frenchStem(word.replace(/^[a-z]{1,2}['’]/u, ''));
  return (word) => word;
}
