import type { Locale } from '@zhiyu/contracts/basics';
import { formulaKeys } from './formula.js';
import { pairWeights } from './language/light.js';
import { formWeight, readingOf, type Reader, unitWeight } from './language/reading.js';
import { splitKeyPoints, splitReference, type SplitReference } from './points.js';
import { rivalsIn, rivalsOf, type OfSubject, type Rivals } from './rivals.js';
import type { ScoreBasis } from './text.types.js';
import { asksForTruth } from './verdict.js';

/** Things of a reference with what each is worth when found in an answer. */
export interface Weighted {
  of: ReadonlyMap<string, number>;
  total: number;
}

/** One thing that a full answer says. */
export interface KeyPoint extends OfSubject {
  text: string;
  units: string[];
  pairs: Weighted;
  /** Its characters or stems, each once. */
  single: Weighted;
  /** How much single units may say without pairs, 0-1: words much, characters next to nothing. */
  alone: number;
  /** 0-1: a point made of words that all points share is worth less. */
  worth: number;
}

/** A reference, read once for all answers to its question. */
export interface PreparedReference {
  text: string;
  language: Locale;
  /** Units of the question. */
  question: ReadonlySet<string>;
  words: Weighted;
  pairs: Weighted;
  units: Weighted;
  points: KeyPoint[];
  /** What question and reference tell apart. */
  rivals: Rivals;
  /** True where the share of points named is the score. */
  list: boolean;
  /** Formulas that the question does not give already. */
  formulas: ReadonlyMap<string, number>;
}

/** What the question's own words are worth in an answer. */
const askedWeight = { word: 0.2, point: 0.15 };

/** Characters without pairs: any text shares some. */
const aloneDense = 0.1;

/** Up to so many characters a Chinese reference is read as a list of facts. */
const shortReference = 45;

function weigh(things: string[], weightOf: (thing: string) => number): Weighted {
  const of = new Map([...new Set(things)].map((thing) => [thing, weightOf(thing)] as const));
  return { of, total: [...of.values()].reduce((sum, weight) => sum + weight, 0) };
}

/** References and key points of a question. Key points that were given are a list by themselves. */
export function prepareReferences(basis: ScoreBasis, broad: boolean): PreparedReference[] {
  return splitsOf(basis).map(({ text, ...split }) =>
    prepare(basis, text, { ...split, broad, short: true }),
  );
}

interface Split extends SplitReference {
  text: string;
}

function splitsOf({ keyPoints, references }: ScoreBasis): Split[] {
  if (keyPoints.length === 0) {
    return references.map((text) => ({ text, ...splitReference(text) }));
  }
  const { heads, ...split } = splitKeyPoints(keyPoints);
  const before = references.flatMap((reference) => splitReference(reference).heads);
  const text = references[0] ?? keyPoints.join('；');
  return [{ text, ...split, heads: [...heads, ...before] }];
}

/**
 * Whether everyday words may be read as one: not where a list has two of them as two of its points (清扫、清洁).
 */
