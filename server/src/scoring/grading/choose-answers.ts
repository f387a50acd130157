import type { Point, Weights } from '../calibration/known.js';
import { covariance } from '../calibration/known.js';
import { likeness, rarityOf, vectorOf } from '../calibration/likeness.js';

/** An answer that could be graded. */
export interface Gradable extends Point {
  id: string;
  /** One answer a person: somebody who applied twice is asked about once. */
  personId: string;
  /** Words and pairs, each with how often it comes. */
  bag: ReadonlyMap<string, number>;
}

/** Bands of the machine's own reading that are filled alike. */
const bands = 5;
const weights: Weights = { level: 0, features: 0.2, neighbours: 0.4, noise: 0.03 };

/**
 * Chooses answers to grade: from the band of the range with the fewest so far, always the one that is least
 * explained by those chosen before (largest variance left of a Gaussian process, so neither twins nor only
 * extremes). The same pool gives the same choice.
 * @param chosen answers that were chosen before
 */
export function chooseAnswers(
  pool: readonly Gradable[],
  chosen: readonly Gradable[],
  wanted: number,
): Gradable[] {
  const all = [...chosen, ...pool].sort((a, b) => (a.id < b.id ? -1 : 1));
  const rarity = rarityOf(all.map(({ bag }) => bag));
  const vectors = new Map(all.map(({ id, bag }) => [id, vectorOf(bag, rarity)] as const));
  const alike = (a: Gradable, b: Gradable): number =>
    likeness(vectors.get(a.id) ?? new Map(), vectors.get(b.id) ?? new Map());
  const known = new Set(chosen.map(({ personId }) => personId));
  const left = all.filter(
    ({ id, personId }) => pool.some((one) => one.id === id) && !known.has(personId),
  );
  const explained = new Explained(alike, left);
  const counts = Array.from({ length: bands }, () => 0);
  for (const one of chosen) {
    explained.take(one);
    counts[bandOf(one)] = (counts[bandOf(one)] ?? 0) + 1;
  }
  const taken: Gradable[] = [];
  while (taken.length < wanted) {
    const free = explained.left.filter(({ personId }) => !known.has(personId));
    const fewest = Math.min(...free.map((one) => counts[bandOf(one)] ?? 0));
    const next = explained.most(free.filter((one) => counts[bandOf(one)] === fewest));
    if (!next) break;
    explained.take(next);
    counts[bandOf(next)] = fewest + 1;
    known.add(next.personId);
    taken.push(next);
  }
  return taken;
}

function bandOf({ share }: Point): number {
  return Math.min(bands - 1, Math.floor(share * bands));
}

/** Variance that is left of each answer, by an incremental Cholesky: each taken answer takes its part away. */
class Explained {
  private readonly variance = new Map<string, number>();
  /** For each answer its row of the factor so far. */
  private readonly rows = new Map<string, number[]>();

  constructor(
    private readonly alike: (a: Gradable, b: Gradable) => number,
    readonly left: readonly Gradable[],
  ) {
    for (const one of left) {
      this.variance.set(one.id, covariance(one, one, 1, weights));
      this.rows.set(one.id, []);
    }
  }

  private readonly taken: { answer: Gradable; row: number[]; root: number }[] = [];

  take(answer: Gradable): void {
    const row = this.taken.reduce<number[]>((sofar, before) => {
      sofar.push(this.step(answer, sofar, before));
      return sofar;
    }, []);
    const own = covariance(answer, answer, 1, weights) + weights.noise;
    const rest = own - row.reduce((sum, value) => sum + value * value, 0);
    const root = Math.sqrt(Math.max(rest, 1e-9));
    this.taken.push({ answer, row, root });
    for (const one of this.left) {
      const sofar = this.rows.get(one.id) ?? [];
      const value = this.step(one, sofar, { answer, row, root });
      sofar.push(value);
      this.rows.set(one.id, sofar);
      this.variance.set(one.id, (this.variance.get(one.id) ?? 0) - value * value);
    }
  }

  most(among: readonly Gradable[]): Gradable | undefined {
    return among.reduce<Gradable | undefined>((best, one) => {
      const here = this.variance.get(one.id) ?? 0;
      return best === undefined || here > (this.variance.get(best.id) ?? 0) + 1e-12 ? one : best;
    }, undefined);
  }

  private step(
    one: Gradable,
    sofar: readonly number[],
    before: { answer: Gradable; row: readonly number[]; root: number },
  ): number {
    const shared = before.row.reduce((sum, value, i) => sum + value * (sofar[i] ?? 0), 0);
    const together = covariance(one, before.answer, this.alike(one, before.answer), weights);
    return (together - shared) / before.root;
  }
}
