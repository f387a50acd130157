import type { Span } from './clauses.js';
import type { Clause } from './engine.types.js';
import { piecesOf } from './normalise.js';

/** So many characters (in English and French: words) in a row are a shingle; shorter runs any two texts share. */
const gram = 5;
/** Texts with fewer shingles of their own say too little to be told apart. */
const fewest = 20;
/** A passage is shown up to about here: enough to see that it is the same. */
const mostShown = 60;

/** A text as runs of its characters or words (shingles, Broder 1997). */
export interface Shingled {
  pieces: { text: string; clause: Clause }[];
  /** Where each run begins, by its words. */
  places: ReadonlyMap<string, number>;
}

/** How much of the shorter text stands in the other, and the begin of the longest stretch of it in either. */
export interface Shared {
  /** 0-1. */
  share: number;
  own: Span;
  other: Span;
}

/** Numbers, width, case and dialect are made alike before, as everywhere in the engine. */
export function shingled(clauses: readonly Clause[]): Shingled {
  const pieces = clauses.flatMap((clause) =>
    piecesOf(clause.norm).map((text) => ({ text, clause })),
  );
  const places = new Map<string, number>();
  for (let at = 0; at + gram <= pieces.length; at += 1) {
    const key = keyAt(pieces, at);
    if (!places.has(key)) places.set(key, at);
  }
  return { pieces, places };
}

function keyAt(pieces: Shingled['pieces'], at: number): string {
  return pieces
    .slice(at, at + gram)
    .map(({ text }) => text)
    .join(' ');
}

/**
 * Compares two texts without what both were given: a question read out is no likeness.
 * @returns null where nothing is shared, or either has too few words of its own
 */
export function sharedBy(
  own: Shingled,
  other: Shingled,
  given: readonly Shingled[],
): Shared | null {
  const ofTheirOwn = ({ places }: Shingled): string[] =>
    [...places.keys()].filter((key) => !given.some((one) => one.places.has(key)));
  const mine = ofTheirOwn(own);
  const shorter = Math.min(mine.length, ofTheirOwn(other).length);
  const both = mine.filter((key) => other.places.has(key));
  const longest = longestOf(own, other, both);
  return shorter >= fewest && longest ? { share: both.length / shorter, ...longest } : null;
}

/** Equal pieces in a row from two places on. */
function equalFrom(own: Shingled, other: Shingled, a: number, b: number): number {
  let length = 0;
  while (a + length < own.pieces.length) {
    if (own.pieces[a + length]?.text !== other.pieces[b + length]?.text) break;
    length += 1;
  }
  return length;
}

function longestOf(own: Shingled, other: Shingled, keys: string[]): Omit<Shared, 'share'> | null {
  let best = { own: 0, other: 0, length: 0 };
  for (const key of keys) {
    const [a = 0, b = 0] = [own.places.get(key), other.places.get(key)];
    if (a >= best.own && a + gram <= best.own + best.length) continue;
    const length = equalFrom(own, other, a, b);
    if (length > best.length) best = { own: a, other: b, length };
  }
  if (best.length === 0) return null;
  const length = Math.min(best.length, mostShown);
  return {
    own: spanOf(own.pieces.slice(best.own, best.own + length)),
    other: spanOf(other.pieces.slice(best.other, best.other + length)),
  };
}

/** Whole clauses, so that what is quoted can be read. */
function spanOf(pieces: Shingled['pieces']): Span {
  return { start: pieces[0]?.clause.start ?? 0, end: pieces.at(-1)?.clause.end ?? 0 };
}