export function readsBroadly(basis: ScoreBasis): boolean {
  const { language } = basis;
  return splitsOf(basis).every(({ points, list }) => {
    if (!list) return true;
    const shared = [true, false].map((broad) => {
      const counts = countIn(points.map((point) => readingOf(point, language, broad).pairs));
      return [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
    });
    return (shared[0] ?? 0) <= (shared[1] ?? 0);
  });
}

/** What a reference is made of, and how it is read. */
interface Parts extends SplitReference {
  broad: boolean;
  short: boolean;
}

/** Facts as they stand, one point each: none is cut into parts. */
export function prepareFacts(basis: ScoreBasis): PreparedReference {
  const { keyPoints } = basis;
  const parts = { points: keyPoints, heads: [], list: true, broad: false, short: false };
  return prepare(basis, keyPoints.join('；'), parts);
}

function prepare(
  { question, language }: ScoreBasis,
  text: string,
  split: Parts,
): PreparedReference {
  const { broad, short } = split;
  const reader = { language, broad, short };
  const asked = readingOf(question, language, broad);
  const askedWords = new Set(asked.words);
  const askedPairs = new Set(asked.pairs);
  const askedUnits = new Set(asked.units);
  const read = readingOf(text, language, broad);
  const rivals = rivalsOf(question, [text, ...split.points], reader);
  const points = pointsOf(split.points, [...split.heads, question], reader);
  const given = formulaKeys(question);
  const own = [...formulaKeys(text)].filter(([key]) => !given.has(key));
  const known = (set: Set<string>, thing: string): number =>
    set.has(thing) ? askedWeight.word : 1;
  return {
    text,
    language,
    question: askedUnits,
    words: weigh(read.words, (word) => known(askedWords, word) * formWeight(word)),
    pairs: weigh(read.pairs, (pair) => known(askedPairs, pair)),
    units: weigh(read.units, (unit) => known(askedUnits, unit) * unitWeight(unit)),
    points: aboutRivals(points, text, rivals, reader),
    rivals,
    list:
      !calculates(text, given) && !asksForTruth(question) && isList(split, read.units, language),
    formulas: new Map(own),
  };
}

/** 2n says how much; 5S, 4G and 360V are names and measures. */
const named = /(?<![\p{L}\p{N}])\d+[a-z](?![\p{L}\p{N}^(*/+-])/giu;

/** Whether a text says something to calculate that is not given already. */
function calculates(text: string, given: ReadonlyMap<string, number>): boolean {
  const bare = text.replace(named, (name) => (/[ijkmnxyt]$/iu.test(name) ? name : ' '));
  return [...formulaKeys(bare).keys()].some((key) => !given.has(key));
}

/** Says of each point what it is about: what it names, else what the text named last before it. */
function aboutRivals(
  points: KeyPoint[],
  text: string,
  rivals: Rivals,
  { language, broad }: Reader,
): KeyPoint[] {
  if (rivals.length === 0) return points;
  const named = (part: string): Set<string> =>
    rivalsIn(readingOf(part, language, broad).units, rivals);
  let from = 0;
  let last: ReadonlySet<string> = new Set();
  return points.map((point) => {
    const at = text.indexOf(point.text, from);
    const before = named(at < 0 ? '' : text.slice(from, at));
    const own = named(point.text);
    if (at >= 0) from = at + point.text.length;
    last = [own, before].find(({ size }) => size > 0) ?? (at < 0 ? new Set<string>() : last);
    return { ...point, subjects: last, names: own.size > 0 };
  });
}

/**
 * A definition of a line or two: each part of it is a fact to name, as in a list. So it is in Chinese, where it was
 * measured; elsewhere words have more forms, and a definition in other words would name nothing.
 */
function isList({ list, points }: SplitReference, units: string[], language: Locale): boolean {
  return list || (language === 'zh' && points.length <= 4 && units.length <= shortReference);
}

/** Points by pairs of units; what several points, the head or the question share tells little. */
export function pointsOf(texts: string[], heads: string[], reader: Reader): KeyPoint[] {
  const { language, broad, short = false } = reader;
  const headPairs = new Set(heads.flatMap((head) => readingOf(head, language, broad).pairs));
  const read = texts.map((text) => ({ text, ...readingOf(text, language, broad) }));
  const headUnits = new Set(heads.flatMap((head) => readingOf(head, language, broad).units));
  const inPairs = countIn(read.map(({ pairs }) => pairs));
  const alone = language === 'en' || language === 'fr' ? 1 : aloneDense;
  const inUnits = countIn(read.map(({ units }) => units));
  return read
    .map(({ text, units, pairs, norm }) => {
      const form = short && language === 'zh' ? pairWeights({ norm, units }) : none;
      const weighted = weigh(
        pairs,
        (pair) =>
          ((form.get(pair) ?? 1) * (headPairs.has(pair) ? askedWeight.point : 1)) /
          (inPairs.get(pair) ?? 1),
      );
      const single = weigh(
        units,
        (unit) =>
          (unitWeight(unit) * (headUnits.has(unit) ? askedWeight.point : 1)) /
          (inUnits.get(unit) ?? 1),
      );
      const worth = Math.min(1, weighted.total);
      const about = { subjects: new Set<string>(), names: false, sentence: 0 };
      return { text, units, pairs: weighted, single, alone, worth, ...about };
    })
    .filter((point) => point.worth > 0);
}

const none: ReadonlyMap<string, number> = new Map();

/** In how many of the lists each thing is. */
function countIn(lists: string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const thing of lists.flatMap((list) => [...new Set(list)])) {
    counts.set(thing, (counts.get(thing) ?? 0) + 1);
  }
  return counts;
}

/** Share of the weight that is found, 0-1. */
export function coverage(wanted: Weighted, said: ReadonlySet<string>): number {
  if (wanted.total === 0) return 0;
  let found = 0;
  for (const [thing, weight] of wanted.of) if (said.has(thing)) found += weight;
  return found / wanted.total;
}
