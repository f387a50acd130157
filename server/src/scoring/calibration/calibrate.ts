import { readShort } from '../text/answer-text.js';
import { quote } from '../text/evidence.js';
import { seenOn, type Ground, type Seen } from '../text/ground.js';
import { readPart } from '../text/length.js';
import type { Reading } from '../text/language/reading.js';
import type { GradedAnswer, Quote } from '../text/text.types.js';
import type { Agreement } from './agreement.js';
import { agreementBeforeAfter, fitGrades, predict, type Fit, type Sample } from './fit.js';

/** A question's engine after people graded some of its answers. */
export interface Calibration {
  graded: readonly GradedAnswer[];
  ground: Ground;
  fit: Fit;
}

/** What can be kept and looked at: the grades it rests on and what they changed. The rest is computed from it. */
export interface CalibrationRecord {
  /** Changes when the same grades could give another fit. */
  version: 1;
  answers: number;
  scale: readonly [number, number];
  weights: Fit['weights'];
  before: Agreement;
  /** Each answer predicted by the others (leave-one-out). */
  after: Agreement;
  /** In the order they were given. */
  graded: { answer: string; given: number; before: number; after: number }[];
}

/** Words and pairs of a text that was read, each with how often it comes. */
export function bagOf(reading: Pick<Reading, 'words' | 'pairs'>): Map<string, number> {
  const bag = new Map<string, number>();
  for (const pair of reading.pairs) bag.set(pair, (bag.get(pair) ?? 0) + 1);
  for (const word of reading.words) bag.set(`_${word}`, (bag.get(`_${word}`) ?? 0) + 1);
  return bag;
}

function sampleOf(seen: Seen): Sample {
  return { share: seen.share, features: seen.features, bag: bagOf(seen.answer.reading) };
}

function gradesOf({ basis }: Ground): number[] {
  const [low, high] = basis.scale;
  return basis.graded.map(({ score }) => (score - low) / (high - low));
}

/** Gives a graded answer as it was read before; reads it where it was not. */
type Keep = (answer: string, read: () => Sample) => Sample;

/** Fits the ground's graded answers; deterministic. There must be at least one. */
export function calibrate(ground: Ground, keep: Keep = (_, read) => read()): Calibration {
  const { graded, language } = ground.basis;
  const samples = graded.map(({ answer }) =>
    keep(answer, () =>
      sampleOf(seenOn(ground, readShort(readPart(answer).read, language, ground.broad))),
    ),
  );
  return { graded, ground, fit: fitGrades(samples, gradesOf(ground)) };
}

/** Versioned data of a calibration: JSON, the same bytes for the same grades. */
export function recordOf({ graded, ground, fit }: Calibration): CalibrationRecord {
  const { scale } = ground.basis;
  const grades = gradesOf(ground);
  const on = (share: number): number =>
    Math.round((scale[0] + share * (scale[1] - scale[0])) * 1000) / 1000;
  return {
    version: 1,
    answers: graded.length,
    scale,
    weights: fit.weights,
    ...agreementBeforeAfter(fit, grades, scale),
    graded: graded.map(({ answer, score }, i) => ({
      answer,
      given: score,
      before: on(fit.points[i]?.share ?? 0),
      after: on(fit.leftOut[i] ?? 0),
    })),
  };
}

/** So many grades take half of the variance off the error that the score had without any. */
const halving = 2;

/** How alike a graded answer must be to be named as the reason, 0-1. */
const alikeEnough = 0.15;

/** Score, error and evidence of an answer by the calibrated engine. */
export function predictFor(
  calibration: Calibration,
  seen: Seen,
): { share: number; error: number; quotes: Quote[] } {
  const { share, error, nearest, likeness } = predict(calibration.fit, sampleOf(seen));
  const graded = calibration.graded[nearest];
  const first = seen.answer.clauses[0];
  const { language } = calibration.ground.basis;
  const like =
    graded && first && (likeness >= alikeEnough || seen.quotes.length === 0)
      ? [quote(first, 'graded', language, String(graded.score))]
      : [];
  const unlearned = seen.error / Math.sqrt(1 + calibration.graded.length / halving);
  const known = Math.min(0.5, Math.max(error, unlearned));
  return { share, error: known, quotes: [...seen.quotes, ...like] };
}
