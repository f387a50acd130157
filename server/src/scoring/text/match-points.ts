import { contradicts } from './alignment.js';
import type { ReadAnswer, ReadPiece } from './answer-text.js';
import { coverage, type KeyPoint, type PreparedReference } from './basis.js';
import { areApart, exchangeOf, meet, toldOfRival, type Exchange } from './exchange.js';
import { orderOf } from './order-of.js';
import { subjectsOf, type OfSubject } from './rivals.js';

/** How one key point stands in the answer. */
export interface PointMatch {
  point: KeyPoint;
  /** Share of its pairs found, 0-1; 0 where the answer says the contrary. */
  found: number;
  contrary: boolean;
  /** Where it was found best; null where nothing of it was. */
  at: ReadPiece | null;
}

/** A point spread over the whole answer counts for a little less than one said in one piece. */
const spread = 0.9;

/** A clause of an answer with what it is about. */
interface Clause extends OfSubject {
  piece: ReadPiece;
}

function clausesOf(answer: ReadAnswer, { rivals }: PreparedReference): Clause[] {
  const told = answer.clauses.map((piece) => ({
    piece,
    units: piece.reading.units,
    sentence: piece.sentence,
  }));
  return subjectsOf(told, rivals);
}

/**
 * Points of one reference in an answer. What is told of another thing than the reference tells it of is contrary; what
 * is denied of another thing, or what the reference itself says too, is not.
 */
export function matchPoints(reference: PreparedReference, answer: ReadAnswer): PointMatch[] {
  const { points } = reference;
  const clauses = clausesOf(answer, reference);
  const found = points.map((point) => ({ point, ...findPoint(point, answer) }));
  const rivals = rivalClauses(points, clauses);
  const exchanges = found.map(({ point, clause }) =>
    clause && !isCondition(point.text) ? exchangeOf(point, points, clause.reading.units) : null,
  );
  const several = exchanges.filter((one) => one !== null).length > 1;
  const isTurned = (point: KeyPoint, clause: ReadPiece, exchange: Exchange): boolean => {
    const order = orderOf(point.text, answer.plain);
    if (order !== null) return order === 'other';
    if (exchange === 'within' || (several && exchange === 'between')) return true;
    const said = clauses.find(({ piece }) => piece === clause);
    return said !== undefined && isContrary(point, said, points);
  };
  return found.map(({ point, as, clause }, i) => {
    const rival = rivals[i];
    if (rival) return contraryAt(point, rival);
    const turned = clause !== null && isTurned(point, clause, exchanges[i] ?? null);
    return turned ? contraryAt(point, clause) : as;
  });
}

/**
 * Clauses that tell a point's fact of its rival. Where neither names its subject itself, another fact of the same
 * subject must be told of the rival by name: what a clause goes on about is only likely.
 */
function rivalClauses(points: KeyPoint[], clauses: Clause[]): (ReadPiece | null)[] {
  const all = points.map((point) =>
    isCondition(point.text) ? undefined : clauses[toldOfRival(point, points, clauses)],
  );
  const sure = (point: KeyPoint, i: number): boolean =>
    all[i] !== undefined && (point.names || all[i].names);
  const known = points.filter(sure);
  return points.map((point, i) => {
    const one = all[i];
    const backed = sure(point, i) || known.some(({ subjects }) => meet(subjects, point.subjects));
    return one && backed ? one.piece : null;
  });
}

const conditions =
  /^(?:但|而|且)*(?:若|如果|当|否则|则|只要|只有|除非|一旦|假如|要是|when\b|if\b|unless\b|otherwise\b|else\b)|是否|(?:时|的话|的时候|的情况下)$|^(?:但|而|且|由于)*在.*[中里内]$/u;

/** A condition states no fact: 若栈为空 and 若栈不为空 do not contradict each other. */
function isCondition(text: string): boolean {
  return conditions.test(text.trim());
}

/** Whether a clause says a point the other way round, of the same thing, where the reference does not say both. */
function isContrary(point: KeyPoint, said: Clause, points: readonly KeyPoint[]): boolean {
  const { units } = said.piece.reading;
  const conditional = isCondition(point.text) || isCondition(said.piece.text);
  if (!contradicts(point.units, units, conditional)) return false;
  if (point.subjects.size > 0 && !meet(point.subjects, said.subjects)) return false;
  const here = saidIn(point, said.piece);
  return !points.some(
    (other) =>
      other !== point &&
      !areApart(other.subjects, said.subjects) &&
      saidIn(other, said.piece) >= here &&
      !contradicts(other.units, units, conditional),
  );
}

function contraryAt(point: KeyPoint, at: ReadPiece | null): PointMatch {
  return { point, found: 0, contrary: true, at };
}

/** Finds a key point: in its best piece, or spread over the answer; said the other way round it is worth nothing. */
export function matchPoint(point: KeyPoint, answer: ReadAnswer): PointMatch {
  const { as, clause } = findPoint(point, answer);
  if (!clause) return as;
  const order = orderOf(point.text, answer.plain);
  const contrary =
    order === 'other' || (order !== 'same' && contradicts(point.units, clause.reading.units));
  return contrary ? contraryAt(point, clause) : as;
}

/** Where a point is found, whichever way round, and the clause that has most of it. */
function findPoint(
  point: KeyPoint,
  answer: ReadAnswer,
): { as: PointMatch; clause: ReadPiece | null } {
  const piece = bestOf(answer.pieces, point);
  const clause = bestOf(answer.clauses, point);
  const found = Math.max(piece.share, clause.share, saidIn(point, answer) * spread);
  const at = piece.share >= clause.share * spread ? piece.at : clause.at;
  return {
    as: { point, found, contrary: false, at: found > 0 ? at : null },
    clause: clause.at,
  };
}

/** Share of a point in some text: by pairs, or half by its single characters where words are turned
 * about; without pairs characters say next to nothing. */
export function saidIn(
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
