import type { Segment } from '@zhiyu/contracts/scoring';

/** A word, or a piece of one, as the engine lists it in the order of speaking; 0-1, null where it gives no figure. */
export interface HeardWord {
  text: string;
  confidence: number | null;
}

type Placed = NonNullable<Segment['words']>[number];

/** So many characters may stand before a word that the list does not have: marks, spaces, a broken piece. */
const slack = 30;

/** Two places are what anybody can use of it. */
const rounded = (figure: number) => Math.round(figure * 100) / 100;

/** Where each word stands in the text; what is not found near its turn is left out. */
function place(text: string, heard: readonly HeardWord[]): Placed[] {
  const placed: Placed[] = [];
  let at = 0;
  for (const { text: word, confidence } of heard) {
    const bare = word.trim();
    const near = text.slice(at, at + slack + bare.length);
    const found = bare === '' ? -1 : near.indexOf(bare);
    if (found >= 0) {
      const from = at + found;
      at = from + bare.length;
      if (confidence !== null) {
        placed.push([from, at, rounded(confidence)]);
      }
    }
  }
  return placed;
}

/** Mean by characters. */
function meanOf(words: readonly Placed[]): number {
  const characters = words.reduce((sum, [from, to]) => sum + to - from, 0);
  const whole = words.reduce((sum, [from, to, figure]) => sum + (to - from) * figure, 0);
  return rounded(whole / characters);
}

/**
 * The same segments with the figure of each word. A segment that has none of its own gets the mean of its words; without
 * figures everything stays as it is.
 */
export function withWordFigures(segments: Segment[], heard: readonly HeardWord[]): Segment[] {
  if (heard.every(({ confidence }) => confidence === null)) {
    return segments;
  }
  const all = place(segments.map(({ text }) => text).join('\n'), heard);
  let start = 0;
  return segments.map((segment) => {
    const end = start + segment.text.length;
    const words = all
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to, figure]): Placed => [from - start, to - start, figure]);
    start = end + 1;
    return words.length === 0
      ? segment
      : { ...segment, confidence: segment.confidence ?? meanOf(words), words };
  });
}
