import { totalOf } from '@zhiyu/contracts/total';
import { dimensionScore } from './combine.js';
import type { AnswerScore, AssessInput, Readers } from './engine.types.js';
import { readAnswers } from './joined.js';

/** One interview's total as it is, and as it would be had one planned question not been asked; 0-100. */
export interface LeftOut {
  /** Null: nothing was measured. */
  total: number | null;
  /** Questions whose answer was measured; null: nothing else was. */
  without: { question: string; total: number | null }[];
}

/** By the formula of the report, from the same input. A question goes with what followed up on it. */
export function leftOutOf(input: AssessInput, readers: Readers): LeftOut {
  const { locale, model, answers } = input;
  const scores = readAnswers(answers, model, locale, readers);
  const totalFrom = (some: AnswerScore[]) =>
    totalOf(
      model.dimensions.map((dimension) => dimensionScore(dimension, some, locale)),
      model,
    ).value;
  const measured = new Set(
    scores
      .filter(({ dimensions }) => dimensions.some(({ value }) => value !== null))
      .map(({ answerId }) => answerId),
  );
  const planned = answers.filter(
    ({ kind, answerId }) => (kind ?? 'planned') === 'planned' && measured.has(answerId),
  );
  return {
    total: totalFrom(scores),
    without: planned.map(({ answerId, question }) => {
      const gone = new Set([answerId, ...followUpsOf(answerId, answers)]);
      return {
        question: question.code,
        total: totalFrom(scores.filter((one) => !gone.has(one.answerId))),
      };
    }),
  };
}

function followUpsOf(answerId: string, answers: AssessInput['answers']): string[] {
  return answers
    .filter(({ follows }) => follows === answerId)
    .flatMap((one) => [one.answerId, ...followUpsOf(one.answerId, answers)]);
}
