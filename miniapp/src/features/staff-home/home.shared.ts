import type { ApplicationRow } from '@zhiyu/contracts/application';

/** What a look would decide: the machine's word is not enough, or it only needs a nod. */
interface WaitingGroups {
  judge: ApplicationRow[];
  nod: ApplicationRow[];
}

const NEVER = Number.MAX_SAFE_INTEGER;

function byPromise(a: ApplicationRow, b: ApplicationRow): number {
  return (a.promiseAt ?? NEVER) - (b.promiseAt ?? NEVER);
}

/** Clear results (over or under the requirement with their whole interval) need a nod, everything else a judgement. */
export function groupsOf(rows: readonly ApplicationRow[]): WaitingGroups {
  const clear = (row: ApplicationRow) => row.verdict === 'meets' || row.verdict === 'below';
  const crossing = (row: ApplicationRow) => (row.verdict === 'crosses' ? 0 : 1);
  return {
    judge: rows
      .filter((row) => !clear(row))
      .sort((a, b) => crossing(a) - crossing(b) || byPromise(a, b)),
    nod: rows.filter(clear).sort(byPromise),
  };
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
