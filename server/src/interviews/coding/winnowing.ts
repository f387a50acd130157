import type { SharedSpan } from '@zhiyu/contracts/coding-staff';
import type { ProgramLanguage } from '@zhiyu/contracts/judge';
import { programTokens, type ProgramToken } from './program-tokens.js';

/** Words of a fingerprint: shorter runs are what any two programs in a language share. */
const gram = 12;
/** Of so many fingerprints in a row one is kept: a shared run of `gram + window - 1` words is always found. */
const window = 6;

/** A program ready to be compared. */
export interface Fingerprinted {
  tokens: ProgramToken[];
  /** Places of kept fingerprints (index of their first word), by their hash. */
  places: Map<number, number[]>;
}

export interface Likeness {
  /** Share of the first program's words in shared runs, 0-1. */
  share: number;
  spans: SharedSpan[];
}

/** A shared run of words, by the index of its first in either program. */
interface Run {
  own: number;
  other: number;
  length: number;
}

/** FNV-1a over the words, 32 bits. */
function hashOf(tokens: ProgramToken[], from: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < from + gram; i += 1) {
    for (const letter of `${tokens[i]?.word ?? ''} `) {
      hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    }
  }
  return hash >>> 0;
}

/**
 * Winnowing (Schleimer, Wilkerson and Aiken 2003, "Winnowing: local algorithms for document fingerprinting"): of every
 * window of fingerprints the smallest is kept, the rightmost of equal ones.
 */
export function fingerprint(source: string, language: ProgramLanguage): Fingerprinted {
  const tokens = programTokens(source, language);
  const hashes: number[] = [];
  for (let i = 0; i + gram <= tokens.length; i += 1) hashes.push(hashOf(tokens, i));
  const places = new Map<number, number[]>();
  let kept = -1;
  for (let start = 0; start + Math.min(window, hashes.length) <= hashes.length; start += 1) {
    const at = smallestIn(hashes, start);
    if (at !== kept && at >= 0) {
      const hash = hashes[at] ?? 0;
      places.set(hash, [...(places.get(hash) ?? []), at]);
      kept = at;
    }
  }
  return { tokens, places };
}

function smallestIn(hashes: number[], start: number): number {
  let at = -1;
  for (let i = start; i < Math.min(start + window, hashes.length); i += 1) {
    if (at < 0 || (hashes[i] ?? 0) <= (hashes[at] ?? 0)) at = i;
  }
  return at;
}

/**
 * How much of a program stands in another, and where. Runs are grown from shared fingerprints as far as the words are
 * equal, the longest first, and no word is counted twice. `given` is the starter: what everybody was given is no likeness.
 */
export function likeness(own: Fingerprinted, other: Fingerprinted, given: Fingerprinted): Likeness {
  const ownTaken = new Set<number>();
  const otherTaken = new Set<number>();
  const chosen: Run[] = [];
  for (const run of sharedRuns(own, other, given)) {
    const part = freePart(run, ownTaken, otherTaken);
    if (part.length < gram) continue;
    chosen.push(part);
    for (let i = 0; i < part.length; i += 1) {
      ownTaken.add(part.own + i);
      otherTaken.add(part.other + i);
    }
  }
  const share = own.tokens.length > 0 ? ownTaken.size / own.tokens.length : 0;
  const spans = chosen
    .sort((a, b) => a.own - b.own)
    .map(({ own: from, other: otherFrom, length }) => ({
      from: own.tokens[from]?.line ?? 1,
      to: own.tokens[from + length - 1]?.line ?? 1,
      otherFrom: other.tokens[otherFrom]?.line ?? 1,
      otherTo: other.tokens[otherFrom + length - 1]?.line ?? 1,
    }));
  return { share: Math.round(share * 1000) / 1000, spans };
}

function sharedRuns(own: Fingerprinted, other: Fingerprinted, given: Fingerprinted): Run[] {
  const runs = new Map<string, Run>();
  for (const [hash, places] of own.places) {
    if (given.places.has(hash)) continue;
    for (const at of places) {
      for (const there of other.places.get(hash) ?? []) {
        const run = grown(own.tokens, other.tokens, { own: at, other: there, length: 0 });
        runs.set(`${run.own} ${run.other}`, run);
      }
    }
  }
  return [...runs.values()]
    .filter(({ length }) => length >= gram)
    .sort((a, b) => b.length - a.length || a.own - b.own || a.other - b.other);
}

/** The longest run of equal words around a place. */
function grown(own: ProgramToken[], other: ProgramToken[], { own: a, other: b }: Run): Run {
  const equal = (by: number): boolean => {
    const word = own[a + by]?.word;
    return word !== undefined && word === other[b + by]?.word;
  };
  let before = 0;
  while (equal(before - 1)) before -= 1;
  let after = 0;
  while (equal(after)) after += 1;
  return { own: a + before, other: b + before, length: after - before };
}

/** The first unbroken part of a run of which no word was counted yet. */
function freePart(run: Run, ownTaken: Set<number>, otherTaken: Set<number>): Run {
  const taken = (i: number) => ownTaken.has(run.own + i) || otherTaken.has(run.other + i);
  let from = 0;
  while (from < run.length && taken(from)) from += 1;
  let to = from;
  while (to < run.length && !taken(to)) to += 1;
  return { own: run.own + from, other: run.other + from, length: to - from };
}
