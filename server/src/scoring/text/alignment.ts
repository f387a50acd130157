import { areOpposite, areOtherNumbers, isNegator } from './opposites.js';

/** One step of a local alignment; -1 where a side has no unit. */
interface Step {
  point: number;
  said: number;
}

interface Aligned {
  steps: Step[];
  /** Equal units. */
  same: number;
}

/** Longer texts are cut: no key point and no clause is that long. */
const longest = 400;
const gain = { same: 4, opposite: 1, other: -2, gap: -1 };

function worth(a: string, b: string): number {
  if (a === b) return gain.same;
  return areOpposite(a, b) || areOtherNumbers(a, b) ? gain.opposite : gain.other;
}

/** Scores of all pairs of beginnings, and where the best alignment ends. */
interface Table {
  scores: Int32Array;
  width: number;
  best: number;
}

/**
 * Best local alignment (Smith and Waterman 1981) of a key point with a clause, by units. Opposites and other
 * numbers may stand against each other, so that 出货量较少 lines up with 出货量较多.
 */
function align(point: string[], said: string[]): Aligned {
  return walkBack(point, said, fill(point.slice(0, longest), said.slice(0, longest)));
}

function fill(point: string[], said: string[]): Table {
  const width = said.length + 1;
  const scores = new Int32Array((point.length + 1) * width);
  const at = (index: number): number => scores[index] ?? 0;
  let best = 0;
  point.forEach((a, i) => {
    said.forEach((b, j) => {
      const here = (i + 1) * width + j + 1;
      const gap = Math.max(at(here - width), at(here - 1)) + gain.gap;
      scores[here] = Math.max(0, at(here - width - 1) + worth(a, b), gap);
      if (at(here) > at(best)) best = here;
    });
  });
  return { scores, width, best };
}

function walkBack(point: string[], said: string[], { scores, width, best }: Table): Aligned {
  const steps: Step[] = [];
  let same = 0;
  const value = (index: number): number => scores[index] ?? 0;
  for (let at = best; value(at) > 0;) {
    const i = Math.floor(at / width) - 1;
    const j = (at % width) - 1;
    const [a = '', b = ''] = [point[i], said[j]];
    if (value(at) === value(at - width - 1) + worth(a, b)) {
      steps.push({ point: i, said: j });
      same += a === b ? 1 : 0;
      at -= width + 1;
    } else if (value(at) === value(at - width) + gain.gap) {
      steps.push({ point: i, said: -1 });
      at -= width;
    } else {
      steps.push({ point: -1, said: j });
      at -= 1;
    }
  }
  return { steps: steps.reverse(), same };
}

/** So much of a point must line up before a difference is called a contradiction, 0-1. */
const enough = 0.5;

/**
 * True where a clause says a point the other way round: an opposite word, another number, or a negation on one side
 * only, within what otherwise lines up.
 */
export function contradicts(point: string[], said: string[]): boolean {
  const { steps, same } = align(point, said);
  const first = steps[0];
  if (!first || same < point.length * enough || same < 2) return false;
  return steps.some((step) => turned(step, point, said)) || deniedBefore(first, point, said);
}

function turned(step: Step, point: string[], said: string[]): boolean {
  const a = point[step.point];
  const b = said[step.said];
  if (a === undefined) return b !== undefined && isNegator(b);
  if (b === undefined) return isNegator(a);
  if (isNegator(a) !== isNegator(b)) return true;
  return areOpposite(a, b) || (areOtherNumbers(a, b) && counts(step.point, point));
}

/** S1 and n-1 are names and formulas (formula.ts compares those): only free numbers are facts. */
function counts(at: number, point: string[]): boolean {
  return !/^[a-z]/.test(point[at - 1] ?? '') && !/^[a-z]/.test(point[at + 1] ?? '');
}

/** A negation right before the aligned stretch on one side only: 非标准损耗率. */
function deniedBefore(first: Step, point: string[], said: string[]): boolean {
  const a = isNegator(point[first.point - 1] ?? '');
  const b = isNegator(said[first.said - 1] ?? '');
  return a !== b;
}
