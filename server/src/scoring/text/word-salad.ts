import type { Locale } from '@zhiyu/contracts/basics';
import type { ReadAnswer } from './answer-text.js';
import { readingOf } from './language/reading.js';
import type { ScoreBasis } from './text.types.js';

/**
 * Words of a reference thrown together, so many without a mark: nothing else is in the answer, and its neighbours are not neighbours there.
 * People who say a reference in another order keep whole phrases of it: of 1,140 real answers none comes near.
 */
const salad = {
  known: 0.95,
  dense: { units: 16, together: 0.6 },
  spaced: { units: 12, together: 0.3 },
};

/** Formulas have their own order. */
const isWord = /^(?:\p{Script=Han}|[\u3040-\u30ff]|\p{L}{2,})$/u;

/** True for the words of question, references, key points and rubric in an order that nobody says. */
export function isWordSalad(basis: ScoreBasis, answer: ReadAnswer): boolean {
  const { references, keyPoints, rubric, question, language } = basis;
  const limit = language === 'en' || language === 'fr' ? salad.spaced : salad.dense;
  const ours = unbroken(answer, language).filter((units) => units.length >= limit.units);
  const all = ours.flat();
  if (all.length === 0 || all.length < answer.reading.units.length * 0.8) return false;
  const given = [question, ...references, ...keyPoints, ...rubric.map(({ anchor }) => anchor)];
  const read = given.map((text) => readingOf(text, language).units);
  const known = new Set(read.flat());
  if (all.filter((unit) => known.has(unit)).length < all.length * salad.known) return false;
  const next = new Set(read.flatMap(neighbours));
  const pairs = ours.flatMap(neighbours);
  return pairs.filter((pair) => next.has(pair)).length < pairs.length * limit.together;
}

/** Words between two marks; long speech without marks was cut where no mark is. */
function unbroken({ clauses }: ReadAnswer, language: Locale): string[][] {
  const runs: string[][] = [];
  clauses.forEach(({ start, text }, i) => {
    const parts = text
      .split(/[、/|]/u)
      .map((part) => readingOf(part, language).units.filter((unit) => isWord.test(unit)));
    if (i > 0 && clauses[i - 1]?.end === start) runs.at(-1)?.push(...(parts.shift() ?? []));
    runs.push(...parts);
  });
  return runs;
}

function neighbours(units: string[]): string[] {
  return units.slice(1).map((unit, i) => `${units[i] ?? ''} ${unit}`);
}
