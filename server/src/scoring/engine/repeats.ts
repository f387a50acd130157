import type { Span } from './clauses.js';
import { placedPieces, type PlacedPiece } from './normalise.js';

/** So many characters (in English and French: words) at least are a passage; fewer are the same few words. */
const passage = 12;
/** Of the neighbouring pairs of a passage so many differ, 0-1. */
const varied = 0.6;

/**
 * The places where an answer, or a part of it, is said once more right behind itself, word for word: pasted several
 * times. The first place is never among them, so what is left says everything once. A span ends at the end of its line
 * and before a blocked part. Not a passage:
 * - words that come back after fewer than 12 characters (道歉、倾听、道歉、倾听): they stay for the gates;
 * - the same words about another thing (单链表可以删除，…；双链表可以删除，…): something else stands between.
 */
export function repeatedSpans(text: string, blocked: readonly Span[]): Span[] {
  const pieces = placedPieces(text).filter((one) => !blocked.some((span) => meets(one, span)));
  const last = new Map<string, number>();
  const spans: Span[] = [];
  let at = 0;
  while (at + passage <= pieces.length) {
    const key = keyAt(pieces, at);
    const length = lengthFrom(pieces, last.get(key), at);
    if (length === 0) {
      last.set(key, at);
      at += 1;
      continue;
    }
    spans.push(...spansOf(pieces.slice(at, at + length), text, blocked));
    at += length;
  }
  return spans;
}

/** Pieces from `at` on that say again all that stands between `source` and it; 0 where it is not said again whole. */
function lengthFrom(pieces: readonly PlacedPiece[], source: number | undefined, at: number) {
  if (source === undefined || at - source < passage || !isVaried(pieces, source)) return 0;
  const length = equalFrom(pieces, source, at);
  return length >= at - source ? length : 0;
}

function meets(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function keyAt(pieces: readonly PlacedPiece[], at: number): string {
  return pieces
    .slice(at, at + passage)
    .map((piece) => piece.text)
    .join(' ');
}

function isVaried(pieces: readonly PlacedPiece[], at: number): boolean {
  const texts = pieces.slice(at, at + passage).map((piece) => piece.text);
  const pairs = texts.slice(1).map((text, i) => `${texts[i] ?? ''} ${text}`);
  return new Set(pairs).size >= pairs.length * varied;
}

/** Equal pieces in a row from both places on; the first stretch may run on into the second. */
function equalFrom(pieces: readonly PlacedPiece[], source: number, at: number): number {
  let length = 0;
  while (at + length < pieces.length) {
    if (pieces[source + length]?.text !== pieces[at + length]?.text) break;
    length += 1;
  }
  return length;
}

/** One span for each line, and none over a blocked part. */
function spansOf(pieces: readonly PlacedPiece[], text: string, blocked: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of pieces) {
    const open = spans.at(-1);
    const gap = open && { start: open.end, end: start };
    const joins =
      gap && !text.slice(gap.start, gap.end).includes('\n') && !blocked.some((b) => meets(b, gap));
    if (open && joins) open.end = end;
    else spans.push({ start, end });
  }
  return spans;
}
