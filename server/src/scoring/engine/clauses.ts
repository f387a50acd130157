import type { Clause } from './engine.types.js';
import { normalise, plainly, unitsOf } from './normalise.js';
import type { JoinedTranscript } from './transcript-text.js';
import { cut } from './words.js';

/** A part of the text that is no sentence of the candidate's (see injection.ts). */
export interface Span {
  start: number;
  end: number;
}

const marks = /[。！？!?；;，…\n\r：—]|(?<!\d),|,(?!\d)|\.(?=\s|$|\p{Script=Han})/gu;
const hanSpace = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;
const connectives =
  /然后|但是|可是|所以|后来|接着|最后|因为|于是|另外|同时|而且|不过|首先|其次|当时|之后|如果|\b(?:and then|but|so|then|because|after that|finally|first|later|however|also|and|when)\b/giu;

/** Unpunctuated speech is cut from this many units on (characters or words). */
const longPiece = 24;
/** No piece of cut speech is shorter than this. */
const shortestPiece = 6;

/**
 * Splits a transcript into clauses: at punctuation, at pauses, and, where speech came without marks,
 * before connectives and then at a word border about every 24 units. Blocked spans are left out.
 */
export function splitClauses(joined: JoinedTranscript, blocked: Span[]): Clause[] {
  const { text } = joined;
  const cuts = new Set<number>([0, text.length, ...joined.breaks]);
  for (const match of text.matchAll(marks)) cuts.add(match.index + match[0].length);
  if (!spacedWords(text)) for (const match of text.matchAll(hanSpace)) cuts.add(match.index);
  for (const span of blocked) {
    cuts.add(span.start);
    cuts.add(span.end);
  }
  const points = [...cuts].sort((a, b) => a - b);
  const clauses: Clause[] = [];
  for (let i = 0; i + 1 < points.length; i += 1) {
    const start = points[i] ?? 0;
    const end = points[i + 1] ?? start;
    if (blocked.some((span) => start < span.end && end > span.start)) continue;
    for (const piece of splitLong(text, start, end)) push(clauses, text, piece);
  }
  return clauses;
}

/** True where a recogniser put a space after every Chinese word: then spaces mean nothing. */
function spacedWords(text: string): boolean {
  const runs = text.match(/\p{Script=Han}+/gu) ?? [];
  const spaces = text.match(hanSpace)?.length ?? 0;
  const characters = runs.reduce((sum, run) => sum + run.length, 0);
  return runs.length >= 8 && spaces >= runs.length * 0.6 && characters / runs.length < 3;
}

function splitLong(text: string, start: number, end: number): Span[] {
  if (unitsOf(text.slice(start, end)) <= longPiece) return [{ start, end }];
  const pieces: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(connectives)) {
    const at = start + match.index;
    const enough = unitsOf(text.slice(from, at)) >= shortestPiece;
    if (!enough || unitsOf(text.slice(at, end)) < shortestPiece) continue;
    pieces.push({ start: from, end: at });
    from = at;
  }
  pieces.push({ start: from, end });
  return pieces.flatMap((piece) => splitByWords(text, piece));
}

function splitByWords(text: string, { start, end }: Span): Span[] {
  if (unitsOf(text.slice(start, end)) <= longPiece * 1.5) return [{ start, end }];
  const pieces: Span[] = [];
  let from = start;
  let at = start;
  let count = 0;
  for (const word of cut(text.slice(start, end))) {
    at += word.length;
    count += unitsOf(word);
    if (count < longPiece || unitsOf(text.slice(at, end)) < shortestPiece) continue;
    pieces.push({ start: from, end: at });
    from = at;
    count = 0;
  }
  pieces.push({ start: from, end });
  return pieces;
}

/** Adds the piece without the spaces and marks around it; a piece without letters is no clause. */
function push(clauses: Clause[], text: string, { start, end }: Span): void {
  const raw = text.slice(start, end);
  const body = /[\p{L}\p{N}](?:.*[\p{L}\p{N}%])?/su.exec(raw);
  if (!body) return;
  const from = start + body.index;
  const length = body[0].length + closing(body[0], raw.slice(body.index + body[0].length));
  const clause = text.slice(from, from + length);
  clauses.push({
    index: clauses.length,
    start: from,
    end: from + clause.length,
    text: clause,
    norm: normalise(clause),
    plain: plainly(clause),
  });
}

/** 2^(n-1) keeps its bracket: length of the marks that close what was opened inside. */
function closing(body: string, rest: string): number {
  const open = (body.match(/[(（]/gu)?.length ?? 0) - (body.match(/[)）]/gu)?.length ?? 0);
  const marks = /^[)）]+/u.exec(rest)?.[0].length ?? 0;
  return Math.max(0, Math.min(open, marks));
}
