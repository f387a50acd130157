import type { ImpactFinding } from '@zhiyu/contracts/groups';
import { fisherExact } from './fisher.js';

/** One person's outcome. Groups are what people themselves said, by attribute: {sex: '女'}. */
export interface Outcome {
  groups: Partial<Record<string, string>>;
  selected: boolean;
  /** 0-100; null = not measured, left out of the scoring rate. */
  score: number | null;
}

/** One rate of one category against the best one. */
export interface Rate {
  people: number;
  /** How many were selected, or scored above the median of all. */
  reached: number;
  rate: number;
  /** rate / the highest rate; null where it was not compared. */
  ratio: number | null;
  /** Of Fisher's exact test against everybody else, by Holm over the whole table; null where not compared. */
  p: number | null;
  finding: ImpactFinding;
}

export interface ImpactRow {
  attribute: string;
  category: string;
  selection: Rate;
  /** Null where nobody of the attribute has a score. */
  scoring: Rate | null;
}

/** Four-fifths rule: 29 CFR 1607.4 D. */
const fourFifths = 0.8;
const significant = 0.05;
/** Categories under this share of all may be left out of the comparison: 6 RCNY § 5-301 (Local Law 144). */
const smallShare = 0.02;
/** Attributes together, as the law's table has sex and race. */
export const together = ' × ';

/**
 * Selection and scoring rates by category with their impact ratios, in the shape of the bias audit of New York City's
 * Local Law 144: each attribute, and each pair of attributes together. The scoring rate is the share of a category
 * above the median score of all. Who did not say a group is not part of that attribute. Categories of fewer than
 * `least` people are not compared, and nobody is compared with them.
 */
export function impactTable(outcomes: Outcome[], least = 0): ImpactRow[] {
  const names = [...new Set(outcomes.flatMap(({ groups }) => Object.keys(groups)))].sort();
  const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b) => [a, b]));
  const median = medianOf(outcomes.flatMap(({ score }) => score ?? []));
  const rows = [...names.map((name) => [name]), ...pairs].flatMap((attributes) =>
    rowsOf(attributes, outcomes, { median, least }),
  );
  judge(rows.flatMap(({ selection, scoring }) => (scoring ? [selection, scoring] : [selection])));
  return rows;
}

/** Many comparisons find something by chance: their p are corrected together before anything is said to be found. */
function judge(rates: Rate[]): void {
  const compared = rates.filter(({ p }) => p !== null);
  const corrected = holm(compared.map(({ p }) => p ?? 1));
  compared.forEach((rate, i) => {
    rate.p = corrected[i] ?? null;
    rate.finding = findingOf(rate.ratio, rate.p);
  });
}

interface Measure {
  median: number;
  least: number;
}

function rowsOf(attributes: string[], outcomes: Outcome[], measure: Measure): ImpactRow[] {
  const { median, least } = measure;
  const known = outcomes.filter(({ groups }) => attributes.every((name) => groups[name]));
  const categoryOf = ({ groups }: Outcome) => attributes.map((name) => groups[name]).join(together);
  const categories = [...new Set(known.map(categoryOf))].sort();
  const of = (category: string) => known.filter((one) => categoryOf(one) === category);
  const selection = ratesOf(
    categories.map((category) => of(category)),
    ({ selected }) => selected,
    least,
  );
  const scored = known.filter(({ score }) => score !== null);
  const scoring = ratesOf(
    categories.map((category) => scored.filter((one) => categoryOf(one) === category)),
    ({ score }) => (score ?? 0) > median,
    least,
  );
  return selection.map((rate, i) => ({
    attribute: attributes.join(together),
    category: categories[i] ?? '',
    selection: rate,
    scoring: scored.length > 0 ? (scoring[i] ?? null) : null,
  }));
}

function ratesOf(
  categories: Outcome[][],
  reaches: (one: Outcome) => boolean,
  least: number,
): Rate[] {
  const all = categories.reduce((sum, one) => sum + one.length, 0);
  const fewest = Math.max(all * smallShare, least);
  const plain = categories.map((people) => {
    const reached = people.filter(reaches).length;
    const rate = people.length > 0 ? reached / people.length : 0;
    return { people: people.length, reached, rate, small: people.length < fewest };
  });
  const best = plain
    .filter(({ small, people }) => !small && people > 0)
    .reduce((top, one) => (one.rate > top.rate ? one : top), { people: 0, reached: 0, rate: -1 });
  const reached = plain.reduce((sum, one) => sum + one.reached, 0);
  return plain.map((one): Rate => {
    const { small, ...numbers } = one;
    if (one === best && best.rate > 0)
      return { ...numbers, ratio: 1, p: null, finding: 'reference' };
    if (small) return { ...numbers, ratio: null, p: null, finding: 'small' };
    const p = fisherExact(one.reached, one.people, reached - one.reached, all - one.people);
    const ratio = best.rate > 0 ? one.rate / best.rate : null;
    return { ...numbers, ratio, p, finding: 'none' };
  });
}

function findingOf(ratio: number | null, p: number | null): ImpactFinding {
  if (ratio === null || p === null || ratio >= fourFifths) return 'none';
  return p < significant ? 'found' : 'tooFew';
}

/** Holm's step-down correction (Holm 1979), in the order given. */
function holm(ps: number[]): number[] {
  const order = ps.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p);
  const corrected = [...ps];
  let highest = 0;
  order.forEach(({ p, i }, rank) => {
    highest = Math.max(highest, Math.min(1, p * (ps.length - rank)));
    corrected[i] = highest;
  });
  return corrected;
}

function medianOf(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
