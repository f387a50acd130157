import type { Piece } from './text.types.js';

/** An answer is read up to here, in UTF-16 units: three hours of talk, and what a second can read. */
const longestRead = 20_000;
/** So much of what is not read is shown. */
const shown = 40;

/** The end is looked for among so many characters, so that no sentence is cut where there are any. */
const lastSentence = 400;

/** The part of an answer that is read, and where the rest begins; no character is cut in two. */
export function readPart(answer: string): { read: string; unread: Piece | null } {
  if (answer.length <= longestRead) return { read: answer, unread: null };
  const tail = answer.slice(longestRead - lastSentence, longestRead);
  const mark = Math.max(...[...tail.matchAll(/[。！？!?；;.}\n，,\s]/gu)].map((m) => m.index), -1);
  const start = mark < 0 ? wholeBefore(answer, longestRead) : longestRead - lastSentence + mark + 1;
  const end = wholeBefore(answer, Math.min(answer.length, start + shown));
  return { read: answer.slice(0, start), unread: { start, end, text: answer.slice(start, end) } };
}

/** The nearest place at or before `at` that is not inside a pair of surrogates. */
function wholeBefore(text: string, at: number): number {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(at - 1, at + 1)) ? at - 1 : at;
}
