import type { Indicator, Question } from '@zhiyu/contracts/position';
import { contradicts } from '../text/alignment.js';
import { readAnswer, type ReadPiece } from '../text/answer-text.js';
import { prepareFacts } from '../text/basis.js';
import { matchPoints, saidIn, type PointMatch } from '../text/match-points.js';
import type { Piece } from '../text/text.types.js';
import type { Span } from './clauses.js';
import type { CueLanguage } from './cues.js';
import type { Clause } from './engine.types.js';
import type { Match } from './match.js';

/** Indicators from this level on are facts that a full answer says. */
const lowestFact = 3;
/** What a fact told the wrong way round speaks for: the anchor that says so is the lowest. */
const turnedLevel = 1;
/** From this share of a fact on a clause says it plainly, 0-1. */
const says = 0.65;

/** An answer to a knowledge question, as it was sifted and matched. */
interface Known {
  question: Question;
  /** The words that may count, places as in the transcript. */
  text: string;
  kept: readonly Clause[];
  language: CueLanguage;
}

/** What a fact's own indicator says, in the language of the answer; nothing where it is not written in it. */
function factsOf({ indicators }: Question, language: CueLanguage): Map<string, Indicator> {
  return new Map(
    indicators.flatMap((one) => {
      const text = one.text[language];
      return one.level >= lowestFact && text ? [[text, one] as const] : [];
    }),
  );
}

/**
 * The matches of a knowledge question, where a fact told the wrong way round speaks against instead of for: exchanged
 * names (队列是后进先出), an order or comparison the other way round, an opposite word, another number. The facts are the
 * texts of the indicators, read by the text scorer's own points (text/match-points.ts); a cue finds only that the words
 * are there. As in the text scorer a clause that turns a fact round counts for nothing else, unless another fact is
 * plainly said in it. What is said as well in another clause stands: people correct themselves, and quote mistakes.
 */
export function withTurnedFacts(
  matches: Match[],
  { question, text, kept, language }: Known,
): Match[] {
  const facts = factsOf(question, language);
  if (facts.size === 0) return matches;
  const reference = prepareFacts({
    question: question.text[language] ?? question.text.zh,
    language,
    references: [],
    keyPoints: [...facts.keys()],
    rubric: [],
    graded: [],
    scale: [0, 1],
  });
  // What is said again is blank in the text already, where the engine's rules fold it.
  const answer = readAnswer(text, language, { folds: false });
  const points = matchPoints(reference, answer);
  const turned = points.flatMap((one) => turnedFact(one, answer.clauses, facts));
  const isPlain = (match: Match): boolean =>
    points.some(
      ({ point, contrary, at }) =>
        !contrary &&
        facts.get(point.text) === match.indicator &&
        at !== null &&
        meets(at, match) &&
        saidIn(point, at) >= says,
    );
  const left = matches.filter((match) => {
    if (match.stance === 'against') return true;
    if (turned.some(({ indicator }) => indicator === match.indicator)) return false;
    return isPlain(match) || !turned.some(({ at }) => within(match, at));
  });
  const straight = left.map((match) => (match.denied && isPlain(match) ? affirmed(match) : match));
  return [...straight, ...turned.flatMap((one) => against(one, kept))];
}

/** 快速排序不稳定 denies nothing where that is the fact. */
function affirmed(match: Match): Match {
  return { ...match, stance: 'for', level: match.indicator.level, denied: false };
}

interface Turned {
  indicator: Indicator;
  at: Piece;
}

/** A fact told the wrong way round, and where; nothing where another clause says it as well or better. */
function turnedFact(
  { point, contrary, at }: PointMatch,
  clauses: readonly ReadPiece[],
  facts: ReadonlyMap<string, Indicator>,
): Turned[] {
  const indicator = facts.get(point.text);
  if (!contrary || !at || !indicator) return [];
  const here = saidIn(point, at);
  const rightly = clauses.some(
    (clause) =>
      !meets(clause, at) &&
      saidIn(point, clause) >= here &&
      !contradicts(point.units, [...clause.reading.units]),
  );
  return rightly ? [] : [{ indicator, at }];
}

function against({ indicator, at }: Turned, kept: readonly Clause[]): Match[] {
  const clause = kept.find((one) => meets(one, at));
  if (!clause) return [];
  const { index, start, end } = clause;
  const speaks = { stance: 'against', level: turnedLevel, denied: true } as const;
  return [{ indicator, ...speaks, first: index, last: index, start, end }];
}

function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function within(a: Span, b: Span): boolean {
  return a.start >= b.start && a.end <= b.end;
}
