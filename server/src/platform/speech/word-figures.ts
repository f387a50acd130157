import type { Segment } from '@zhiyu/contracts/scoring';

/** A word, or a piece of one, as the engine lists it in the order of speaking. */
export interface HeardWord {
  text: string;
  /** 0-1; null where the engine gives no figure. */
  confidence: number | null;
  /** Second from the start of the attempt at which it begins; null where nothing timed it. */
  at: number | null;
}

type Figure = NonNullable<Segment['words']>[number];
type Start = NonNullable<Segment['starts']>[number];

/** A word at its place in a text. */
interface Placed extends HeardWord {
  from: number;
  to: number;
}

/** So many characters may stand before a word that the list does not have: marks, spaces, a broken piece. */
const slack = 30;
/** A word that is said to begin further outside its segment has a wrong moment, seconds. */
const outside = 0.5;

/** Two places are what anybody can use of it. */
const rounded = (figure: number) => Math.round(figure * 100) / 100;

/** Where each word stands in the text; what is not found near its turn is left out. */
function place(text: string, heard: readonly HeardWord[]): Placed[] {
  const placed: Placed[] = [];
  let at = 0;
  for (const word of heard) {
    const bare = word.text.trim();
    const near = text.slice(at, at + slack + bare.length);
    const found = bare === '' ? -1 : near.indexOf(bare);
    if (found >= 0) {
      const from = at + found;
      at = from + bare.length;
      placed.push({ ...word, from, to: at });
    }
  }
  return placed;
}

/** Mean by characters. */
function meanOf(words: readonly Figure[]): number {
  const characters = words.reduce((sum, [from, to]) => sum + to - from, 0);
  const whole = words.reduce((sum, [from, to, figure]) => sum + (to - from) * figure, 0);
  return rounded(whole / characters);
}

function figuresOf(placed: readonly Placed[]): Figure[] {
  return placed.flatMap(({ from, to, confidence }): Figure[] =>
    confidence === null ? [] : [[from, to, rounded(confidence)]],
  );
}

/** Moments inside the segment, and none before the one that was before it: the others are the engine's mistakes. */
function startsOf(placed: readonly Placed[], { from, to }: Segment): Start[] {
  const starts: Start[] = [];
  const [first, last] = [(from ?? 0) - outside, (to ?? Number.MAX_VALUE) + outside];
  for (const { from: begin, to: end, at } of placed) {
    const before = starts.at(-1)?.[2] ?? 0;
    if (at !== null && at >= Math.max(first, before) && at <= last) {
      starts.push([begin, end, rounded(at)]);
    }
  }
  return starts;
}

/**
 * The same segments with the figure of each word and the moment at which it begins, as far as the engine gives them. A
 * segment that has no figure of its own gets the mean of its words; without either everything stays as it is.
 */
export function withWordFigures(segments: Segment[], heard: readonly HeardWord[]): Segment[] {
  if (heard.every(({ confidence, at }) => confidence === null && at === null)) {
    return segments;
  }
  const all = place(segments.map(({ text }) => text).join('\n'), heard);
  let start = 0;
  return segments.map((segment) => {
    const end = start + segment.text.length;
    const own = all
      .filter(({ from, to }) => from >= start && to <= end)
      .map((word) => ({ ...word, from: word.from - start, to: word.to - start }));
    start = end + 1;
    const words = figuresOf(own);
    const starts = startsOf(own, segment);
    return {
      ...segment,
      ...(words.length > 0 ? { confidence: segment.confidence ?? meanOf(words), words } : {}),
      ...(starts.length > 0 ? { starts } : {}),
    };
  });
}
