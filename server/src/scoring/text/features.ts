import { coverage, type PreparedReference } from './basis.js';
import type { ReadAnswer } from './answer-text.js';
import { formulaShare } from './formula.js';
import { matchPoints, type PointMatch } from './match-points.js';
import { withAmounts } from './amounts.js';
import { byWords } from './by-words.js';
import { lookedAtAgain } from './second-look.js';
import { agreesOnTruth } from './verdict.js';

/** What an answer has of one reference. All shares are 0-1 and say how much of the reference is in the answer. */
export interface Features {
  words: number;
  pairs: number;
  units: number;
  /** Mean of the points, weighed by their worth. */
  points: number;
  /** Share of the points that the answer turns round. */
  contrary: number;
  /** 1 judged like the reference, -1 the other way, 0 nothing judged. */
  verdict: -1 | 0 | 1;
  /** Share of the reference's formulas; null where it has none. */
  formulas: number | null;
}

export interface Compared {
  reference: PreparedReference;
  features: Features;
  matches: PointMatch[];
}

/** Compares an answer with one reference. */
export function compare(
  question: string,
  reference: PreparedReference,
  answer: ReadAnswer,
): Compared {
  const matches = matchesOf(question, reference, answer);
  const worth = matches.reduce((sum, match) => sum + match.point.worth, 0) || 1;
  const shareOf = (of: (match: PointMatch) => number): number =>
    matches.reduce((sum, match) => sum + of(match) * match.point.worth, 0) / worth;
  const straight = withoutContrary(answer, matches);
  const features: Features = {
    words: coverage(reference.words, straight.words),
    pairs: coverage(reference.pairs, straight.pairs),
    units: coverage(reference.units, straight.units),
    points: shareOf((match) => match.found),
    contrary: shareOf((match) => (match.contrary ? 1 : 0)),
    verdict: agreesOnTruth(question, reference.text, answer.kept),
    formulas: formulaShare(reference.formulas, answer.formulas),
  };
  return { reference, features, matches };
}

/** Points as they are found by pairs, by single words where words are spaced, looked at again, and by amounts. */
function matchesOf(
  question: string,
  reference: PreparedReference,
  answer: ReadAnswer,
): PointMatch[] {
  const found = matchPoints(reference, answer);
  const again =
    reference.language === 'zh'
      ? lookedAtAgain(reference, answer, found)
      : byWords(reference, answer, found);
  return withAmounts(question, reference, answer, again);
}

type Things = Pick<ReadAnswer, 'words' | 'pairs' | 'units'>;

/** What is left when the clauses that turn a point round are not counted: shared words must not pay for them. */
function withoutContrary(answer: ReadAnswer, matches: PointMatch[]): Things {
  const turned = matches.flatMap(({ contrary, at }) => (contrary && at ? [at] : []));
  if (turned.length === 0) return answer;
  const left = answer.clauses.filter(
    (clause) => !turned.some(({ start, end }) => start < clause.end && end > clause.start),
  );
  return {
    words: new Set(left.flatMap(({ reading }) => reading.words)),
    pairs: new Set(left.flatMap(({ reading }) => reading.pairs)),
    units: new Set(left.flatMap(({ reading }) => reading.units)),
  };
}
