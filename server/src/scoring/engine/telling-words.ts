import type { Locale } from '@zhiyu/contracts/basics';
import { isLittle, readingOf } from '../text/language/reading.js';
import { generalWords } from './general-words.js';
import { contentWords } from './words.js';

/** Words that any talk of work has, in the languages whose vocabulary is not weighed by relevance.ts. */
const general: Record<Exclude<Locale, 'zh'>, string> = {
  en: 'did done do does make made get got go went come came say said tell told thing things time way work working have had been would could should people person very just only first then next because also more much',
  fr:
    'faire fait fais être été avoir avait ai as a ont dire dit aller vais va voir vu chose choses fois temps travail travailler tout tous toute ' +
    'plus moins très bien alors comme quand si ne pas lui leur me mon ma mes te ton y on donc ça cela cet même autre aussi après avant parce ' +
    'encore était étais suis peut peux devoir doit dois mettre mis prendre pris demander personne gens jour',
  ja: 'する いる ある なる やる こと もの ため よう の 人 時 とき 私 僕 自分 それ これ その この そこ できる 言う 思う 話 話す 仕事 ところ 方 さん 様 後 前 中 的 ない くる いく 行く 来る 何 どう いう 等 もらう くれる しまう みる',
};

const known = new Map<Locale, ReadonlySet<string>>();

function generalIn(locale: Exclude<Locale, 'zh'>): ReadonlySet<string> {
  const before = known.get(locale);
  if (before) return before;
  const listed = general[locale].split(' ');
  const made = new Set([...listed, ...listed.flatMap((word) => formsOf(word, locale))]);
  known.set(locale, made);
  return made;
}

/** Dictionary forms of a Japanese text, stems of an English or French one. */
function formsOf(text: string, locale: Exclude<Locale, 'zh'>): string[] {
  const { words, units } = readingOf(text, locale);
  return locale === 'ja' ? words : units;
}

/**
 * The words of a text that say something, in the form they are compared in: segmented in Chinese, of the dictionary in
 * Japanese, stems in English and French. Words of any talk of work are left out.
 */
export function tellingWords(text: string, locale: Locale): string[] {
  if (locale === 'zh') {
    return contentWords(readingOf(text, 'zh').norm).filter((word) => !generalWords.has(word));
  }
  const common = generalIn(locale);
  const shortest = locale === 'ja' ? 1 : 3;
  return formsOf(text, locale).filter(
    (word) =>
      !common.has(word) &&
      !isLittle(word) &&
      word.length >= shortest &&
      !/^\p{N}+$/u.test(word) &&
      !isKana(word),
  );
}

/** One or two syllables hold a Japanese sentence together. */
function isKana(word: string): boolean {
  return /^[\p{Script=Hiragana}ー]{1,2}$/u.test(word);
}
