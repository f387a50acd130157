import type { Question } from '@zhiyu/contracts/position';
import { type Described, readDescribed } from './described.js';
import type { Clause, DimensionReading, Slot } from './engine.types.js';
import { askedTexts, fewestOwnWords, ownWords } from './own-words.js';
import type { Reading } from './read-dimension.js';
import { slotWords } from './slot-words.js';
import { wholeStructure } from './structure.js';
import { tellingWords } from './telling-words.js';

/** Steps of the own. */
const fewestDeeds = 3;
/** Share of the parts of a story that its kind of question wants, 0-1. */
const leastTold = 0.4;
/** Without these nothing was told that was done. */
const needed: Slot = 'ownAction';
/** Words of the position's questions, whichever of them: a story from elsewhere has fewer. */
const fewestOfField = 3;
/** Texts of a position that this is counted in. */
const known = new WeakMap<Question, Map<string, string[]>>();

/**
 * Whether an answer in which no cue was met is a whole story in other words: several steps of the own, told in many words
 * that the question does not give, with most parts of a story, in words of the position's field. It says nothing about
 * how good the answer is, only that “says what was asked without a deed” would be wrong.
 */
export function isRetold(reading: Reading, others: readonly Question[]): boolean {
  const { answer, sifted, language, matches } = reading;
  const { question } = answer;
  if (matches.length > 0 || question.kind === 'knowledge') return false;
  const structure = wholeStructure(sifted.kept, question, language);
  if (!structure.found.includes(needed) || (structure.share ?? 0) < leastTold) return false;
  if (deedsIn(sifted.kept, language) < fewestDeeds) return false;
  const own = ownWords(reading);
  if (own.size < fewestOwnWords[language]) return false;
  const field = new Set([question, ...others].flatMap((one) => fieldOf(one, language)));
  return [...own].filter((word) => field.has(word)).length >= fewestOfField;
}

/** Levels at the floor as the described reading has them, where it reads anything; the others as they are. */
export function withRetold(
  dimensions: readonly DimensionReading[],
  from: Described,
): DimensionReading[] {
  const codes = dimensions.flatMap(({ code, floor }) => (floor ? [code] : []));
  const told = readDescribed(from, codes, 'told').dimensions;
  return dimensions.map((one) => {
    const read = told.find(({ code, level }) => code === one.code && level !== null);
    return read && read.level !== null ? { ...read, retold: true } : one;
  });
}

function deedsIn(clauses: readonly Clause[], language: Reading['language']): number {
  return clauses.filter(({ norm }) => slotWords[language].ownAction.test(norm)).length;
}

function wordsOf(texts: readonly string[], language: Reading['language']): string[] {
  return texts.flatMap((one) => tellingWords(one, language));
}

/** Telling words of all that is written about a question, and of its cues. */
function fieldOf(question: Question, language: Reading['language']): string[] {
  const before = known.get(question)?.get(language);
  if (before) return before;
  const described = [...question.anchors, ...question.indicators].map(({ text }) => text[language]);
  const cues = question.indicators.flatMap((one) => (one.cues[language] ?? []).flat());
  const texts = [...askedTexts(question, language), ...described, ...cues];
  const made = [
    ...new Set(
      wordsOf(
        texts.flatMap((one) => one ?? []),
        language,
      ),
    ),
  ];
  const kept = known.get(question) ?? new Map<string, string[]>();
  known.set(question, kept.set(language, made));
  return made;
}
