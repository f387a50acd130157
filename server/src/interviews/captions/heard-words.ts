import type { Locale } from '@zhiyu/contracts/basics';
import type { Segment } from '@zhiyu/contracts/scoring';

/** What was heard of an answer so far. */
export interface HeardWords {
  /** Words that stay. */
  settled: string;
  /** The second up to which they reach; the next piece begins there. */
  until: number;
  /** Words of the last piece that the next one may hear better. */
  open: string;
  /** The second up to which anything was heard. */
  heardTo: number;
}

export const nothingHeard: HeardWords = { settled: '', until: 0, open: '', heardTo: 0 };

/** Words so close to the end of a piece may have been cut (s). */
const edge = 1.5;
/** A piece that is longer settles: what is heard again and again costs more each time (s). */
const settleAfter = 8;
/** A piece is never longer: what lies further back was missed, and the captions say so with a dash (s). */
const longestPiece = 20;
/** Less new sound is not worth a piece (s). */
export const leastNew = 1.5;

const joined = (locale: Locale, ...parts: string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(locale === 'en' || locale === 'fr' ? ' ' : '');

/** Where the next piece begins, when the recording has so many seconds. */
export function beginsAt(before: HeardWords, recordedTo: number): number {
  return recordedTo - before.until > longestPiece ? recordedTo - longestPiece / 2 : before.until;
}

/** How many of the segments are over for good: those that ended before the edge. */
function settledCount(segments: readonly Segment[], length: number): number {
  const timed = segments.every(({ to }) => to !== null);
  if (length < settleAfter) {
    return 0;
  }
  if (!timed) {
    return segments.length;
  }
  const over = segments.filter(({ to }) => (to ?? length) <= length - edge).length;
  // One long sentence without a pause: it settles as it is.
  return over === 0 && length > longestPiece - settleAfter ? segments.length : over;
}

/** What was heard after one more piece; its segments count from the piece's own beginning. */
export function afterPiece(
  before: HeardWords,
  piece: { from: number; to: number; segments: readonly Segment[]; locale: Locale },
): HeardWords {
  const { from, to, segments, locale } = piece;
  const skipped = from - before.until > 1 ? joined(locale, before.open, '……') : '';
  const count = settledCount(segments, to - from);
  const words = (some: readonly Segment[]) => joined(locale, ...some.map(({ text }) => text));
  const last = segments[count - 1];
  const all = count === segments.length;
  // Silence settles as well: nobody listens to it twice.
  const silent = segments.length === 0 && to - from >= settleAfter;
  const reached = all && count > 0 ? to : from + (last?.to ?? 0);
  return {
    settled: joined(locale, before.settled, skipped, words(segments.slice(0, count))),
    until: silent ? to - edge : Math.min(to, reached),
    open: words(segments.slice(count)),
    heardTo: to,
  };
}

export function textOfHeard({ settled, open }: HeardWords, locale: Locale): string {
  return joined(locale, settled, open);
}
