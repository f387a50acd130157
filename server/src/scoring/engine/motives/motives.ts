import type { Locale } from '@zhiyu/contracts/basics';
import type { AnswerPassage } from '@zhiyu/contracts/contradictions';
import {
  type Motive,
  type MotiveKind,
  motiveKinds,
  type Motives,
  type MotiveStance,
} from '@zhiyu/contracts/motives';
import { splitClauses } from '../clauses.js';
import { isOwn } from '../contradictions/said.js';
import type { AnswerScore, AssessedAnswer, Clause } from '../engine.types.js';
import { joinTranscript, secondsAt, type JoinedTranscript } from '../transcript-text.js';
import { asksWhy, motiveWords } from './motive-words.js';
import type { MotiveWords } from './words.types.js';

/** Of one motive nobody needs to read more. */
const mostOfOne = 2;

/** A question of motivation (kind) that asks for the reason. */
function asks({ question, questionText }: AssessedAnswer): boolean {
  return question.kind === 'motivation' && [question.text.zh, questionText].some(isWhy);
}

const isWhy = (text: string): boolean => asksWhy.test(text);

/**
 * What the candidate said to look for in work: growth, stability, pay, each in their words. Few and sure rather than
 * many: where nothing asks for the reason, a clause must itself say that the speaker wants it; what is somebody
 * else's, the shop's or a system's is left alone. It moves no score, and what was not said is not guessed.
 */
export function motivesIn(
  answers: readonly AssessedAnswer[],
  scores: readonly AnswerScore[],
  locale: Locale,
): Motives {
  const said = answers.flatMap((answer, i) => motivesOf(answer, scores[i], locale));
  return {
    asked: answers.some(asks),
    said: motiveKinds.flatMap((kind) => mostTelling(said.filter((one) => one.kind === kind))),
  };
}

/** One each way first, then a second of the same. */
function mostTelling(said: Motive[]): Motive[] {
  const first = (stance: MotiveStance) => said.find((one) => one.stance === stance);
  const each = [first('for'), first('against')].filter((one) => one !== undefined);
  const chosen = [...each, ...said.filter((one) => !each.includes(one))].slice(0, mostOfOne);
  return said.filter((one) => chosen.includes(one));
}

function motivesOf(
  answer: AssessedAnswer,
  score: AnswerScore | undefined,
  locale: Locale,
): Motive[] {
  const { transcript, question } = answer;
  const isRead = score !== undefined && (score.gate === null || score.gate === 'tooShort');
  if (!transcript || question.kind === 'coding' || !isRead) return [];
  const joined = joinTranscript(transcript);
  const words = motiveWords[locale];
  const asked = asks(answer);
  const clauses = splitClauses(joined, score.ignored);
  return clauses.flatMap((clause, i) => {
    const next = clauses[i + 1]?.norm ?? '';
    const after = motiveKinds.some((kind) => next.search(words.cues[kind]) >= 0) ? '' : next;
    const between = { before: clauses[i - 1]?.norm ?? '', after };
    return motiveKinds.flatMap((kind) => {
      const stance = stanceIn({ norm: clause.norm, ...between }, kind, { words, asked });
      return stance ? [{ kind, stance, passage: passageOf(answer, joined, clause) }] : [];
    });
  });
}

/** A clause and its neighbours, normalised; empty where there is none, or where the next speaks of a motive itself. */
interface Told {
  norm: string;
  before: string;
  after: string;
}

/** The first that the clause says of a motive; nothing where it says none of the speaker's own. */
function stanceIn(
  { norm, ...beside }: Told,
  kind: MotiveKind,
  { words, asked }: { words: MotiveWords; asked: boolean },
): MotiveStance | null {
  const wish = words.seeks.exec(norm);
  if (!asked && !wish) return null;
  if (wish ? !isOwn(norm.slice(0, wish.index)) : isWishOfOthers(beside.before, words)) return null;
  for (const { 0: text, index } of norm.matchAll(words.cues[kind])) {
    const before = norm.slice(0, index).replace(words.beside, '');
    const after = norm.slice(index + text.length);
    if (isOwn(before) && !words.notOneself[kind].test(before)) {
      return stanceAt(before, after === '' ? beside.after : after, words);
    }
  }
  return null;
}

/** “My parents want me to join a bank”: what follows without a wish of the speaker's is theirs too. */
function isWishOfOthers(norm: string, { seeks }: MotiveWords): boolean {
  const wish = seeks.exec(norm);
  return wish !== null && !isOwn(norm.slice(0, wish.index));
}

/** Too little of it speaks for it (“I left because I learned nothing new”), and so does not wanting too little. */
function stanceAt(before: string, after: string, words: MotiveWords): MotiveStance {
  const lacks = words.lackBefore.test(before) || words.lackAfter.test(after);
  const less = words.lessBefore.test(before) || words.lessAfter.test(after);
  return less && !lacks ? 'against' : 'for';
}

function passageOf(
  { answerId, questionIndex }: AssessedAnswer,
  joined: JoinedTranscript,
  { start, end, text }: Clause,
): AnswerPassage {
  const seconds = secondsAt(joined, start);
  return { from: 'answer', answerId, questionIndex, quote: text, start, end, seconds };
}
