import type { Evidence } from '@zhiyu/contracts/scoring';
import type { AssessedAnswer, AssessInput, DimensionReading } from '../engine/engine.types.js';
import { readAnswers } from '../engine/joined.js';
import type { Rules } from '../engine/rules.js';
import { surelyHeard } from './surely-heard.js';

/** A level that would rest on words that were not heard for sure. */
export interface Resting {
  answerId: string;
  code: string;
  /** What it would rest on; at least one. */
  evidence: Evidence[];
}

type Read = Pick<AssessInput, 'answers' | 'model' | 'locale'>;

/** Half a level: a reading that moves by less without the unsure words does not rest on them, points of 100. */
const halfLevel = 12.5;

/**
 * What of an interview rests on words that were not heard for sure: every answer is read with and without them, and what
 * has no level without them, or one that is half a level away, rests on them. In either direction: nobody gains or loses
 * by what a recogniser may have misheard.
 */
export function restingOnUnsure({ answers, model, locale }: Read, rules?: Rules): Resting[] {
  const surely = answers.map(surelyHeard);
  if (surely.every((one, i) => one === answers[i])) {
    return [];
  }
  const sure = new Map(
    readAnswers(surely, model, locale, { rules }).map((one) => [one.answerId, one.dimensions]),
  );
  return readAnswers(answers, model, locale, { rules }).flatMap(({ answerId, dimensions }) =>
    dimensions
      .filter((own) => rests(own, sure.get(answerId) ?? []))
      .map(({ code, evidence }) => ({ answerId, code, evidence })),
  );
}

function rests(own: DimensionReading, sure: readonly DimensionReading[]): boolean {
  const value = sure.find(({ code }) => code === own.code)?.value ?? null;
  return own.value !== null && (value === null || Math.abs(own.value - value) >= halfLevel);
}

/** The answers with their questions asked only about what was surely heard of. */
export function withoutResting(
  answers: readonly AssessedAnswer[],
  resting: readonly Resting[],
): AssessedAnswer[] {
  return answers.map((answer) => {
    const codes = resting.flatMap((one) => (one.answerId === answer.answerId ? [one.code] : []));
    const { question } = answer;
    const dimensions = question.dimensions.filter((code) => !codes.includes(code));
    return codes.length === 0 ? answer : { ...answer, question: { ...question, dimensions } };
  });
}

/** An interview of which only what was surely heard is read; the same where nothing rests on the rest. */
export function onlySure<T extends Read>(input: T): T {
  const resting = restingOnUnsure(input);
  return resting.length === 0
    ? input
    : { ...input, answers: withoutResting(input.answers, resting) };
}
