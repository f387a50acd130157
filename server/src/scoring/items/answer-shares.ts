import type { Gate } from '@zhiyu/contracts/scoring';
import { type AssessedAnswer, type AssessInput, scoreAnswer } from '../engine/assess.js';

/** What an answer was worth by itself, without what follow-ups added. */
export interface AnswerShare {
  answer: AssessedAnswer;
  gate: Gate | null;
  /** Of the most, 0-1; null where it was not measured. */
  share: number | null;
}

/** Each answer of an interview, in its order. */
export function answerShares({ answers, model, locale }: AssessInput): AnswerShare[] {
  return answers.map((answer) => {
    const { gate, dimensions } = scoreAnswer(answer, model, locale);
    const values = dimensions.flatMap(({ value }) => (value === null ? [] : [value / 100]));
    return { answer, gate, share: gate === null ? mean(values) : null };
  });
}

/** Null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
}
