/** A sentence, and the stretches of it that a level rests on. */
interface Passage {
  text: string;
  marked: readonly unknown[];
}

/** Sentences beside each other that no level rests on: `from` to before `to` among those of their answer. */
export interface Fold {
  from: number;
  to: number;
  letters: number;
}

/** Less than this is read as quickly as a line that says what was left out (letters). */
const leastFold = 16;

/** Letters without the spaces between them. */
function lettersOf(lines: readonly Passage[]): number {
  return lines.reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0);
}

/**
 * What of an answer may be left out by who reads only what levels rest on. Where nothing was found there is
 * nothing to lead the eye, so all of such an answer is to be read.
 */
export function foldsOf(lines: readonly Passage[]): Fold[] {
  if (lines.every(({ marked }) => marked.length === 0)) {
    return [];
  }
  const folds: Fold[] = [];
  let from = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (at === lines.length || (lines[at]?.marked.length ?? 0) > 0) {
      const letters = lettersOf(lines.slice(from, at));
      folds.push(...(letters >= leastFold ? [{ from, to: at, letters }] : []));
      from = at + 1;
    }
  }
  return folds;
}

/** Sentences and letters that are folded in all of these. */
export function foldedIn(folds: readonly Fold[]): { sentences: number; letters: number } {
  return folds.reduce(
    (sum, { from, to, letters }) => ({
      sentences: sum.sentences + to - from,
      letters: sum.letters + letters,
    }),
    { sentences: 0, letters: 0 },
  );
}
