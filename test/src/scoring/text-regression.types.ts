import type { ScoreRequest } from '@zhiyu/server/scoring/text/text.types';

/**
 * Forty Chinese answers to five questions with the level a careful reader gives, fixed before the text scorer was
 * written. They protect against change and prove nothing about quality: one reader, invented answers.
 * `level` is 1-5; `gate` where there is no real answer at all; `shape` says what the answer is made to be.
 */
export interface FixedAnswer {
  shape: Shape;
  answer: string;
  level: 1 | 2 | 3 | 4 | 5;
  gated: boolean;
  /** Why this level and no other. */
  reason: string;
}

export type Shape =
  | 'full'
  | 'short and good'
  | 'half'
  | 'long and empty'
  | 'echo'
  | "somebody else's deed"
  | 'reversed'
  | 'off topic'
  | 'order to the grader'
  | 'good with an order beside it'
  | 'keyword pile'
  | 'paraphrase'
  | 'gibberish';

export interface FixedQuestion {
  code: string;
  asked: Partial<Pick<ScoreRequest, 'references' | 'keyPoints' | 'rubric'>> & { question: string };
  answers: FixedAnswer[];
}
