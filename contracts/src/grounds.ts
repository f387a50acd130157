import type { Evidence, Grounds } from './dimension-score.js';

/** The words as what a sentence or a level rests on; null where there are none, and then nothing can be said. */
export function groundsOf([first, ...more]: readonly Evidence[]): Grounds | null {
  return first ? [first, ...more] : null;
}

/** Each piece changed; as many as before. */
export function changedGrounds(
  [first, ...more]: Grounds,
  change: (one: Evidence) => Evidence,
): Grounds {
  return [change(first), ...more.map(change)];
}
