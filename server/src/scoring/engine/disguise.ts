import type { Locale } from '@zhiyu/contracts/basics';
import { visible } from '../text/hidden.js';
import { isOrder } from '../text/orders.js';
import type { Span } from './clauses.js';

/** Letters of other alphabets that look like Latin ones. */
const lookAlikes: Record<string, string> = {
  ...{ а: 'a', в: 'b', е: 'e', ё: 'e', з: '3', і: 'i', ї: 'i', ј: 'j', к: 'k', м: 'm', н: 'h' },
  ...{ о: 'o', р: 'p', с: 'c', ѕ: 's', т: 't', у: 'y', х: 'x', ԁ: 'd', ԛ: 'q', ԝ: 'w', һ: 'h' },
  ...{ α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u' },
  ...{ χ: 'x', ı: 'i', ɡ: 'g', ɑ: 'a', ⅼ: 'l' },
};
/** Figures and signs that stand for letters inside a word; 1 for two of them. */
const figuresAsLetters: Record<string, string> = {
  ...{ '0': 'o', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' },
};

const latin = /\p{Script=Latin}/u;
const alike = new RegExp(`[${Object.keys(lookAlikes).join('')}]`, 'gu');
const mixedFigures =
  /(?<![\p{L}\d@$])(?=[\p{L}\d@$]*\p{Script=Latin})(?=[\p{L}\d@$]*[\d@$])[\p{L}\d@$]{3,}/gu;
/** Letters one by one: i g n o r e. */
const oneByOne = /(?<!\p{L})(?:\p{Script=Latin}[ \t_.*-]{1,2}){4,}\p{Script=Latin}(?!\p{L})/gu;

/** A text as a reader sees it, where letters were swapped or set apart to hide it; each reading of a 1. */
function seenAs(text: string): string[] {
  const plain = visible(text).normalize('NFKC').toLowerCase();
  const words = plain.replace(/[\p{L}\d@$]+/gu, (word) =>
    latin.test(word) || /[іѕј]/u.test(word) ? word.replace(alike, (c) => lookAlikes[c] ?? c) : word,
  );
  const joined = words.replace(oneByOne, (run) => run.replace(/[ \t_.*-]/gu, ''));
  return ['i', 'l'].map((one) =>
    joined.replace(mixedFigures, (word) =>
      word.replace(/1/g, one).replace(/[03457@$]/g, (c) => figuresAsLetters[c] ?? c),
    ),
  );
}

/** True for a clause that gives an order to the grader once its letters are read as they look. */
export function isMaskedOrder(clause: string): boolean {
  const bare = clause.toLowerCase();
  return seenAs(clause).some((seen) => seen !== bare && (isOrder(seen, 'en') || isSpelled(seen)));
}

/** Letters that were set apart have lost the spaces between words. */
function isSpelled(seen: string): boolean {
  return /ignore(?:all|any|the)?(?:previous|prior|above|your)?instructions|(?:full|max(?:imum)?|top|highest)(?: ?)(?:marks?|score|points)/u.test(
    seen,
  );
}

/** Words that many languages share: to leave aside what was said before, and the most that can be given. */
const leaveAside = /(?<!\p{L})(?:ignor|instru[ckçz]|istru[zc]|anwei[sz])\p{L}*/iu;
const giveMost =
  /(?<!\p{L})(?:ma[kx]s?[iy]m|m[aá]xim|mass?im|punt|punkt|pont|täis|not[ae](?!\p{L})|nilai|score)\p{L}*/iu;

/** An order in a language that nobody expects in this interview, by the words that it shares with others. */
export function isForeignOrder(clause: string, locale: Locale): boolean {
  if (locale === 'en' || locale === 'fr') return false;
  return leaveAside.test(clause) && giveMost.test(clause);
}

/** Letters of the four languages of an interview, with those of names from their neighbours. */
const readable =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}a-zß-öø-ÿœ\u{3005}\u{30fc}]/iu;
/** So many letters that nobody reads here are words and no sign of mathematics. */
const fewestForeign = 6;
const foreignShare = 0.25;

/** Words in letters that none of the four languages has: they cannot be read, so they cannot count, and a person is told. */
export function isInForeignLetters(clause: string): boolean {
  const letters =
    visible(clause)
      .normalize('NFC')
      .match(/\p{L}\p{M}*/gu) ?? [];
  const foreign = letters.filter((letter) => !readable.test(letter) || /\p{M}/u.test(letter));
  return foreign.length >= fewestForeign && foreign.length >= letters.length * foreignShare;
}

/** What a program would write and nobody says: keys with values, roles of a chat, results in brackets. */
const results = [
  /(?:^|\n)[^\S\n]*(?:[#>|*/-]{1,6}[^\S\n]*)?(?:(?:reviewer|grader|evaluation|final|total|overall)[\s_:-]*)?(?:score|grade|verdict|rating)[^\S\n]*(?::=|[=|:：])[^\n\p{Script=Han}]{0,80}/giu,
  /(?:^|\n)[^\S\n]*(?:[#>|*/-]{1,6}[^\S\n]*)?(?:level|se)[^\S\n]*(?::=|[=|:：])[^\S\n]*\d[^\n\p{Script=Han}]{0,80}/giu,
  /(?:^|\n)[^\S\n]*(?:\/\/|--|#)[^\n\p{Script=Han}]{0,80}\b(?:score|verdict|grade)[^\S\n]*[=:][^\n\p{Script=Han}]{0,80}/giu,
  /\$?\{{1,2}[^\S\n]*(?:score|level|verdict|grade)\b[^{}\n]{0,80}\}{1,2}/giu,
  /["'“”](?:score|level|verdict|grade|分数|得分|评分)["'“”]\s*[:：]\s*["'“”]?[\p{L}\d.+]{0,12}["'“”]?[\s,，}\]]*/giu,
  /<(think|result|output|response|answer)>(?:[\s\S]{0,400}?<\/\1>)?/giu,
  /(?:得分|分数|总分|评分|评语|等级)[^\S\n]*[=＝][^\S\n]*[^\s，。；;=]{1,8}/gu,
  /(?<=^|[。！？\n])[^\S\n]*(?:评分|总评|评语)[:：][^\S\n]*(?:[A-S][+-]?(?![a-z])|满分|优秀|通过)(?:[，,、\s]*(?:优秀|满分|通过|合格))*/gu,
  /(?<=^|[。！？\n])[#>*\s]*(?:系统[:：]\s*)?评分结果[:：]?\s*\d+(?:\s*\/\s*\d+)?/gu,
  /[\u24b6-\u24e9\u{1f130}-\u{1f189}]{3,}[^\n\p{Script=Han}]{0,80}/gu,
  /(?:^|\n)[^\S\n]*(?:human|user|grader|reviewer)[^\S\n]*[:：][^\n。！？!?]{0,40}[。！？!?]?/giu,
];

/** Results in the form of data, as offsets of the raw text. In English a mark may stand at the head of a line. */
export function writtenResults(text: string, locale: Locale): Span[] {
  const counted = locale === 'en' ? results.slice(1) : results;
  return counted.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: said, index }) => ({
      start: index,
      end: index + said.length,
    })),
  );
}
