import type { Locale } from '@zhiyu/contracts/basics';
import type { Lesson } from '@zhiyu/contracts/calibration';
import { bagOf } from '../calibration/calibrate.js';
import { fitGrades, nearTo, type Fit, type Weights } from '../calibration/fit.js';
import { lessonOf } from '../calibration/lesson.js';
import type { Known } from '../calibration/known.js';
import { ENGINE } from '../engine/assess.js';
import { readAnswer } from '../text/answer-text.js';
import { chooseAnswers, type Gradable } from './choose-answers.js';

/** A graded answer, ready to learn from. */
export interface Taught {
  graded: string;
  /** 0-1, as the engine read it without grades. */
  share: number;
  features: readonly number[];
  /** Empty where the words are gone. */
  words: string;
  locale: Locale;
  /** Mean of the graders, 0-100. */
  value: number;
}

export const engineName = `${ENGINE.name} ${ENGINE.version}`;

const levelOf = (share: number): number => share * 4 + 1;

/** Words and pairs of an answer, each with how often it comes; nothing where the words are gone. */
function bagOfWords(words: string, locale: Locale): Map<string, number> {
  return words === '' ? new Map<string, number>() : bagOf(readAnswer(words, locale).reading);
}

/** @param weights those of a version that learned before; chosen anew where absent */
function fitOf(taught: readonly Taught[], weights?: Weights): Fit {
  const points = taught.map(({ share, features, words, locale }) => ({
    ...{ share, features },
    bag: bagOfWords(words, locale),
  }));
  const grades = taught.map(({ value }) => value / 100);
  return weights ? fitGrades(points, grades, [weights]) : fitGrades(points, grades);
}

/** What the grades teach, and how far to trust it. */
export function learnFrom(taught: readonly Taught[]): { weights: Weights; lesson: Lesson } {
  const fit = fitOf(taught);
  const lesson = lessonOf(
    {
      given: taught.map(({ value }) => levelOf(value / 100)),
      before: taught.map(({ share }) => levelOf(share)),
      after: fit.leftOut.map(levelOf),
    },
    engineName,
  );
  return { weights: fit.weights, lesson };
}

const four = (value: number): number => Math.round(value * 1e4) / 1e4;

/** A version in use and answers to read by it. */
export interface InUseOrder {
  taught: Taught[];
  weights: Weights;
  answers: { text: string; locale: Locale }[];
}

/** The version as numbers, and how like each of the answers is to what it was learned from. */
export function numbersOf(order: InUseOrder): { known: Known; near: number[][] } {
  const fit = fitOf(order.taught, order.weights);
  const { grades, alike, weights } = fit;
  const points = order.taught.map(({ share, features }) => ({ share: four(share), features }));
  const known = { points, grades, weights, alike: alike.map((row) => row.map(four)) };
  const near = order.answers.map(({ text, locale }) =>
    nearTo(fit, bagOfWords(text, locale)).map(four),
  );
  return { known, near };
}

/** An answer as it could be graded, with its words. */
export interface Offered extends Omit<Gradable, 'bag'> {
  words: string;
  locale: Locale;
}

/** Ids of the answers to grade next (choose-answers.ts). */
export function choiceOf(order: { pool: Offered[]; chosen: Offered[]; wanted: number }): string[] {
  const read = (one: Offered): Gradable => ({ ...one, bag: bagOfWords(one.words, one.locale) });
  const chosen = chooseAnswers(order.pool.map(read), order.chosen.map(read), order.wanted);
  return chosen.map(({ id }) => id);
}
