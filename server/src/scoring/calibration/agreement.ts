/** How two lists of scores of the same answers agree. null where it cannot be said (too few, or no spread). */
export interface Agreement {
  /** Pearson's r, -1 to 1. */
  pearson: number | null;
  /** Cohen's kappa with quadratic weights over the scale cut into levels (Cohen 1968). */
  kappa: number | null;
  /** ICC(2,1): two-way random effects, absolute agreement, one rater (Shrout and Fleiss 1979). */
  icc: number | null;
  /** Mean absolute difference, on the scale. */
  meanError: number;
  answers: number;
}

const fewest = 3;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function squares(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
}

/** Pearson's product-moment correlation; null under three pairs or without spread. */
export function pearson(a: readonly number[], b: readonly number[]): number | null {
  const spread = Math.sqrt(squares(a) * squares(b));
  if (a.length < fewest || spread < 1e-12) return null;
  const [middleA, middleB] = [mean(a), mean(b)];
  const together = a.reduce((sum, x, i) => sum + (x - middleA) * ((b[i] ?? 0) - middleB), 0);
  return together / spread;
}

/** Quadratic weighted kappa; both lists are rounded to the nearest of `levels` steps of the scale. */
export function weightedKappa(
  a: readonly number[],
  b: readonly number[],
  [low, high]: readonly [number, number],
  levels: number,
): number | null {
  if (a.length < fewest || levels < 2) return null;
  const step = (value: number): number =>
    Math.round(((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (levels - 1));
  const x = a.map(step);
  const y = b.map(step);
  const seen = x.reduce((sum, level, i) => sum + (level - (y[i] ?? 0)) ** 2, 0) / x.length;
  // The mean of (x - y)² over all pairs of a level of one and a level of the other.
  const square = (level: number): number => level * level;
  const chance = mean(x.map(square)) + mean(y.map(square)) - 2 * mean(x) * mean(y);
  return chance < 1e-12 ? null : 1 - seen / chance;
}

/** ICC(2,1) of two raters. */
export function intraclass(a: readonly number[], b: readonly number[]): number | null {
  const n = a.length;
  if (n < fewest) return null;
  const all = [...a, ...b];
  const rows = a.map((x, i) => (x + (b[i] ?? 0)) / 2);
  const total = squares(all);
  const between = 2 * squares(rows);
  const raters = n * squares([mean(a), mean(b)]);
  const betweenMean = between / (n - 1);
  const errorMean = (total - between - raters) / (n - 1);
  const below = betweenMean + errorMean + (2 / n) * (raters - errorMean);
  return Math.abs(below) < 1e-12 ? null : (betweenMean - errorMean) / below;
}

/** Steps that people grade in: whole points, or tenths where the scale is no longer than one point. */
function levelsOf([low, high]: readonly [number, number]): number {
  const whole = Math.round(high - low) + 1;
  return high - low <= 1 ? 11 : Math.min(101, Math.max(2, whole));
}

/** All of it for what people gave and what a machine says. */
export function agreementOf(
  given: readonly number[],
  said: readonly number[],
  scale: readonly [number, number],
): Agreement {
  return {
    pearson: pearson(given, said),
    kappa: weightedKappa(given, said, scale, levelsOf(scale)),
    icc: intraclass(given, said),
    meanError: mean(given.map((value, i) => Math.abs(value - (said[i] ?? 0)))),
    answers: given.length,
  };
}
