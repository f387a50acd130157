import { normalise } from '../normalise.js';
import type { Found } from './found.js';

/** From the least to the most that somebody can have meant. */
export type Range = [number, number];

export const numeral = '(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十百]+|半)';
const about = '(?:将近|差不多|大概|大约|快|整整|接近|至少|约)?';

/** 三四年, 快四年, 五年多, 半年, 一年半, 三个月, as a pattern with the groups near, n and u. */
export const durationPattern = `(?<near>${about})(?<n>${numeral})(?<u>年半|年多|来年|多年|个半月|个多月|年|个月)(?<more>多)?`;

/** Two digits in a row without a unit between them are a guess: 三四 is 3 to 4. */
const guess = /^([一二两三四五六七八九])([一二两三四五六七八九])$/u;

/** A spoken number; 三四 gives both. Null for what is no number. */
export function rangeOf(words: string): Range | null {
  if (words === '半') return [0.5, 0.5];
  const pair = guess.exec(words);
  const parts = pair ? [pair[1] ?? '', pair[2] ?? ''] : [words, words];
  const [low = NaN, high = NaN] = parts.map((part) => Number(normalise(part)));
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null;
}

const almost = /将近|快|接近|差不多|大概|大约|约/u;

/** A match of `durationPattern` in years; the longer the time, the wider what 多 and 差不多 may mean. */
export function yearsIn({ group }: Found): Range | null {
  const range = rangeOf(group('n'));
  const unit = group('u');
  if (!range) return null;
  const half = /半$|半月$/u.test(unit) ? 0.5 : 0;
  const low = range[0] + half;
  const high = range[1] + half;
  const over = /[多来]/u.test(unit + group('more')) ? more(high) : 0;
  const under = almost.test(group('near')) ? Math.max(0.7, low * 0.15) : 0;
  const parts = /月/u.test(unit) ? 12 : 1;
  return [(low - under) / parts, (high + over) / parts];
}

/** 三年多 is not four yet, 十多年 not twenty. */
function more(count: number): number {
  return count >= 10 ? 9 : 0.9;
}

const englishNumbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
export const englishNumeral = `(?:\\d+(?:\\.\\d+)?|${englishNumbers.join('|')}|fifteen|twenty|thirty)`;
const larger: Record<string, number> = { fifteen: 15, twenty: 20, thirty: 30 };

export function englishNumber(word: string): number {
  const at = englishNumbers.indexOf(word);
  return at >= 0 ? at + 1 : (larger[word] ?? Number(word));
}

/** True where two ranges are further apart than rounding and memory explain. */
export function apart(a: Range, b: Range, slack: { least: number; share: number }): boolean {
  const gap = Math.max(a[0] - b[1], b[0] - a[1]);
  return gap > Math.max(slack.least, slack.share * Math.max(a[1], b[1]));
}
