import type { Locale } from '@zhiyu/contracts/basics';
import type { CompetencyModel, Question } from '@zhiyu/contracts/position';
import { contradicts } from '../text/alignment.js';
import { coverage } from '../text/basis.js';
import { readingOf } from '../text/language/reading.js';
import { saidIn } from '../text/match-points.js';
import { describedOf, type Described, type DescribedPoint } from './anchor-points.js';
import type { Clause } from './engine.types.js';
import type { Match } from './match.js';
import { tellingWords } from './telling-words.js';

/** A clause as it is held against what is described. */
export interface HeldClause {
  clause: Clause;
  units: ReadonlySet<string>;
  pairs: ReadonlySet<string>;
  words: ReadonlySet<string>;
  /** In order. */
  said: string[];
}

/**
 * From these shares on a clause of a description is met, 0-1: `asItStands` by pairs as the text scorer finds a point
 * (its own limit for rubrics), `inWords` by telling words, of which there must be so many.
 */
const met = { asItStands: 0.45, inWords: 0.5, words: 2 };
/** What speaks against somebody must be said nearly as it stands (the text scorer's limit for the lowest anchor). */
const plainlyLow = { asItStands: 0.6, inWords: 0.75, words: 3 };
const lowest = 2;
/** What a fact told the wrong way round speaks for. */
const turnedLevel = 1;

/** The clauses of an answer, read once for all that they are held against. */
export function heldClauses(kept: readonly Clause[], locale: Locale): HeldClause[] {
  return kept.map((clause) => {
    const { units, pairs } = readingOf(clause.text, locale);
    const words = new Set(tellingWords(clause.text, locale));
    return { clause, units: new Set(units), pairs: new Set(pairs), words, said: units };
  });
}

/**
 * Levels that an answer meets by what was written about them instead of by cues: for each, the clause that says most of
 * it. This finds words, not paraphrases, so it is weaker than a cue that a person chose.
 */
export function matchDescribed(
  clauses: readonly HeldClause[],
  question: Question,
  model: CompetencyModel,
  asked: { code: string; locale: Locale },
): Match[] {
  return describedOf(question, model, asked).flatMap((one) => bestMatch(one, clauses) ?? []);
}

/** Whether anything is written about a dimension in a language that answers could be held against. */
export function isDescribed(
  question: Question,
  model: CompetencyModel,
  asked: { code: string; locale: Locale },
): boolean {
  return describedOf(question, model, asked).some(({ points }) => points.length > 0);
}

interface Found {
  held: HeldClause;
  point: DescribedPoint;
  share: number;
}

function bestMatch(
  { indicator, points, isFact }: Described,
  clauses: readonly HeldClause[],
): Match | null {
  const limit = indicator.level <= lowest ? plainlyLow : met;
  const found = points.flatMap((point) =>
    clauses.flatMap((held): Found[] => {
      const share = metShare(point, held, limit);
      return share === null ? [] : [{ held, point, share }];
    }),
  );
  const turned = ({ held, point }: Found): boolean => contradicts(point.units, held.said);
  const best = strongest(found.filter((one) => !turned(one)));
  if (best) return matchAt(best, indicator, null);
  const contrary = isFact && indicator.level > lowest ? strongest(found) : null;
  return contrary ? matchAt(contrary, indicator, turnedLevel) : null;
}

/** How much of a point a clause says, 0-1; null where that is too little. */
function metShare(point: DescribedPoint, held: HeldClause, limit: typeof met): number | null {
  const hits = [...point.words.of.keys()].filter((word) => held.words.has(word)).length;
  if (hits < limit.words) return null;
  const asItStands = saidIn(point, held);
  const inWords = coverage(point.words, held.words);
  if (asItStands < limit.asItStands && inWords < limit.inWords) return null;
  return Math.max(asItStands, inWords);
}

function strongest(found: readonly Found[]): Found | null {
  return found.reduce<Found | null>(
    (best, one) => (best === null || one.share > best.share ? one : best),
    null,
  );
}

function matchAt(
  { held: { clause } }: Found,
  indicator: Described['indicator'],
  turned: number | null,
): Match {
  const { index, start, end } = clause;
  return {
    indicator,
    stance: turned !== null || indicator.level <= lowest ? 'against' : 'for',
    level: turned ?? indicator.level,
    denied: turned !== null,
    ...{ first: index, last: index, start, end },
  };
}
