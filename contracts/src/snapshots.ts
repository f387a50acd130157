import type { Snapshot, Sources } from './coding.js';

/** What changed from one text to the next; null where nothing did. */
export function changeOf(
  before: string,
  after: string,
): Pick<Snapshot, 'from' | 'cut' | 'put'> | null {
  if (before === after) {
    return null;
  }
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) {
    from += 1;
  }
  let tail = 0;
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) {
    tail += 1;
  }
  return { from, cut: before.length - from - tail, put: after.slice(from, after.length - tail) };
}

/** The programs after the first `count` snapshots, and the one that was written last. */
export function playedTo(
  snapshots: readonly Snapshot[],
  count: number,
): { sources: Sources; language: Snapshot['language'] | null } {
  const sources: Sources = {};
  let language: Snapshot['language'] | null = null;
  for (const snapshot of snapshots.slice(0, count)) {
    const { from, cut, put } = snapshot;
    const before = sources[snapshot.language] ?? '';
    sources[snapshot.language] = before.slice(0, from) + put + before.slice(from + cut);
    language = snapshot.language;
  }
  return { sources, language };
}
