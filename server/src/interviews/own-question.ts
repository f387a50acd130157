import { AppError } from '@zhiyu/contracts/errors';
import type { PositionContent, Question } from '@zhiyu/contracts/position';

const times = { thinkingSeconds: 60, answerSeconds: 180 };

/** A question in a person's own words: asked, recorded and read, but without anchors nothing to score it by. */
export function ownQuestion(text: string, { questions }: PositionContent): Question {
  const [first] = questions;
  if (!first) {
    throw new AppError('notFound');
  }
  return {
    code: 'supplementary',
    kind: 'behavioural',
    dimensions: [],
    text: { zh: text },
    ...times,
    anchors: first.anchors,
    indicators: [],
  };
}
