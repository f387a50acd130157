import type { AgreementView, Interval, Lesson, Trust } from '@zhiyu/contracts/calibration';
import { wantedGrades } from '@zhiyu/contracts/calibration-limits';
import { intraclass, pearson, weightedKappa } from './agreement.js';

/** The scale that agreement is said on: levels. */
const scale = [1, 5] as const;
const levels = 5;
/** Drawings with replacement for an interval; the same answers give the same drawings. */
const drawings = 400;
/** Under this kappa agreement is not yet substantial (Landis and Koch 1977). */
const substantial = 0.6;

type Measure = (a: readonly number[], b: readonly number[]) => number | null;

const measures = {
  pearson,
  kappa: (a: readonly number[], b: readonly number[]) => weightedKappa(a, b, scale, levels),
  icc: intraclass,
} satisfies Record<string, Measure>;

/** Small, quick and the same on every machine (mulberry32); for drawings only, never for secrets. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Percentile bootstrap (Efron 1979): the middle 95 of 100 values on answers drawn again; null where there is no value. */
function interval(count: number, of: (drawn: readonly number[]) => number | null): Interval | null {
  const all = Array.from({ length: count }, (_, i) => i);
  const value = of(all);
  if (value === null) return null;
  const next = numbers(count);
  const found: number[] = [];
  for (let i = 0; i < drawings; i += 1) {
    const again = of(all.map(() => Math.floor(next() * count)));
    if (again !== null) found.push(again);
  }
  found.sort((a, b) => a - b);
  const at = (share: number): number => found[Math.floor(share * (found.length - 1))] ?? value;
  return { value: two(value), low: two(at(0.025)), high: two(at(0.975)) };
}

const pick = (list: readonly number[], places: readonly number[]): number[] =>
  places.map((place) => list[place] ?? 0);

function level(value: number): number {
  return Math.min(5, Math.max(1, Math.round(value)));
}

/** Agreement of two lists of levels 1-5 of the same answers, with intervals. */
export function agreementView(given: readonly number[], said: readonly number[]): AgreementView {
  const measured = (measure: Measure): Interval | null =>
    interval(given.length, (drawn) => measure(pick(given, drawn), pick(said, drawn)));
  const apart = given.reduce((sum, value, i) => sum + Math.abs(value - (said[i] ?? 0)), 0);
  return {
    pearson: measured(measures.pearson),
    kappa: measured(measures.kappa),
    icc: measured(measures.icc),
    meanError: two(apart / Math.max(1, given.length)),
    same: given.filter((value, i) => level(value) === level(said[i] ?? 0)).length,
  };
}

/**
 * What grades taught, judged on answers it had not learned from. Better means: a smaller mean error and no smaller
 * kappa. How far to trust it: little where the change of kappa could be chance; good from twenty answers and
 * a kappa of .60 on.
 * @param of all in levels 1-5, by answer
 */
export function lessonOf(
  of: { given: number[]; before: number[]; after: number[] },
  engine: string,
): Lesson {
  const { given, before, after } = of;
  const first = agreementView(given, before);
  const then = agreementView(given, after);
  const gain = interval(given.length, (drawn) => {
    const [people, was, is] = [given, before, after].map((list) => pick(list, drawn));
    const old = measures.kappa(people ?? [], was ?? []);
    const now = measures.kappa(people ?? [], is ?? []);
    return old === null || now === null ? null : now - old;
  });
  const improves = then.meanError < first.meanError && (gain === null || gain.value >= 0);
  return {
    answers: given.length,
    engine,
    before: first,
    after: then,
    gain,
    improves,
    trust: trustOf({ answers: given.length, improves, gain, kappa: then.kappa }),
    cells: given.map((value, i) => ({
      given: level(value),
      before: level(before[i] ?? 1),
      after: level(after[i] ?? 1),
    })),
  };
}

function trustOf(of: {
  answers: number;
  improves: boolean;
  gain: Interval | null;
  kappa: Interval | null;
}): Trust {
  if (!of.improves) return 'none';
  if (of.gain === null || of.gain.low <= 0) return 'little';
  return of.answers >= wantedGrades && (of.kappa?.value ?? 0) >= substantial ? 'good' : 'some';
}

function two(value: number): number {
  return Math.round(value * 100) / 100;
}
