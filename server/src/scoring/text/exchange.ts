import { contradicts } from './alignment.js';
import { isLittle } from './language/reading.js';
import type { OfSubject } from './rivals.js';

/** From this share of a fact's pairs on a clause says the fact, 0-1. */
const says = 0.65;
/** By so much it must fit the wrong subject better than the right one, 0-1. */
const better = 0.2;
/** A name is no longer, in characters or words. */
const longestName = 6;

function contentOf(units: readonly string[]): string[] {
  return units.filter((unit) => !isLittle(unit));
}

/** What is left of a text when the names of its subjects are taken out of it. */
function withoutNames({ units, subjects }: OfSubject): string[] {
  let rest = ` ${contentOf(units).join(' ')} `;
  for (const name of subjects) rest = rest.replaceAll(name, ' | ');
  return rest.split(' ').filter(Boolean);
}

function pairsOf(units: readonly string[]): string[] {
  return units
    .slice(1)
    .map((unit, i) => `${units[i] ?? ''} ${unit}`)
    .filter((pair) => !pair.includes('|'));
}

/** A fact: its pairs with what each tells. */
type Fact = [pair: string, weight: number][];

function shareIn(fact: Fact, units: readonly string[]): number {
  const pairs = new Set(pairsOf(contentOf(units)));
  const all = fact.reduce((sum, [, weight]) => sum + weight, 0);
  const found = fact.reduce((sum, [pair, weight]) => sum + (pairs.has(pair) ? weight : 0), 0);
  return all === 0 ? 0 : found / all;
}

/** True where two texts are about one thing, of several perhaps. */
export function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((one) => b.has(one));
}

/** True where two texts are known to be about different things. */
export function areApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && !meet(a, b);
}

/** A key point with what each of its pairs tells. */
interface FactOf extends OfSubject {
  pairs: { of: ReadonlyMap<string, number> };
}

/**
 * The clause that tells a key point's fact of something else that the question tells apart from it (队列是后进先出),
 * its place; -1 where none does. A fact that the reference tells of both is nobody's own.
 */
export function toldOfRival(
  point: FactOf,
  points: readonly OfSubject[],
  clauses: readonly OfSubject[],
): number {
  if (point.subjects.size !== 1) return -1;
  const bare = withoutNames(point);
  const fact: Fact = pairsOf(bare).map((pair) => [pair, point.pairs.of.get(pair) ?? 1]);
  const holds = (of: OfSubject): number =>
    contradicts(bare, withoutNames(of)) ? 0 : shareIn(fact, of.units);
  if (points.some((other) => areApart(other.subjects, point.subjects) && holds(other) >= says)) {
    return -1;
  }
  const apart = clauses.map((one) => (areApart(one.subjects, point.subjects) ? holds(one) : 0));
  const own = clauses.map((one) => (areApart(one.subjects, point.subjects) ? 0 : holds(one)));
  const most = Math.max(0, ...apart);
  return most >= says && most > Math.max(0, ...own) + better ? apart.indexOf(most) : -1;
}

/** One stretch of a point with what stands in its place in a clause. */
interface Swap {
  /** Where the stretch begins in the point's content units. */
  at: number;
  point: string[];
  said: string[];
}

interface Difference {
  same: number;
  swaps: Swap[];
}

const longestCompared = 80;

/** Longest common subsequence of two texts, and what stands between it on both sides. */
function differenceOf(point: readonly string[], said: readonly string[]): Difference {
  const width = said.length + 1;
  const table = new Uint16Array((point.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = point.length - 1; i >= 0; i -= 1) {
    for (let j = said.length - 1; j >= 0; j -= 1) {
      table[i * width + j] =
        point[i] === said[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const swaps: Swap[] = [];
  let [i, j, from, begun] = [0, 0, 0, 0];
  const close = (): void => {
    if (i > from && j > begun) {
      swaps.push({ at: from, point: point.slice(from, i), said: said.slice(begun, j) });
    }
  };
  while (i < point.length && j < said.length) {
    if (point[i] === said[j]) {
      close();
      [i, j] = [i + 1, j + 1];
      [from, begun] = [i, j];
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  [i, j] = [point.length, said.length];
  close();
  return { same: at(0, 0), swaps };
}

/** So much of what is left of a point without a name must stand in the clause as it is, 0-1. */
const alike = 0.8;
/** And so many units. */
const fewest = 4;

/** How a clause says a point with its names exchanged: within the point, or for a name of another point. */
export type Exchange = 'within' | 'between' | null;

/**
 * 'within': two names of the point changed places (班组长交给质检员). 'between': one name is that of another point, where
 * the two stand in the same place (随机查找用链表); one such point may be chance.
 */
export function exchangeOf(
  point: OfSubject,
  points: readonly OfSubject[],
  said: readonly string[],
): Exchange {
  const wanted = contentOf(point.units).slice(0, longestCompared);
  const { same, swaps } = differenceOf(wanted, contentOf(said).slice(0, longestCompared));
  const short = swaps.filter((one) => one.point.length <= longestName && one.said.length > 0);
  const named = short.reduce((sum, one) => sum + one.point.length, 0);
  if (same < fewest || same < (wanted.length - named) * alike) return null;
  if (changePlaces(short)) return 'within';
  return isAnothers(short, point, points) ? 'between' : null;
}

/** a for b and b for a, with something between them that is not the same both ways. */
function changePlaces(swaps: readonly Swap[]): boolean {
  return swaps.some((one, i) =>
    swaps.slice(i + 1).some((other) => {
      const crossed =
        one.point.join() === other.said.join() && other.point.join() === one.said.join();
      return crossed && other.at > one.at + one.point.length;
    }),
  );
}

/** The one name that was said stands in another point where this point has its own. */
function isAnothers(
  swaps: readonly Swap[],
  point: OfSubject,
  points: readonly OfSubject[],
): boolean {
  const [swap, second] = swaps;
  if (!swap || second || swap.said.length > longestName) return false;
  if (swap.said.every((unit) => /^\d/u.test(unit))) return false;
  // The point's own subject, which it does not repeat: GET 是读取数据.
  if (point.subjects.has(` ${swap.said.join(' ')} `)) return false;
  const wanted = contentOf(point.units);
  const end = swap.at + swap.point.length;
  const [before, after] = [wanted[swap.at - 1] ?? '|', wanted[end] ?? '|'];
  const rest = [...wanted.slice(0, swap.at), ...wanted.slice(end)];
  return points.some(({ units }) => {
    const other = contentOf(units);
    const own = new Set(other);
    const text = ` | ${other.join(' ')} | `;
    const inPlace = [
      [before, ...swap.said],
      [...swap.said, after],
    ].some((name) => text.includes(` ${name.join(' ')} `));
    const apart = rest.some((unit) => !own.has(unit));
    return inPlace && apart && !swap.point.every((unit) => own.has(unit));
  });
}
