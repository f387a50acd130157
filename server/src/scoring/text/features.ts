import { coverage, type KeyPoint, type PreparedReference } from './basis.js';
import type { ReadAnswer, ReadPiece } from './answer-text.js';
import { contradicts } from './alignment.js';
import { formulaShare } from './formula.js';
import { saysInOtherOrder } from './order-of.js';
import { agreesOnTruth } from './verdict.js';

/** How one key point stands in the answer. */
export interface PointMatch {
  point: KeyPoint;
  /** Share of its pairs found, 0-1; 0 where the answer says the contrary. */
  found: number;
  contrary: boolean;
  /** Where it was found best; null where nothing of it was. */
  at: ReadPiece | null;
}

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

/** A point spread over the whole answer counts for a little less than one said in one piece. */
const spread = 0.9;

/** Compares an answer with one reference. */
export function compare(
  question: string,
  reference: PreparedReference,
  answer: ReadAnswer,
): Compared {
  const matches = reference.points.map((point) => matchPoint(point, answer));
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

/** Finds a key point: in its best piece, or spread over the answer; said the other way round it is worth nothing. */
export function matchPoint(point: KeyPoint, answer: ReadAnswer): PointMatch {
  const piece = bestOf(answer.pieces, point);
  const clause = bestOf(answer.clauses, point);
  const found = Math.max(piece.share, clause.share, saidIn(point, answer) * spread);
  const at = piece.share >= clause.share * spread ? piece.at : clause.at;
  const contrary =
    clause.at !== null &&
    (contradicts(point.units, clause.at.reading.units) ||
      saysInOtherOrder(point.text, answer.plain));
  return {
    point,
    found: contrary ? 0 : found,
    contrary,
    at: contrary ? clause.at : found > 0 ? at : null,
  };
}

/** Share of a point in some text: by pairs, or half by its single characters where words are turned
 * about; without pairs characters say next to nothing. */
function saidIn(
  point: KeyPoint,
  text: { pairs: ReadonlySet<string>; units: ReadonlySet<string> },
): number {
  const pairs = coverage(point.pairs, text.pairs);
  const single = Math.min(coverage(point.single, text.units), pairs * 2 + point.alone);
  return Math.max(pairs, (pairs + single) / 2);
}

function bestOf(pieces: ReadPiece[], point: KeyPoint): { at: ReadPiece | null; share: number } {
  let at: ReadPiece | null = null;
  let share = 0;
  for (const piece of pieces) {
    const here = saidIn(point, piece);
    if (here <= share) continue;
    share = here;
    at = piece;
  }
  return { at, share };
}
