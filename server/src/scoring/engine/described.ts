import { groundsOf } from '@zhiyu/contracts/grounds';
import type { CompetencyModel } from '@zhiyu/contracts/position';
import type { Evidence } from '@zhiyu/contracts/scoring';
import { type HeldClause, heldClauses, isDescribed, matchDescribed } from './anchor-match.js';
import { isCueless, topicWords } from './anchor-points.js';
import { describedPhrases, toldPhrases } from './described-phrases.js';
import type { DimensionReading } from './engine.types.js';
import { featuresOf } from './features.js';
import { clamp, type Levelled, levelOf, round } from './level.js';
import type { Match } from './match.js';
import { reasons, say } from './phrases.js';
import { evidenceOf, quote, unknown, type Reading } from './read-dimension.js';
import { believed } from './relevance.js';
import { slotClause, type Structure, wholeStructure } from './structure.js';

/** An answer as it is read without cues. */
export interface Described extends Pick<
  Reading,
  'answer' | 'joined' | 'sifted' | 'relevance' | 'confidence' | 'locale'
> {
  model: CompetencyModel;
}

/** A level by the parts of the story alone: they say that something was told, not how good it was. */
const byParts = { from: 1.5, to: 3.5 };
/**
 * The most that the parts alone reach where there were cues and none was met: half as far, because words cannot tell
 * such a story from one about something else (docs/assessment.md); under every requirement of the shipped positions.
 */
const mostRetold = 2.5;
/**
 * Standard error of a level read without cues, points on 0-100: root mean square distance to what cues read in the same
 * answers of the example company, whose cues were left away (docs/assessment.md). No person's grade was there.
 */
const describedError = 32;
/** So many words of its question show that an answer is about it. */
const fewestOnTopic = 2;
/** What the telling of a part speaks for. */
const toldLevel = 3;

/** Whether a dimension of a question has no cue in a language, and something else that was written about it. */
export function isOnlyDescribed(
  { answer, model, locale }: Pick<Described, 'answer' | 'model' | 'locale'>,
  code: string,
): boolean {
  const asked = { code, locale };
  return isCueless(answer.question, asked) && isDescribed(answer.question, model, asked);
}

/**
 * What an answer says about dimensions by what was written about their levels and by the parts of the story: in a
 * language without cues, and for a question without any. It finds words and no paraphrase, so the error is the widest and a person always looks (assess.ts); where nothing is
 * found, nothing is known.
 * @param about told: that it is about its question is known otherwise (retold.ts)
 */
export function readDescribed(
  from: Described,
  codes: readonly string[],
  about: 'told' | 'asked' = 'asked',
): { dimensions: DimensionReading[]; structure: Structure } {
  const { answer, sifted, locale } = from;
  const held = codes.length > 0 ? heldClauses(sifted.kept, locale) : [];
  const structure = wholeStructure(sifted.kept, answer.question, locale);
  const dimensions = codes.map((code) => {
    const matches = matchDescribed(held, answer.question, from.model, { code, locale });
    return readWithout(from, { code, matches, structure, held, about });
  });
  return { dimensions, structure };
}

interface Found {
  code: string;
  matches: Match[];
}

interface Told {
  structure: Structure;
  held: HeldClause[];
  about: 'told' | 'asked';
}

/** By the wording of the levels and the parts of the story, where there are no cues at all. */
function readWithout(
  from: Described,
  { code, matches, structure, held, about }: Found & Told,
): DimensionReading {
  const { answer, model, locale, confidence } = from;
  const asked = { code, locale };
  if (!isDescribed(answer.question, model, asked)) {
    return unknown(code, say(reasons.noCues, locale));
  }
  const own = levelOf(matches, structure.share, confidence);
  const isFor = matches.some(({ stance }) => stance === 'for');
  if (matches.length > 0 && (!isFor || structure.share === null)) {
    const quotes = evidenceOf(from, matches);
    return readingFrom(from, { code, levelled: own, structure, matches, quotes });
  }
  const onTopic = about === 'told' || sharesWords(from, code, held);
  const quotes =
    isFor || onTopic ? [...evidenceOf(from, matches), ...toldIn(from, structure, matches)] : [];
  const parts = partsLevel(structure.share ?? 0, about);
  const level = round(clamp(isFor ? (own.level + parts) / 2 : parts, 1, 5), 2);
  const levelled = { ...own, level, value: round((level - 1) * 25, 1) };
  return readingFrom(from, { code, levelled, structure, matches, quotes });
}

function partsLevel(share: number, about: Told['about']): number {
  const most = about === 'told' ? mostRetold : byParts.to;
  return byParts.from + (most - byParts.from) * share;
}

/** Whether an answer has words of its question or dimension. */
function sharesWords(
  { answer, model, locale }: Described,
  code: string,
  held: readonly HeldClause[],
): boolean {
  const vocabulary = topicWords(answer.question, model, { code, locale });
  const said = new Set(held.flatMap(({ words }) => [...words]));
  return [...said].filter((word) => vocabulary.has(word)).length >= fewestOnTopic;
}

/** The clauses that tell the parts, each once. */
function toldIn(from: Described, { found }: Structure, matches: Match[]): Evidence[] {
  const { sifted, locale } = from;
  const told = found.flatMap((slot) => {
    const clause = slotClause(sifted.kept, slot, locale);
    return clause ? [{ slot, clause }] : [];
  });
  const quoted = new Set(matches.map(({ start }) => start));
  const once = told.filter(
    ({ clause }, i) =>
      !quoted.has(clause.start) && told.findIndex((one) => one.clause === clause) === i,
  );
  return once.map(({ slot, clause }) =>
    quote(from, clause, {
      stance: 'for',
      anchorLevel: toldLevel,
      shows: say(toldPhrases[slot], locale),
    }),
  );
}

function readingFrom(
  { answer, relevance, locale }: Described,
  made: Found & { levelled: Levelled; structure: Structure; quotes: Evidence[] },
): DimensionReading {
  const { code, matches, structure, quotes } = made;
  const evidence = groundsOf(quotes);
  if (!evidence) return unknown(code, say(describedPhrases.notFound, locale));
  const own = believed(made.levelled, relevance, answer.question);
  const levelled = { ...own, standardError: describedError };
  const features = featuresOf(levelled.value / 100, matches, structure);
  return { code, ...levelled, reason: '', evidence, floor: false, features, described: true };
}
