import type { Evidence } from '@zhiyu/contracts/scoring';

/** Pieces of evidence that stand in one sentence, and that sentence in parts: plain and marked by turns. */
export interface Passage {
  evidence: [Evidence, ...Evidence[]];
  /** `start`: place among the words of the answer; null where they are no longer there. */
  parts: { text: string; marked: boolean; start: number | null }[];
}

const ends = /[。！？；.!?;\n]/;
/** A longer sentence is shown from this much before its first marked words to as much behind the last (letters). */
const around = 28;

interface Stretch {
  start: number;
  end: number;
}

/** The sentence around these words; a full stop within a number ends none. */
function sentenceAround(text: string, { start, end }: Stretch): Stretch {
  const isEnd = (at: number) =>
    ends.test(text[at] ?? '') && !(text[at] === '.' && /\d/.test(text[at + 1] ?? ''));
  let from = start;
  while (from > 0 && !isEnd(from - 1)) from -= 1;
  let to = end;
  while (to < text.length && !isEnd(to - 1)) to += 1;
  return { start: from, end: to };
}

/** Stretches in their order, those that touch or lie over each other as one. */
function merged(all: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const { start, end } of [...all].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last && start <= last.end) {
      last.end = Math.max(last.end, end);
    } else {
      whole.push({ start, end });
    }
  }
  return whole;
}

function partsOf(text: string, sentence: Stretch, evidence: readonly Evidence[]) {
  const marks = merged(evidence);
  const first = marks[0]?.start ?? sentence.start;
  const last = marks.at(-1)?.end ?? sentence.end;
  const from = Math.max(sentence.start, first - around);
  const to = Math.min(sentence.end, last + around);
  const plain = (start: number, end: number) => ({
    ...{ text: text.slice(start, end), marked: false, start },
  });
  const parts = [
    plain(from, first),
    ...marks.flatMap(({ start, end }, n) => [
      { text: text.slice(start, end), marked: true, start },
      plain(end, marks[n + 1]?.start ?? to),
    ]),
  ];
  const cut = [
    { text: from > sentence.start ? '…' : '', marked: false, start: null },
    ...parts,
    { text: to < sentence.end ? '…' : '', marked: false, start: null },
  ];
  return cut.filter((part) => part.text !== '');
}

/**
 * Evidence sentence by sentence, in the order in which each sentence first comes: what is read once need not be read
 * for each of its pieces. Words that the transcript no longer has at their place stand alone.
 */
export function passagesOf(
  evidence: readonly Evidence[],
  /** By the answer: its words as one string. */
  texts: ReadonlyMap<string, string>,
): Passage[] {
  const groups = new Map<string, { sentence: Stretch; of: [Evidence, ...Evidence[]] }>();
  evidence.forEach((one, n) => {
    const text = texts.get(one.answerId) ?? '';
    const there = text.slice(one.start, one.end) === one.quote;
    const sentence = there ? sentenceAround(text, one) : one;
    const key = there ? `${one.answerId} ${sentence.start}` : `alone ${n}`;
    const known = groups.get(key);
    if (known) {
      known.of.push(one);
      known.sentence.end = Math.max(known.sentence.end, sentence.end);
    } else {
      groups.set(key, { sentence: { start: sentence.start, end: sentence.end }, of: [one] });
    }
  });
  return [...groups].map(([key, { sentence, of }]) => ({
    evidence: of,
    parts: key.startsWith('alone ')
      ? [{ text: of[0].quote, marked: true, start: null }]
      : partsOf(texts.get(of[0].answerId) ?? '', sentence, of),
  }));
}
