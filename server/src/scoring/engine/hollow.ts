import type { Clause, DimensionReading } from './engine.types.js';
import { featuresOf } from './features.js';
import { floorLevel } from './level.js';
import type { Match } from './match.js';
import { reasons, say } from './phrases.js';
import { fewestOwnWords, ownWords } from './own-words.js';
import { quote, type Reading } from './read-dimension.js';
import { slotWords } from './slot-words.js';

/** A share and hardly anything beside it: 准确率100%, 100 percent. */
const bareShare = /^.{0,8}\d+(?:\.\d+)?\s*(?:%|percent)/u;

/** A clause that says what came of it, what was learned, or a bare share. */
function tellsOutcome({ norm }: Clause, language: Reading['language']): boolean {
  const { result, reflection } = slotWords[language];
  return result.test(norm) || reflection.test(norm) || bareShare.test(norm);
}

/** Whether a match rests on outcomes alone: 完成了100%, 业绩提高了40%, 我学到了很多. */
function isOutcome({ first, last }: Match, { sifted, language }: Reading): boolean {
  return sifted.kept.slice(first, last + 1).every((clause) => tellsOutcome(clause, language));
}

/**
 * A level that rests on nothing but outcomes, of a question that asks for a deed, in an answer with hardly a word of its
 * own: the shape of a story and nothing in it. The outcome may be true, but nothing was told that brought it about, so
 * it reads as any answer that speaks of the matter without a deed. One deed beside the outcome, or a story told in many
 * own words, is enough for it to count in full. No level is raised by this.
 */
export function withoutDeed(reading: Reading, read: DimensionReading): DimensionReading {
  const { answer, matches, structure, confidence, locale } = reading;
  const shown = matches.filter(
    ({ indicator, stance }) => indicator.dimension === read.code && stance === 'for',
  );
  const [first] = shown;
  if (answer.question.kind !== 'behavioural' || read.level === null || first === undefined) {
    return read;
  }
  const floored = floorLevel(structure.share, confidence);
  const hollow =
    shown.every((match) => isOutcome(match, reading)) &&
    ownWords(reading).size < fewestOwnWords[reading.language];
  if (!hollow || floored.level >= read.level) return read;
  const shows = say(reasons.outcomeOnly, locale);
  const told = quote(reading, first, { stance: 'against', anchorLevel: 1, shows });
  const features = featuresOf(floored.value / 100, [], structure);
  return { code: read.code, ...floored, reason: '', evidence: [told], floor: true, features };
}
