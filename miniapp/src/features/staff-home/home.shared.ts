import type { ApplicationRow } from '@zhiyu/contracts/application';
import { byLook, lookOf } from '@zhiyu/contracts/look-order';

/** What a look would decide: the machine's word is not enough, or it only needs a nod. */
interface WaitingGroups {
  judge: ApplicationRow[];
  nod: ApplicationRow[];
}

const NEVER = Number.MAX_SAFE_INTEGER;

function byPromise(a: ApplicationRow, b: ApplicationRow): number {
  return (a.promiseAt ?? NEVER) - (b.promiseAt ?? NEVER);
}

/**
 * Clear results (over or under the requirement with their whole interval, and nothing that a machine cannot know) need
 * a nod, everything else a judgement; both in the order of what a look would change.
 */
export function groupsOf(rows: readonly ApplicationRow[], now: number): WaitingGroups {
  const clear = ({ verdict, doubts }: ApplicationRow) =>
    (verdict === 'meets' || verdict === 'below') && doubts.length === 0;
  const ordered = byLook(rows, now);
  return {
    judge: ordered.filter((row) => !clear(row)),
    nod: ordered.filter(clear),
  };
}

/** Why the row stands where it stands: a key of `home.look` and its numbers, in words on the page's scale. */
export function lookWords(
  row: ApplicationRow,
  now: number,
  words: { score: (stored: number) => string; error: (stored: number) => string },
): {
  key: string;
  numbers: Record<string, string | number>;
} {
  const { reason } = lookOf(row, now);
  const { why } = reason;
  if (why === 'line' || why === 'clear') {
    const { distance, error } = reason;
    return { key: why, numbers: { distance: words.score(distance), error: words.error(error) } };
  }
  return { key: why, numbers: why === 'due' ? { count: reason.hours } : {} };
}

/** Why the row waits, as a key of `home.why`. */
export function whyOf(row: ApplicationRow): string {
  if (row.stage === 'applied' || row.stage === 'screening') {
    return 'screening';
  }
  if (row.stage === 'aiInterview') {
    return 'interview';
  }
  return row.verdict ?? 'noScore';
}

/** Rows with a promise that ends before `until` (ms), the nearest first. */
export function promisesBefore(rows: readonly ApplicationRow[], until: number): ApplicationRow[] {
  return rows.filter((row) => row.promiseAt !== null && row.promiseAt < until).sort(byPromise);
}

/** Which greeting fits the hour in China: a key of `home.hello`. */
export function partOfDay(hour: number): 'morning' | 'noon' | 'evening' {
  if (hour >= 5 && hour < 12) {
    return 'morning';
  }
  return hour >= 12 && hour < 18 ? 'noon' : 'evening';
}
