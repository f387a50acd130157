import type { Locale } from '@zhiyu/contracts/basics';
import type { Evidence, Finding } from '@zhiyu/contracts/scoring';
import { splitClauses } from './clauses.js';
import type { AssessedAnswer, AnswerScore } from './engine.types.js';
import { normalise } from './normalise.js';
import { reasons, say } from './phrases.js';
import { shingled, sharedBy, type Shared, type Shingled } from './shared-words.js';
import { joinTranscript, secondsAt, type JoinedTranscript } from './transcript-text.js';

/** From this share of the shorter one on, two answers are told to be the same words, 0-1. */
const same = 0.6;
/** More pairs than this tell a reader nothing new. */
const mostPairs = 2;

interface Told {
  answer: AssessedAnswer;
  joined: JoinedTranscript;
  words: Shingled;
}

/**
 * Answers to different questions in the same words. A fact for a person with both passages, most alike first: no score
 * reads it, and a story may well fit two questions. A follow-up may repeat the answer it goes on with.
 */
export function repeatedIn(
  answers: readonly AssessedAnswer[],
  scores: readonly AnswerScore[],
  locale: Locale,
): Finding[] {
  const told = answers.flatMap((answer) => {
    const gate = scores.find((one) => one.answerId === answer.answerId)?.gate ?? null;
    const readable = answer.transcript && answer.question.kind !== 'coding' && !answer.follows;
    if (!readable || gate !== null || !answer.transcript) return [];
    const joined = joinTranscript(answer.transcript);
    return [{ answer, joined, words: shingled(splitClauses(joined, [])) }];
  });
  const asked = told.map(({ answer }) => shingled(splitClauses(plain(answer.questionText), [])));
  const pairs = told.flatMap((one, i) =>
    told.slice(i + 1).flatMap((other) => {
      const shared = sharedBy(other.words, one.words, asked);
      return shared && shared.share >= same ? [{ one, other, shared }] : [];
    }),
  );
  return pairs
    .sort((a, b) => b.shared.share - a.shared.share)
    .slice(0, mostPairs)
    .map((pair) => toFinding(pair, locale));
}

function plain(text: string): JoinedTranscript {
  return { text: normalise(text), segments: [], breaks: [] };
}

function toFinding(pair: { one: Told; other: Told; shared: Shared }, locale: Locale): Finding {
  const { one, other, shared } = pair;
  const text = say(reasons.lookRepeated, locale, {
    one: String(one.answer.questionIndex + 1),
    other: String(other.answer.questionIndex + 1),
    percent: String(Math.floor(shared.share * 100)),
  });
  const quote = ({ answer, joined }: Told, { start, end }: Shared['own']): Evidence => ({
    answerId: answer.answerId,
    questionIndex: answer.questionIndex,
    quote: joined.text.slice(start, end),
    ...{ start, end, seconds: secondsAt(joined, start) },
    ...{ stance: 'against', anchorLevel: 1, shows: text },
  });
  return { text, evidence: [quote(one, shared.other), quote(other, shared.own)] };
}
