import { bigramsOf, unitsOf } from './normalise.js';
import { cut, latinWords } from './words.js';

/** Single characters that stand alone in ordinary Chinese speech. */
const commonSingles = new Set(
  '的了我是在有不人这他来个们到说和地也子你就会要对能那得着下过家可去都时看没把后给让小多天里上大好又很先再问做想跟他用年被从为更最等还与或但只才吗呢吧啊嗯月日号次件位元岁分点钱'.split(
    '',
  ),
);
const lorem = new Set(
  'lorem ipsum dolor amet consectetur adipiscing elit sed eiusmod tempor incididunt labore'.split(
    ' ',
  ),
);
/** Neighbouring keys; none of these stands inside an English or French word. */
const keyboardRuns = /asdf|sdfg|fghj|hjkl|qwer|tyui|zxcv|xcvb|vbnm|fdsa|rewq|vcxz/;

/** Below this share of different pairs of characters a text repeats itself, 0-1. */
const repeated = 0.2;
/** Below this share of characters in known words Chinese is random, 0-1 (ordinary speech: over .8). */
const known = 0.5;
/** Over this share of mashed words a Latin text is no language, 0-1. */
const mashed = 0.5;

/**
 * True when a text is no speech: repetition, random characters, keyboard mash, placeholder text,
 * signs only. Needs no word list of the question, so it cannot punish an unexpected answer.
 */
export function isNonsense(text: string): boolean {
  const body = text.replace(/\s/g, '');
  const letters = body.replace(/[^\p{L}\p{N}]/gu, '');
  if (body.length >= 6 && letters.length < body.length * 0.3) return true;
  return repeats(text, letters) || randomChinese(body) || randomLatin(text);
}

/** Pairs of words or characters; pairs of letters where there are too few words to tell. */
function repeats(text: string, letters: string): boolean {
  const pieces = bigramsOf(text.toLowerCase());
  const pairs = pieces.length >= 10 ? pieces : pairsOfLetters(letters.toLowerCase());
  return pairs.length >= 10 && new Set(pairs).size / pairs.length < repeated;
}

function pairsOfLetters(letters: string): string[] {
  return [...letters].slice(1).map((letter, i) => (letters[i] ?? '') + letter);
}

function randomChinese(body: string): boolean {
  const han = body.replace(/[^\p{Script=Han}]/gu, '');
  if (han.length < 10 || han.length < unitsOf(body) * 0.5) return false;
  const words = cut(han, false);
  const fine = words
    .filter((word) => word.length > 1 || commonSingles.has(word) || isTheme(han, word))
    .reduce((sum, word) => sum + word.length, 0);
  return fine / han.length < known;
}

/** A rare character that comes back is what the answer is about (栈), not chance. */
function isTheme(han: string, character: string): boolean {
  return han.split(character).length > 3;
}

function randomLatin(text: string): boolean {
  const words = latinWords(text).filter((word) => word.length > 1);
  const characters = words.join('').length;
  if (words.length === 0 || characters < 8 || words.length < unitsOf(text) * 0.5) return false;
  if (words.filter((word) => lorem.has(word)).length >= Math.max(4, words.length * 0.2))
    return true;
  const mash = words.filter(isMash).reduce((sum, word) => sum + word.length, 0);
  return mash / characters > mashed;
}

/** A word nobody says: no vowel, six consonants in a row, keys side by side, over 24 letters. */
function isMash(word: string): boolean {
  if (word.length > 24) return true;
  if (word.length >= 4 && !/[aeiouyà-ÿ]/u.test(word)) return true;
  if (/[bcdfghjklmnpqrstvwxz]{6}/u.test(word)) return true;
  return keyboardRuns.test(word);
}
