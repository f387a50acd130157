import type { Locale } from '@zhiyu/contracts/basics';
import { plainOf } from './language/reading.js';

/** An amount that was said: 半年 and 6个月 are one. */
export interface Quantity {
  /** As it was said, and in the first of its measures (months for years). */
  number: number;
  value: number;
  /** What is counted or measured; empty where only a number stands. */
  of: string;
  /** Where its number begins and where all of it ends in the normalised text. */
  start: number;
  end: number;
}

/** Words of measure, each with what it measures and how much of that it is. Longer words first where one begins another. */
const measures: [words: string, of: string, times: number][] = [
  ['个月 月', 'month', 1],
  ['周岁 岁', 'age', 1],
  ['周年 年', 'month', 12],
  ['星期 礼拜 周', 'day', 7],
  ['天 日', 'day', 1],
  ['小时 钟头', 'minute', 60],
  ['分钟', 'minute', 1],
  ['秒钟 秒', 'minute', 1 / 60],
  ['公里 千米 km', 'metre', 1000],
  ['毫米汞柱 mmhg', 'pressure', 1],
  ['厘米 公分 cm', 'metre', 0.01],
  ['毫米 mm', 'metre', 0.001],
  ['米', 'metre', 1],
  ['公斤 千克 kg', 'gram', 1000],
  ['毫克 mg', 'gram', 0.001],
  ['斤', 'gram', 500],
  ['吨', 'gram', 1e6],
  ['克', 'gram', 1],
  ['毫升 ml', 'litre', 0.001],
  ['升', 'litre', 1],
  ['千伏 kv', 'volt', 1000],
  ['伏特 伏 v(?![a-z])', 'volt', 1],
  ['千瓦 kw', 'watt', 1000],
  ['瓦特 瓦', 'watt', 1],
  ['安培', 'ampere', 1],
  ['摄氏度 °c 度', 'degree', 1],
  ['元 块钱 块', 'money', 1],
  ['% 个百分点', 'percent', 1],
  ['成(?!功|本|员|为|立|果|长|绩|分|熟|就)', 'percent', 10],
  ['倍', 'times', 1],
  ['次 回 遍', 'turn', 1],
  ['人 名(?=[员学职工])', 'person', 1],
];

const known = measures.flatMap(([words, of, times]) =>
  words.split(' ').map((word) => ({ shape: new RegExp(`^(?:${word})`, 'u'), of, times })),
);
const numbers = /(?<![\d.a-z])(?:\d+(?:\.\d+)?|半)/gu;
const half = /^半(?=年|天|小时|个?月|公斤|斤|米|升)/u;

/** 千 is a number before 人 and a part of the measure in 千米. */
const thousands: [RegExp, string][] = [
  [/千米/gu, '公里'],
  [/千克/gu, '公斤'],
  [/千瓦/gu, 'kw'],
  [/千伏/gu, 'kv'],
];

/** A text with its numbers as digits, for reading amounts. */
export function withDigits(text: string, language: Locale): string {
  return plainOf(
    thousands.reduce((one, [from, to]) => one.replace(from, to), text),
    language,
  );
}

/** Amounts in a normalised text, in order; a bare half and the article in 一个人 are none. */
export function quantitiesOf(norm: string): Quantity[] {
  return [...norm.matchAll(numbers)].flatMap(({ 0: text, index }) => {
    const isHalf = text === '半';
    if (isHalf && !half.test(norm.slice(index))) return [];
    const { of, times, length } = measureOf(norm.slice(index + text.length));
    const number = isHalf ? 0.5 : Number(text);
    const value = Number((number * times).toPrecision(9));
    return [{ number, value, of, start: index, end: index + text.length + length }];
  });
}

/** The measure that a text begins with, and how long it is. */
function measureOf(text: string): { of: string; times: number; length: number } {
  const after = text.trimStart();
  const measure = known.find(({ shape }) => shape.test(after));
  const word = measure?.shape.exec(after)?.[0] ?? '';
  if (!measure) return { of: '', times: 1, length: 0 };
  return { of: measure.of, times: measure.times, length: text.length - after.length + word.length };
}

/** Where a number is said to be about so much, so much off is the same, as a share of it. */
const about = 0.05;

/** The same amount, or about the same, of the same thing, or one of them without saying of what. */
export function isSame(a: Quantity, b: Quantity, roughly = false): boolean {
  const bare = a.of === '' || b.of === '';
  const [one, other] = bare ? [a.number, b.number] : [a.value, b.value];
  const off = roughly ? Math.abs(one) * about : 0;
  return (bare || a.of === b.of) && Math.abs(one - other) <= off;
}
