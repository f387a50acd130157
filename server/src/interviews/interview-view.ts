import type { Locale } from '@zhiyu/contracts/basics';
import { textIn } from '@zhiyu/contracts/basics';
import { unsureIn } from '@zhiyu/contracts/heard';
import type { Attempt, CurrentQuestion, QuestionReader } from '@zhiyu/contracts/interview';
import type { Segment, Transcript } from '@zhiyu/contracts/scoring';
import type { Application } from '../recruiting/entities/application.entity.js';
import { isLate } from './answer-time.js';
import { askedText, reasonText, spokenOf } from './asked-text.js';
import { decisionMs } from './next-question.js';
import type { Answer, AskedQuestion, AttemptRow, Interview } from './entities/interview.entity.js';
import type { TakenUp } from './transcripts.service.js';

/** Shorter than this a word stands in too many places to be pointed at by its letters. */
const shortestDoubt = 2;

/** Words may be written or corrected for this long after handing in, while nobody has decided. */
export const editableMs = 3 * 24 * 3_600_000;

/** `said`: what a follow-up takes up of the candidate's words; `worded`: its own wording; empty: nothing. */
export interface AnswerParts extends TakenUp {
  question: AskedQuestion;
  answer: Answer;
  attempts: AttemptRow[];
}

/** The words as one text; languages that write spaces get one between segments. */
export function wordsOf(transcript: Transcript | undefined): string | null {
  const between = transcript?.locale === 'en' || transcript?.locale === 'fr' ? ' ' : '';
  return transcript ? transcript.segments.map((segment) => segment.text).join(between) : null;
}

/** What the engine was not sure of, for the candidate to look at. */
function doubtfulIn(segment: Segment): string[] {
  return unsureIn(segment)
    .map(([from, to]) => segment.text.slice(from, to))
    .filter((text) => text.length >= shortestDoubt);
}

export function attemptView(
  row: AttemptRow,
  facts: { answer: Answer; transcript: Transcript | undefined; here: boolean; hasMedia: boolean },
): Attempt {
  const { transcript } = facts;
  return {
    id: row.id,
    mode: row.mode,
    state: row.state,
    chosen: facts.answer.chosenAttemptId === row.id,
    here: facts.here,
    seconds: row.seconds,
    words: wordsOf(transcript),
    wordsFrom: transcript?.origin ?? null,
    doubtful: [...new Set(transcript?.segments.flatMap(doubtfulIn))],
    recognition: row.recognition,
    hasMedia: facts.hasMedia,
  };
}

/** Words of a recording may still be written or corrected; a typed answer only in its time, until it is used. */
export function wordsOpen(of: {
  attempt: AttemptRow;
  answer: Answer;
  interview: Interview;
  application: Application;
  now: number;
}): boolean {
  const { attempt, answer, interview, application, now } = of;
  const undecided = ['aiInterview', 'review'].includes(application.stage);
  const fresh = (interview.finishedAt ?? now) + editableMs > now;
  const unused = interview.state === 'running' && answer.state !== 'done';
  return undecided && fresh && (attempt.mode !== 'text' || (unused && !isLate(attempt, now)));
}

/** The question is on the candidate's screen. */
export function isOpen(part: AnswerParts): boolean {
  return ['thinking', 'answering', 'reviewing'].includes(part.answer.state);
}

function phaseOf(answer: Answer): CurrentQuestion['phase'] {
  return answer.state === 'answering' || answer.state === 'reviewing' ? answer.state : 'thinking';
}

/**
 * Until when a follow-up to the answer that was given last may still come, as its words are not there yet; null: go on.
 * @param most follow-ups that the plan allows
 */
export function decidingUntil(parts: AnswerParts[], most: number, now: number): number | null {
  const asked = parts.filter(({ question }) => question.kind === 'followUp').length;
  const last = parts.findLast(({ answer }) => answer.state === 'done');
  if (asked >= most || last?.question.kind !== 'planned' || parts.some(isOpen)) {
    return null;
  }
  const { answer, attempts } = last;
  const chosen = attempts.find(({ id }) => id === answer.chosenAttemptId);
  const until = (answer.chosenAt ?? 0) + decisionMs;
  return chosen?.recognition === 'pending' && until > now ? until : null;
}

/** Begun and left for another way of answering: so many do not count. */
const switches = 4;

/**
 * How many recordings may still be made: the first and the re-recordings of the plan. Only finished ones count. A
 * question that is asked once more, as its recording was bad, has one.
 */
export function attemptsLeft(
  { attempts: all, question, answer }: Pick<AnswerParts, 'attempts' | 'question' | 'answer'>,
  reRecordings: number,
): number {
  const { chosenAt } = answer;
  const attempts = chosenAt === null ? all : all.filter((one) => one.startedAt > chosenAt);
  // A program is handed in as often as wanted within its one time.
  const more = question.content.kind === 'coding' || chosenAt !== null ? 0 : reRecordings;
  const finished = attempts.filter((attempt) => attempt.state === 'finished').length;
  const begun = 1 + more + switches - attempts.length;
  return Math.max(0, Math.min(1 + more - finished, begun));
}

export function currentView(
  parts: AnswerParts,
  facts: {
    attempts: Attempt[];
    reRecordings: number;
    locale: Locale;
    /** Where no person read it. */
    readBy: Exclude<QuestionReader, 'person'>;
  },
): CurrentQuestion {
  const { question, answer } = parts;
  const { content } = question;
  const open = parts.attempts.filter((attempt) => attempt.state === 'recording').at(-1);
  return {
    answerId: answer.id,
    index: question.position,
    text: askedText(parts, facts.locale),
    hint: content.hint ? textIn(content.hint, facts.locale) : '',
    kind: question.kind,
    reason: reasonText(parts),
    readBy: spokenOf(parts, facts.locale) !== null ? 'person' : facts.readBy,
    coding: content.kind === 'coding',
    phase: phaseOf(answer),
    thinkingSeconds: content.thinkingSeconds,
    answerSeconds: content.answerSeconds,
    thinkingEndsAt: answer.thinkingEndsAt,
    answerEndsAt: open?.endsAt ?? null,
    attempts: facts.attempts,
    attemptsLeft: attemptsLeft(parts, facts.reRecordings),
  };
}
