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

/** A negation on one side is the same one as on the other side within so many steps. */
const near = 4;

/**
 * True where a clause says a point the other way round: an opposite word, another number, or a negation on one side
 * only, within what otherwise lines up. 不一定有序 and 可以无序 have one negation each.
 * @param conditional one of the two states a condition: a negation in it denies nothing
 */
export function contradicts(point: string[], said: string[], conditional = false): boolean {
  const { steps, same } = align(point, said);
  if (same < point.length * enough || same < 2) return false;
  return (
    steps.some((step) => turned(step, point, said)) ||
    (!conditional && oddNegation(steps, point, said))
  );
}

/** Words of a point that come near to denying: 很少需要 and 不需要 agree. */
const seldom = new Set(['少', '仅', '只', 'rare', 'seldom', 'hard']);
/** Between two things that are the same either way round. */
const both = new Set(['和', '与', '跟', '同', '及', '或', 'and', 'or', 'et', 'ou']);

function turned(step: Step, point: string[], said: string[]): boolean {
  const a = point[step.point];
  const b = said[step.said];
  // Words of being and not being are negations, which oddNegation counts.
  if (a === undefined || b === undefined || isNegator(a) || isNegator(b)) return false;
  if (areOtherNumbers(a, b)) return counts(step.point, point) && said[step.said - 1] !== '第';
  // 进队和出队相同 is 出队和进队相同, and 大于或小于 has both.
  return areOpposite(a, b) && !(said.includes(a) && [...both].some((word) => said.includes(word)));
}

/** Negations that stand on one side only, by step of the alignment. */
function alone(steps: Step[], on: (step: Step) => string, other: (step: Step) => string): number[] {
  return steps.flatMap((step, i) => (isNegator(on(step)) && !isNegator(other(step)) ? [i] : []));
}

/**
 * A negation of one side without one near it on the other: 非标准损耗率. What a clause denies before it lines up may be
 * the point's own negation (不代表一定有序, 不一定有序).
 */
function oddNegation(steps: Step[], point: string[], said: string[]): boolean {
  const inPoint = (step: Step): string => point[step.point] ?? '';
  const inSaid = (step: Step): string => said[step.said] ?? '';
  const ours = alone(steps, inPoint, inSaid);
  const theirs = alone(steps, inSaid, inPoint);
  const left = ours.filter((i) => {
    const pair = theirs.findIndex((j) => Math.abs(i - j) <= near);
    if (pair >= 0) theirs.splice(pair, 1);
    return pair < 0;
  });
  if (theirs.length > 0 && !steps.some((step) => seldom.has(inPoint(step)))) return true;
  const start = steps[0] ?? { point: 0, said: 0 };
  const before = said.slice(Math.max(0, start.said - 2 * near), Math.max(0, start.said));
  const denied = left.length > 0 || endsDenied(point.slice(0, Math.max(0, start.point)));
  return denied ? !before.some(isNegator) : endsDenied(before);
}

function endsDenied(units: string[]): boolean {
  return isNegator(units.at(-1) ?? '');
}

/** S1 and n-1 are names and formulas (formula.ts compares those): only free numbers are facts. */
function counts(at: number, point: string[]): boolean {
  return !/^[a-z]/.test(point[at - 1] ?? '') && !/^[a-z]/.test(point[at + 1] ?? '');
}
