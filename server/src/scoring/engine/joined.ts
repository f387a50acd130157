import type { Locale } from '@zhiyu/contracts/basics';
import type { CompetencyModel } from '@zhiyu/contracts/position';
import { changedGrounds } from '@zhiyu/contracts/grounds';
import type { Evidence, Transcript } from '@zhiyu/contracts/scoring';
import { scoreAnswer } from './answer-score.js';
import type { AnswerScore, AssessedAnswer, DimensionReading, Readers } from './engine.types.js';
import { joinTranscript } from './transcript-text.js';

/** Between two answers a clause ends. */
const between = { text: '\n', from: null, to: null, confidence: null };

/** Gates under which the words of a follow-up can still stand beside those of its question: short is what it may be. */
const readable = ['tooShort', null];

/**
 * Reads every answer, in the order given. The answer to a follow-up is read together with the one it goes on with: what
 * was told in both is one story, so it has one level; the evidence points at the answer the words stand in. A follow-up
 * that says nothing readable leaves its question as it was: nobody loses by having been asked.
 * A second engine reads each story once, as a whole, and calibration too.
 */
export function readAnswers(
  answers: AssessedAnswer[],
  model: CompetencyModel,
  locale: Locale,
  readers: Readers = {},
): AnswerScore[] {
  const alone = readAlone(answers, model, locale, readers);
  const scores = new Map(alone);
  const joined = new Set<string>();
  for (const follow of answers) {
    const parent = answers.find((one) => one.answerId === follow.follows);
    const own = alone.get(follow.answerId);
    if (!parent || !own) continue;
    const silent = { ...own, dimensions: [], missing: [], anchor: null };
    scores.set(follow.answerId, silent);
    const before = scores.get(parent.answerId);
    if (!before || !isJoinable(before, own)) continue;
    const { transcript, border } = together(parent, follow);
    const both = scoreAnswer({ ...parent, transcript }, model, locale, readers);
    if (both.gate !== null) continue;
    joined.add(parent.answerId);
    const there = placed(follow, border);
    scores.set(parent.answerId, { ...withoutIgnored(both, border), ...there(both) });
    const ignored = both.ignored.filter((part) => part.start >= border).map(there.part);
    scores.set(follow.answerId, { ...silent, gate: null, gateReason: '', ignored });
  }
  for (const one of movable(readers) ? answers.filter(isWhole(joined)) : []) {
    scores.set(one.answerId, scoreAnswer(one, model, locale, readersOf(one, readers)));
  }
  return answers.flatMap(({ answerId }) => scores.get(answerId) ?? []);
}

/** Each answer by itself, by the engine's own rules. */
function readAlone(
  answers: AssessedAnswer[],
  model: CompetencyModel,
  locale: Locale,
  { rules, others }: Readers,
): Map<string, AnswerScore> {
  return new Map(
    answers.map((one) => {
      const own = readersOf(one, { rules, others });
      return [one.answerId, scoreAnswer(one, model, locale, own)];
    }),
  );
}

/** More of one story is asked for by a follow-up: it may well fit the question it came from, so it is not compared. */
function readersOf({ kind, follows }: AssessedAnswer, readers: Readers): Readers {
  return kind === 'followUp' || follows ? { ...readers, others: undefined } : readers;
}

/** Whether what was said to a follow-up can stand beside its question's answer. */
function isJoinable(before: AnswerScore, own: AnswerScore): boolean {
  return before.gate === null && readable.includes(own.gate);
}

/** Whether anything but the engine's own rules reads along. */
function movable({ second, learned }: Readers): boolean {
  return second !== undefined || learned !== undefined;
}

/** A story that was not joined with another; what follows one is never a story of its own. */
function isWhole(joined: Set<string>): (answer: AssessedAnswer) => boolean {
  return ({ answerId, follows }) => !joined.has(answerId) && !follows;
}

/** Both texts as one, and where the second begins. @throws where one of them has no words */
export function together(
  parent: AssessedAnswer,
  follow: AssessedAnswer,
): { transcript: Transcript; border: number } {
  const first = parent.transcript;
  const second = follow.transcript;
  if (!first || !second) {
    throw new Error('only answers with words are read together');
  }
  const segments = [...first.segments, between, ...second.segments];
  const origin = [first, second].some((one) => one.origin === 'engine') ? 'engine' : first.origin;
  const transcript = { ...first, origin, segments };
  const place = joinTranscript(transcript).segments[first.segments.length + 1];
  return { transcript, border: place?.start ?? 0 };
}

function withoutIgnored(score: AnswerScore, border: number): AnswerScore {
  return { ...score, ignored: score.ignored.filter((part) => part.start < border) };
}

/** Moves what stands behind the border to the answer it belongs to. */
function placed({ answerId, questionIndex }: AssessedAnswer, border: number) {
  const part = <T extends { start: number; end: number }>(one: T): T => ({
    ...one,
    start: one.start - border,
    end: one.end - border,
  });
  const evidence = (one: Evidence): Evidence =>
    one.start < border ? one : { ...part(one), answerId, questionIndex };
  const reading = (one: DimensionReading): DimensionReading =>
    one.level === null ? one : { ...one, evidence: changedGrounds(one.evidence, evidence) };
  const score = ({ dimensions, anchor, fits }: AnswerScore) => ({
    dimensions: dimensions.map(reading),
    anchor: anchor ? evidence(anchor) : null,
    ...(fits ? { fits: { ...fits, evidence: changedGrounds(fits.evidence, evidence) } } : {}),
  });
  return Object.assign(score, { part });
}
