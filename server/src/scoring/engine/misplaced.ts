import { textIn, type Locale } from '@zhiyu/contracts/basics';
import type { Question } from '@zhiyu/contracts/position';
import { changedGrounds, groundsOf } from '@zhiyu/contracts/grounds';
import type { Finding } from '@zhiyu/contracts/scoring';
import { splitClauses } from './clauses.js';
import type { AnswerScore, AssessedAnswer, BetterFit, DimensionReading } from './engine.types.js';
import { largestError } from './level.js';
import { matchIndicators, type Match } from './match.js';
import { misplacedPhrases as phrases } from './misplaced-phrases.js';
import { say } from './phrases.js';
import { evidenceOf, matchesIn, readDimension, type Reading } from './read-dimension.js';
import { relevanceOf, tellingOf } from './relevance.js';
import type { Sifted } from './sift.js';
import { readStructure } from './structure.js';

/** Points of 0-100 by which another question must read an answer higher than its own. */
const better = 10;
/** Points shown to the other question: one cue is met by chance. */
const fewestPoints = 2;
/** Quotes that show it. */
const mostQuotes = 3;

/**
 * The other question that reads an answer highest, where three things agree: it reads at least ten points more in it
 * than its own question does, it finds two points or more, and the answer speaks more in its words (relevance.ts) than
 * in those of its own. An answer that nothing was measured in has no error to widen.
 */
export function betterFit(
  reading: Reading,
  dimensions: readonly DimensionReading[],
  others: readonly Question[],
): BetterFit | null {
  const own = highest(dimensions);
  if (own === null || own > 100 - better) return null;
  const asked = reading.answer.question;
  const { language } = reading;
  const clauses = splitClauses(reading.joined, ordersIn(reading.sifted));
  const fits = others
    .filter(({ code }) => code !== asked.code)
    .flatMap((question) => readBy(question, reading) ?? [])
    .filter(({ value }) => value >= own + better)
    .sort((a, b) => b.value - a.value);
  if (fits.length === 0) return null;
  const inOwnWords = tellingOf(clauses, asked, language);
  const isToldIn = ({ fit }: Fit) => tellingOf(clauses, fit.question, language) > inOwnWords;
  return fits.find(isToldIn)?.fit ?? null;
}

/** The questions of a position that an answer may have been meant for: those that were asked, and those that were not. */
export function candidatesOf(
  answers: readonly AssessedAnswer[],
  spare: readonly Question[],
): Question[] {
  const asked = answers.flatMap((one) => (one.kind === 'followUp' ? [] : [one.question]));
  const told = [...asked, ...spare].filter(({ kind }) => kind !== 'coding');
  return [...new Map(told.map((question) => [question.code, question])).values()];
}

function highest(dimensions: readonly DimensionReading[]): number | null {
  const values = dimensions.flatMap(({ value }) => value ?? []);
  return values.length === 0 ? null : Math.max(...values);
}

/** Another question with what it reads in an answer, 0-100. */
interface Fit {
  fit: BetterFit;
  value: number;
}

function pointsIn(matches: readonly Match[]): number {
  return new Set(matches.map(({ indicator }) => indicator)).size;
}

function ordersIn({ ignored }: Sifted): Sifted['ignored'] {
  return ignored.filter(({ kind }) => kind === 'instruction');
}

/** The answer as if it had been given to another question; null where that finds too little in it. */
function readBy(question: Question, own: Reading): Fit | null {
  const { joined, sifted, language } = own;
  const { kept, ignored } = sifted;
  // Facts take longer to read than cues: where these find too little, facts add nothing.
  if (pointsIn(matchIndicators(kept, ignored, question.indicators, language)) < fewestPoints) {
    return null;
  }
  const answer = { ...own.answer, question };
  const matches = matchesIn(question, { joined, sifted, language });
  const shown = matches.filter(({ stance }) => stance === 'for');
  if (pointsIn(shown) < fewestPoints) return null;
  const relevance = relevanceOf(splitClauses(joined, ordersIn(sifted)), question, language);
  const structure = readStructure(kept, matches, question, language);
  const reading = { ...own, answer, matches, structure, relevance };
  const value = highest(question.dimensions.map((code) => readDimension(reading, code)));
  const evidence = groundsOf(evidenceOf(reading, shown).slice(0, mostQuotes));
  return value === null || !evidence ? null : { fit: { question, evidence }, value };
}

/** The widest error for every level of an answer that another question fits better. */
export function withWiderErrors(score: AnswerScore): AnswerScore {
  if (!score.fits) return score;
  const dimensions = score.dimensions.map((one) =>
    one.level === null ? one : { ...one, widened: largestError },
  );
  return { ...score, dimensions };
}

/** What a person should know of such answers, with the words that seem to be meant for the other question. */
export function misplacedIn(
  answers: readonly AssessedAnswer[],
  scores: readonly AnswerScore[],
  locale: Locale,
): Finding[] {
  return scores.flatMap(({ questionIndex, fits }) => {
    if (!fits) return [];
    const place = answers.find(({ question }) => question.code === fits.question.code);
    const text = say(place ? phrases.look : phrases.lookUnasked, locale, {
      one: String(questionIndex + 1),
      other: place ? String(place.questionIndex + 1) : '',
      question: textIn(fits.question.text, locale),
    });
    return { text, evidence: changedGrounds(fits.evidence, (one) => ({ ...one, shows: text })) };
  });
}
