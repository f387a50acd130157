import type { Locale } from '@zhiyu/contracts/basics';

/** A graded answer to the same question: what a person gave it, on the request's scale. */
export interface GradedAnswer {
  answer: string;
  score: number;
}

/** One level of a rubric and what an answer of that level shows. */
export interface RubricLevel {
  level: number;
  anchor: string;
}

/** What an answer is called: given back as it came; null where the line has none. */
export type AnswerId = string | number | bigint | null;

/** One answer to score. Nothing but these words counts. */
export interface ScoreRequest {
  id: AnswerId;
  language: Locale;
  question: string;
  references: string[];
  keyPoints: string[];
  rubric: RubricLevel[];
  graded: GradedAnswer[];
  /** Lowest and highest score. */
  scale: readonly [number, number];
  answer: string;
}

/** The question without the answer: what is read once and kept for all answers to it. */
export type ScoreBasis = Omit<ScoreRequest, 'id' | 'answer'>;

/** Words a score rests on: `answer.slice(start, end) === text`, offsets in UTF-16 units. */
export interface Quote {
  start: number;
  end: number;
  text: string;
  /** What the words show, or why they do not count, in the request's language. */
  why: string;
}

/** Why an answer has no score of its own and gets the lowest. */
export type TextGate =
  'blank' | 'instructions' | 'echo' | 'nonsense' | 'keywords' | 'wrongLanguage' | 'noBasis';

export interface ScoreResult {
  id: AnswerId;
  score: number;
  /** Standard error on the request's scale. */
  se: number;
  evidence: Quote[];
  gate?: TextGate;
  engine: string;
}

/** A stretch of the answer that is matched as one. */
export interface Piece {
  start: number;
  end: number;
  text: string;
}
