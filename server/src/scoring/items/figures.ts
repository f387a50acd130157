import { type ItemStatistics, leastItemAnswers } from '@zhiyu/contracts/item-statistics';
import { pearson } from '../calibration/agreement.js';

/** One answer as it counts. */
export interface Point {
  share: number | null;
  rest: number | null;
  gate: string | null;
  seconds: number | null;
}
export type Figures = Omit<ItemStatistics, 'code' | 'exposure' | 'proposal'>;

const z95 = 1.96;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

const clipped = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
const rounded = (value: number) => Math.round(value * 1000) / 1000;

/** The mean share with its 95 % interval (mean ± 1.96 s/√n); null under the least number of answers. */
function difficultyOf(shares: readonly number[]): Figures['difficulty'] {
  const n = shares.length;
  if (n < leastItemAnswers) {
    return null;
  }
  const value = mean(shares);
  const variance = shares.reduce((sum, one) => sum + (one - value) ** 2, 0) / (n - 1);
  const half = z95 * Math.sqrt(variance / n);
  const [low, high] = [clipped(value - half, 0, 1), clipped(value + half, 0, 1)];
  return { value: rounded(value), low: rounded(low), high: rounded(high) };
}

/**
 * Corrected item-total correlation (Henrysson 1963): the item is left out of the total it is held against. Interval by
 * Fisher's z (1921), 1/√(n-3). Null under the least number of pairs, or where one side has no spread.
 */
function discriminationOf(points: readonly Point[]): Figures['discrimination'] {
  const pairs = points.flatMap(({ share, rest }) =>
    share === null || rest === null ? [] : [{ share, rest }],
  );
  const n = pairs.length;
  const shares = pairs.map(({ share }) => share);
  const r =
    n < leastItemAnswers
      ? null
      : pearson(
          shares,
          pairs.map(({ rest }) => rest),
        );
  if (r === null) {
    return null;
  }
  const z = Math.atanh(clipped(r, -0.999999, 0.999999));
  const half = z95 / Math.sqrt(n - 3);
  const [low, high] = [Math.tanh(z - half), Math.tanh(z + half)];
  return { value: rounded(r), low: rounded(low), high: rounded(high), n };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function fifthsOf(shares: readonly number[]): number[] {
  const counts = [0, 0, 0, 0, 0];
  for (const share of shares) {
    const at = Math.min(4, Math.floor(share * 5));
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

/** How a question has worked, from all answers to it. */
export function figuresOf(points: readonly Point[]): Figures {
  const n = points.length;
  const shares = points.flatMap(({ share }) => (share === null ? [] : [share]));
  const seconds = median(points.flatMap((one) => (one.seconds === null ? [] : [one.seconds])));
  const gated = points.filter(({ gate }) => gate !== null).length;
  const unknown = points.filter(({ share, gate }) => share === null && gate === null).length;
  return {
    answers: n,
    scored: shares.length,
    difficulty: difficultyOf(shares),
    discrimination: discriminationOf(points),
    seconds: seconds === null ? null : Math.round(seconds),
    unknown: rounded(unknown / Math.max(1, n)),
    gated: rounded(gated / Math.max(1, n)),
    fifths: fifthsOf(shares),
  };
}
