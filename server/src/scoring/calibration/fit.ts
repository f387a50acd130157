import { agreementOf, type Agreement } from './agreement.js';
import { predictFrom, solveKnown, type Point, type Solved, type Weights } from './known.js';
import { likeness, rarityOf, vectorOf, type Rarity, type TextVector } from './likeness.js';

export type { Weights } from './known.js';

/** An answer as calibration sees it: nothing but what can be shown. */
export interface Sample extends Point {
  /** Words and pairs of the answer and how often each comes. */
  bag: ReadonlyMap<string, number>;
}

/** What leave-one-out chooses from; the first is taken unless another is clearly better. */
const weightChoices: readonly Weights[] = [
  { level: 0.015, features: 0.1, neighbours: 0.075, noise: 0.015 },
  { level: 0.015, features: 0.025, neighbours: 0.2, noise: 0.015 },
  { level: 0.015, features: 0.3, neighbours: 0.015, noise: 0.015 },
];
/** Another choice must lower the left-out error by a fifth, and so many answers must say so. */
const clearly = 0.8;
const fewestToChoose = 10;

/** A fit, ready to predict. */
export interface Fit extends Solved {
  points: readonly Sample[];
  vectors: readonly TextVector[];
  rarity: Rarity;
}

/**
 * Fits scores to graded answers: the score without grades is where it starts, and a Gaussian process (known.ts)
 * moves it: its kernel is a level, a ridge on features, and the likeness of words. With few grades it moves little.
 * `grades` are shares of the scale, 0-1.
 */
export function fitGrades(
  points: readonly Sample[],
  grades: readonly number[],
  choices: readonly Weights[] = weightChoices,
): Fit {
  const rarity = rarityOf(points.map(({ bag }) => bag));
  const vectors = points.map(({ bag }) => vectorOf(bag, rarity));
  const alike = likenesses(vectors);
  const fits = choices.map((weights) => ({
    ...solveKnown({ points, grades, alike, weights }),
    ...{ points, vectors, rarity },
  }));
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

/** Of each with each; every pair is compared once. */
function likenesses(vectors: readonly TextVector[]): number[][] {
  const all: number[][] = [];
  vectors.forEach((vector, i) => {
    all.push(vectors.map((other, j) => (j < i ? (all[j]?.[i] ?? 0) : likeness(vector, other))));
  });
  return all;
}

/** Likeness of some words to each graded answer, 0-1. */
export function nearTo(fit: Fit, bag: Sample['bag']): number[] {
  const vector = vectorOf(bag, fit.rarity);
  return fit.vectors.map((other) => likeness(vector, other));
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
  const near = nearTo(fit, sample.bag);
  const nearest = near.indexOf(Math.max(...near));
  return { ...predictFrom(fit, sample, near), nearest, likeness: near[nearest] ?? 0 };
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
      fit.points.map(({ share }) => on(share)),
      scale,
    ),
    after: agreementOf(given, fit.leftOut.map(on), scale),
  };
}
