import type { CandidateActor } from '../platform/auth/actor.js';
import type { Answer, AskedQuestion, AttemptRow } from './entities/interview.entity.js';

/** The server takes an answer this much after its end: the last slice and a slow network. */
export const graceMs = 5_000;
/** A text finished without a network is taken this long after its end … */
const offlineMs = 24 * 3_600_000;
/** … and this long after its device was heard from again: then it could be sent. */
const reachableMs = 120_000;
/** Another device than the one that answers may end its attempt only this long after its time. */
const elsewhereMs = 60_000;
/** Writing that goes on at another device has at least this. */
const leastToWriteMs = 60_000;
/** At least this part of the answer time is left to who began to answer late. */
const leastPart = 0.5;

/** A question that is open, as far as its time goes. */
interface Open {
  question: AskedQuestion;
  answer: Pick<Answer, 'thinkingEndsAt'>;
  attempts: AttemptRow[];
}

/** Longest answer in ms; writing has twice the time of speaking, a program the time that its question says. */
export function limitOf(question: AskedQuestion, mode: AttemptRow['mode']): number {
  const { answerSeconds, kind } = question.content;
  return answerSeconds * 1000 * (mode === 'text' && kind !== 'coding' ? 2 : 1);
}

/** Milliseconds of the answer time that were spent on thinking on; only the first attempt follows the thinking. */
export function overrunOf(
  { answer, question, attempts }: Open,
  mode: AttemptRow['mode'],
  now: number,
): number {
  const end = answer.thinkingEndsAt;
  if (attempts.length > 0 || end === null) {
    return 0;
  }
  const most = limitOf(question, mode) * (1 - leastPart);
  return Math.min(most, Math.max(0, now - end - graceMs));
}

/** When an attempt that begins now ends. `moved`: the one that it goes on from, at another device. */
export function endOf(
  part: Open,
  mode: AttemptRow['mode'],
  of: { now: number; moved: AttemptRow | undefined },
): number {
  const { now, moved } = of;
  const begun = part.attempts.map(({ endsAt }) => endsAt);
  if (part.question.content.kind === 'coding' && begun.length > 0) {
    // A program goes on where it was left: its time does not begin again.
    return Math.max(...begun, moved ? now + leastToWriteMs : 0);
  }
  return moved?.mode === 'text' && mode === 'text'
    ? Math.max(moved.endsAt, now + leastToWriteMs)
    : now + limitOf(part.question, mode) - overrunOf(part, mode, now);
}

/** The attempt was begun on this device. */
export function isHere(attempt: AttemptRow, actor: CandidateActor): boolean {
  return attempt.session === null || attempt.session === actor.sessionId;
}

/** Another device answers, or has not had the time to send the end of it. */
export function runsElsewhere(attempt: AttemptRow, actor: CandidateActor, now: number): boolean {
  return !isHere(attempt, actor) && now <= attempt.endsAt + elsewhereMs;
}

export function isLate(attempt: AttemptRow, now: number): boolean {
  return now > attempt.endsAt + graceMs;
}

/**
 * Whether a text that comes late was written in time, as far as the server can know: the device says so and counts no
 * more time than there was, and it comes as soon as the device is reached again.
 */
export function wasInTime(
  attempt: AttemptRow,
  said: { offline: boolean; durationMs: number },
  now: number,
): boolean {
  const { startedAt, endsAt, heardAt } = attempt;
  const soon = now <= endsAt + offlineMs && now <= (heardAt ?? now) + reachableMs;
  return said.offline && soon && said.durationMs <= endsAt - startedAt + graceMs;
}
