import { agreementOf, type Agreement } from './agreement.js';
import { factor, forward, inverseDiagonal, solve, type Factor } from './linear.js';
import { likeness, rarityOf, vectorOf, type Rarity, type TextVector } from './likeness.js';

/** An answer as calibration sees it: nothing but what can be shown. */
export interface Sample {
  /** Score without any graded answer, as a share of the scale, 0-1. */
  share: number;
  /** Interpretable features, each 0-1. */
  features: readonly number[];
  /** Words and pairs of the answer and how often each comes. */
  bag: ReadonlyMap<string, number>;
}

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

/** What leave-one-out chooses from; the first is taken unless another is clearly better. */
const weightChoices: readonly Weights[] = [
  { level: 0.03, features: 0.2, neighbours: 0.15, noise: 0.03 },
  { level: 0.03, features: 0.05, neighbours: 0.4, noise: 0.03 },
  { level: 0.03, features: 0.6, neighbours: 0.03, noise: 0.03 },
];
/** Another choice must lower the left-out error by a fifth, and so many answers must say so. */
const clearly = 0.8;
const fewestToChoose = 10;

/** A fit, ready to predict. */
export interface Fit {
  weights: Weights;
  samples: readonly Sample[];
  vectors: readonly TextVector[];
  rarity: Rarity;
  lower: Factor;
  /** Pull of each graded answer: the prediction is a sum of pulls by likeness. */
  pulls: readonly number[];
  /** Standard errors are stretched by this, so that left-out answers fall where they should. */
  stretch: number;
  /** Shares predicted for each graded answer by the others. */
  leftOut: readonly number[];
}

/**
 * Fits scores to graded answers: the score without grades is where it starts, and a Gaussian process (Rasmussen and
 * Williams 2006, algorithm 2.1) moves it: its kernel is a level, a ridge on features, and the likeness of words. With
 * few grades it moves little. `grades` are shares of the scale, 0-1.
 */
export function fitGrades(
  samples: readonly Sample[],
  grades: readonly number[],
  choices: readonly Weights[] = weightChoices,
): Fit {
  const rarity = rarityOf(samples.map(({ bag }) => bag));
  const vectors = samples.map(({ bag }) => vectorOf(bag, rarity));
  const alike = likenesses(vectors);
  const fits = choices.map((weights) =>
    fitWith({ samples, vectors, rarity, weights }, alike, grades),
  );
  const errors = fits.map(({ leftOut }) => squaredError(leftOut, grades));
  const first = fits[0];
  if (!first) throw new RangeError('no weights to choose from');
  const best = errors.indexOf(Math.min(...errors));
  const better =
    grades.length >= fewestToChoose && (errors[best] ?? 0) < (errors[0] ?? 0) * clearly;
  return better ? (fits[best] ?? first) : first;
}

function squaredError(said: readonly number[], grades: readonly number[]): number {
  return said.reduce((sum, value, i) => sum + (value - (grades[i] ?? 0)) ** 2, 0);
}

type Prepared = Pick<Fit, 'samples' | 'vectors' | 'rarity' | 'weights'>;

/** Of each with each; every pair is compared once. */
function likenesses(vectors: readonly TextVector[]): number[][] {
  const all: number[][] = [];
  vectors.forEach((vector, i) => {
    all.push(vectors.map((other, j) => (j < i ? (all[j]?.[i] ?? 0) : likeness(vector, other))));
  });
  return all;
}

function fitWith(
  prepared: Prepared,
  alike: readonly (readonly number[])[],
  grades: readonly number[],
): Fit {
  const { samples, weights } = prepared;
  const matrix = samples.map((a, i) =>
    samples.map(
      (b, j) => covariance(a, b, alike[i]?.[j] ?? 0, weights) + (i === j ? weights.noise : 0),
    ),
  );
  const lower = factor(matrix);
  const missed = samples.map(({ share }, i) => (grades[i] ?? 0) - share);
  const pulls = solve(lower, missed);
  const inverse = inverseDiagonal(lower);
  const leftOut = pulls.map((pull, i) => (grades[i] ?? 0) - pull / (inverse[i] ?? 1));
  const surprise = pulls.reduce((sum, pull, i) => sum + (pull * pull) / (inverse[i] ?? 1), 0);
  const stretch = (prior + surprise) / (prior + samples.length);
  return { ...prepared, lower, pulls, stretch: Math.sqrt(stretch), leftOut: leftOut.map(clamp) };
}

/** The expected stretch counts like so many answers. */
const prior = 8;

function covariance(a: Sample, b: Sample, alike: number, weights: Weights): number {
  const product = a.features.reduce(
    (sum, value, i) => sum + (value - 0.5) * ((b.features[i] ?? 0) - 0.5),
    0,
  );
  return weights.level + weights.features * product + weights.neighbours * alike;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

export interface Prediction {
  /** 0-1. */
  share: number;
  /** Standard error of the share. */
  error: number;
  /** Place of the most similar graded answer, and how similar, 0-1. */
  nearest: number;
  likeness: number;
}

/** The share for an answer that nobody graded. */
export function predict(fit: Fit, sample: Sample): Prediction {
  const vector = vectorOf(sample.bag, fit.rarity);
  const alike = fit.vectors.map((other) => likeness(vector, other));
  const row = fit.samples.map((other, i) => covariance(sample, other, alike[i] ?? 0, fit.weights));
  const moved = row.reduce((sum, value, i) => sum + value * (fit.pulls[i] ?? 0), 0);
  const own = covariance(sample, sample, 1, fit.weights);
  const known = forward(fit.lower, row).reduce((sum, value) => sum + value * value, 0);
  const variance = Math.max(0, own - known) + fit.weights.noise;
  const nearest = alike.indexOf(Math.max(...alike));
  return {
    share: clamp(sample.share + moved),
    error: Math.sqrt(variance) * fit.stretch,
    nearest,
    likeness: alike[nearest] ?? 0,
  };
}

/** Agreement with the graders before and after; after = each answer predicted by the others (leave-one-out). */
export function agreementBeforeAfter(
  fit: Fit,
  grades: readonly number[],
  scale: readonly [number, number],
): { before: Agreement; after: Agreement } {
  const on = (share: number): number => scale[0] + share * (scale[1] - scale[0]);
  const given = grades.map(on);
  return {
    before: agreementOf(
      given,
      fit.samples.map(({ share }) => on(share)),
      scale,
    ),
    after: agreementOf(given, fit.leftOut.map(on), scale),
  };
}
