import { contradicts } from './alignment.js';
import type { ReadAnswer, ReadPiece } from './answer-text.js';
import { coverage, type KeyPoint, type PreparedReference } from './basis.js';
import { areApart } from './exchange.js';
import { saidIn, type PointMatch } from './match-points.js';
import { orderOf } from './order-of.js';
import { subjectsOf, type OfSubject } from './rivals.js';
import { comparable, hasOtherAmount, isToldAgainst, type Comparable } from './told-against.js';

/** From this share of a point's characters on a clause speaks of it, 0-1. */
const speaks = 0.5;
/** Another clause says as much of a point from this share of what was found of it on, 0-1. */
const asMuch = 0.8;

/** A clause, what it says, made comparable once, and what it is about. */
interface Said extends OfSubject {
  piece: ReadPiece;
  text: Comparable;
}

function saidBy(answer: ReadAnswer, { rivals }: PreparedReference): Said[] {
  const told = answer.clauses.map((piece) => ({
    piece,
    text: comparable(piece.text),
    units: piece.reading.units,
    sentence: piece.sentence,
  }));
  return subjectsOf(told, rivals);
}

/**
 * Looks at found points again, by words instead of their order: what an answer allows, demands or counts differently
 * from the point, or says by name of what the question tells apart from it, is contrary, whatever stands between.
 * Chinese; what another clause says rightly stays found, and what another point says too is nobody's mistake.
 */
export function lookedAtAgain(
  reference: PreparedReference,
  answer: ReadAnswer,
  matches: PointMatch[],
): PointMatch[] {
  const { points } = reference;
  const clauses = saidBy(answer, reference);
  const texts = new Map(points.map((point) => [point, comparable(point.text)] as const));
  const isWrong = (point: KeyPoint, said: Said): boolean => {
    const own = texts.get(point);
    if (!own) return false;
    // 快 says of one what 慢 says of the other, where both are compared with each other.
    const compared =
      point.names && said.names && [own, said.text].every(({ plain }) => plain.includes('比'));
    const ordered = compared || orderOf(point.text, answer.plain) === 'same';
    const apart = !ordered && said.names && areApart(point.subjects, said.subjects);
    const otherwise =
      isToldAgainst(own, said.text, ordered) || hasOtherAmount(own.norm, said.text.norm);
    // What is denied of the other thing, or is otherwise with it, is no contradiction.
    return apart ? !otherwise && !contradicts(point.units, [...said.units]) : otherwise;
  };
  return matches.map((match) => {
    const { point, at, contrary } = match;
    if (contrary || !at) return match;
    const spoken = clauses.filter(
      ({ piece }) => meets(piece, at) && coverage(point.single, piece.units) >= speaks,
    );
    const [first] = spoken;
    if (!first || !spoken.every((said) => isWrong(point, said))) return match;
    const rightly = clauses.some(
      (said) => saidIn(point, said.piece) >= match.found * asMuch && !isWrong(point, said),
    );
    if (rightly) return match;
    const here = saidIn(point, first.piece);
    const others = points.some(
      (other) => other !== point && saidIn(other, first.piece) >= here && !isWrong(other, first),
    );
    return { ...match, found: 0, contrary: !others };
  });
}

function meets(a: ReadPiece, b: ReadPiece): boolean {
  return a.start < b.end && b.start < a.end;
}
