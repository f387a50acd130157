/** Texts met again and again; emptied when full, never wrong. */
const mostRemembered = 5_000;
const remembered = new Map<string, Map<string, number>>();

function pairs(text: string): Map<string, number> {
  const before = remembered.get(text);
  if (before) return before;
  if (remembered.size >= mostRemembered) remembered.clear();
  const made = pairsOf(text);
  remembered.set(text, made);
  return made;
}

/** Letters, characters and digits only, pairs of neighbours. */
function pairsOf(text: string): Map<string, number> {
  const letters = [...text.toLowerCase().normalize('NFKC')].filter((one) =>
    /[\p{L}\p{N}]/u.test(one),
  );
  const found = new Map<string, number>();
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = `${letters[at] ?? ''}${letters[at + 1] ?? ''}`;
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

const size = (found: Map<string, number>): number =>
  [...found.values()].reduce((sum, count) => sum + count, 0);

/** Dice's coefficient of the pairs of neighbouring characters: 0 nothing in common, 1 the same letters. */
export function alike(one: string, other: string): number {
  const a = pairs(one);
  const b = pairs(other);
  const all = size(a) + size(b);
  if (all === 0) return 1;
  const common = [...a].reduce((sum, [pair, count]) => sum + Math.min(count, b.get(pair) ?? 0), 0);
  return (2 * common) / all;
}
