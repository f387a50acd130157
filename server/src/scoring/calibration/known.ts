import { factor, forward, inverseDiagonal, solve, type Factor } from './linear.js';

/** How much the parts may move a score, as variances of shares of the scale. */
export interface Weights {
  /** A question's graders may be stricter or milder throughout. */
  level: number;
  /** Ridge on the features. */
  features: number;
  /** Nearest graded answers. */
  neighbours: number;
  /** Two graders, or one on two days, differ by this. */
  noise: number;
}

/** An answer as numbers: nothing of its words. */
export interface Point {
  /** Score without any graded answer, as a share of the scale, 0-1. */
  share: number;
  /** Interpretable features, each 0-1. */
  features: readonly number[];
}

/** Graded answers as numbers: all that a prediction rests on. */
export interface Known {
  points: readonly Point[];
  /** Shares of the scale, 0-1. */
  grades: readonly number[];
  /** Likeness of the words of each with each, 0-1; 0 for those whose words are gone. */
  alike: readonly (readonly number[])[];
  weights: Weights;
}

/** Solved once for all predictions. */
export interface Solved extends Known {
  lower: Factor;
  /** Pull of each graded answer: the prediction is a sum of pulls by likeness. */
  pulls: readonly number[];
  /** Standard errors are stretched by this, so that left-out answers fall where they should. */
  stretch: number;
  /** Shares predicted for each graded answer by the others. */
  leftOut: readonly number[];
}

/** The expected stretch counts like so many answers. */
const prior = 8;

/** A Gaussian process (Rasmussen and Williams 2006, algorithm 2.1) on what the score without grades missed. */
export function solveKnown(known: Known): Solved {
  const { points, grades, alike, weights } = known;
  const matrix = points.map((a, i) =>
    points.map(
      (b, j) => covariance(a, b, alike[i]?.[j] ?? 0, weights) + (i === j ? weights.noise : 0),
    ),
  );
  const lower = factor(matrix);
  const missed = points.map(({ share }, i) => (grades[i] ?? 0) - share);
  const pulls = solve(lower, missed);
  const inverse = inverseDiagonal(lower);
  const leftOut = pulls.map((pull, i) => (grades[i] ?? 0) - pull / (inverse[i] ?? 1));
  const surprise = pulls.reduce((sum, pull, i) => sum + (pull * pull) / (inverse[i] ?? 1), 0);
  const stretch = (prior + surprise) / (prior + points.length);
  return { ...known, lower, pulls, stretch: Math.sqrt(stretch), leftOut: leftOut.map(clamp) };
}

/**
 * Share and standard error of an answer that nobody graded.
 * @param near likeness of its words to each graded answer
 */
export function predictFrom(
  solved: Solved,
  point: Point,
  near: readonly number[],
): { share: number; error: number } {
  const { points, weights, pulls, lower } = solved;
  const row = points.map((other, i) => covariance(point, other, near[i] ?? 0, weights));
  const moved = row.reduce((sum, value, i) => sum + value * (pulls[i] ?? 0), 0);
  const own = covariance(point, point, 1, weights);
  const explained = forward(lower, row).reduce((sum, value) => sum + value * value, 0);
  const variance = Math.max(0, own - explained) + weights.noise;
  return { share: clamp(point.share + moved), error: Math.sqrt(variance) * solved.stretch };
}

/** Of one answer with another, as a share squared: level, features, words. */
export function covariance(a: Point, b: Point, alike: number, weights: Weights): number {
  const product = a.features.reduce(
    (sum, value, i) => sum + (value - 0.5) * ((b.features[i] ?? 0) - 0.5),
    0,
  );
  return weights.level + weights.features * product + weights.neighbours * alike;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
