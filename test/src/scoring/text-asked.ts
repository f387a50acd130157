import type { ScoreRequest } from '@zhiyu/server/scoring/text/text.types';
import { TextScorer } from '@zhiyu/server/scoring/text/scorer';

/** One for all specs: what it remembers must never show. */
const scorer = new TextScorer();

/** A request in Chinese on 0-10 with nothing to score by, filled in by what a test says. */
export function asked(over: Partial<ScoreRequest>): ScoreRequest {
  return {
    id: 'a1',
    language: 'zh',
    question: '请回答。',
    references: [],
    keyPoints: [],
    rubric: [],
    graded: [],
    scale: [0, 10],
    answer: '',
    ...over,
  };
}

/** Scores a request. */
export function scored(over: Partial<ScoreRequest>): ReturnType<TextScorer['score']> {
  return scorer.score(asked(over));
}
