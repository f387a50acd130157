import type { Question } from '@zhiyu/contracts/position';
import type { AnswerParts } from '../interviews/interview-view.js';
import { minutesOf } from '../interviews/invitations.service.js';

type Times = Pick<Question, 'thinkingSeconds' | 'answerSeconds'>;

/**
 * Seconds of the announced minutes that were not spent and that the questions to come do not need. Spent is what
 * thinking and answering really took; writing counts half, as it has twice the time. A person's question has its own.
 */
export function secondsLeft(parts: AnswerParts[]): number {
  const own = parts.filter(({ question }) => question.kind !== 'supplementary');
  const needed = own.map((part) =>
    part.answer.state === 'waiting' ? fullOf(part.question.content) : spentOn(part),
  );
  const planned = parts.filter(({ question }) => question.kind === 'planned');
  const announced = minutesOf(planned.map(({ question }) => question.content));
  return announced * 60 - needed.reduce((sum, seconds) => sum + seconds, 0);
}

function fullOf({ thinkingSeconds, answerSeconds }: Times): number {
  return thinkingSeconds + answerSeconds;
}

function spentOn({ question, answer, attempts }: AnswerParts): number {
  const { thinkingSeconds } = question.content;
  const first = attempts[0]?.startedAt ?? null;
  const begun = (answer.thinkingEndsAt ?? 0) - thinkingSeconds * 1000;
  const thought = first === null ? thinkingSeconds : Math.max(0, (first - begun) / 1000);
  const spoken = attempts.map(({ mode, seconds }) => (mode === 'text' ? seconds / 2 : seconds));
  return spoken.reduce((sum, seconds) => sum + seconds, thought);
}
