// How surely words were heard. Without zod: pages read it too.
import type { Segment, Transcript } from './scoring.js';

/** Confidence under which a word, a segment or an answer was not heard for sure, 0-1. */
export const unsureUnder = 0.6;

/** From this share of its letters on, a passage is one of words that were not heard for sure. */
const mostly = 0.5;

/** A stretch of a text. */
export type Stretch = [from: number, to: number];

const letters = /[\p{L}\p{N}]/u;
const countLetters = (text: string) => [...text].filter((one) => letters.test(one)).length;

/** For what the engine gave a figure: each word, each segment, or nothing. Typed words need none. */
type HeardBy = 'word' | 'segment' | 'none';

export function heardBy({ origin, segments }: Transcript): HeardBy {
  if (origin !== 'engine') {
    return 'none';
  }
  if (segments.some(({ words }) => words !== undefined)) {
    return 'word';
  }
  return segments.some(({ confidence }) => confidence !== null) ? 'segment' : 'none';
}

/** Places of a segment that were not heard for sure; all of it where only the whole has a figure. Neighbours are one. */
export function unsureIn({ text, confidence, words }: Segment): Stretch[] {
  if (words === undefined) {
    return confidence !== null && confidence < unsureUnder ? [[0, text.length]] : [];
  }
  const stretches: Stretch[] = [];
  for (const [from, to, figure] of words) {
    if (figure >= unsureUnder) {
      continue;
    }
    const last = stretches.at(-1);
    if (last && countLetters(text.slice(last[1], from)) === 0) {
      last[1] = to;
    } else {
      stretches.push([from, to]);
    }
  }
  return stretches;
}

/** Between two segments: nothing in Chinese and Japanese, a space elsewhere. */
const gapOf = ({ locale }: Transcript) => (locale === 'zh' || locale === 'ja' ? '' : ' ');

/** Places in the joined text of a transcript; none where people wrote it. */
export function unsureStretches(transcript: Transcript): Stretch[] {
  if (transcript.origin !== 'engine') {
    return [];
  }
  const gap = gapOf(transcript).length;
  let start = 0;
  return transcript.segments.flatMap((segment) => {
    const here = start;
    start += segment.text.length + gap;
    return unsureIn(segment).map(([from, to]): Stretch => [here + from, here + to]);
  });
}

/** What of these stretches lies within a part of the text, by places of that part. */
export function within(stretches: readonly Stretch[], start: number, end: number): Stretch[] {
  return stretches
    .map(([from, to]): Stretch => [Math.max(from, start) - start, Math.min(to, end) - start])
    .filter(([from, to]) => to > from);
}

/** Whether the letters of a passage were for the most part not heard for sure. */
export function isMostlyUnsure(passage: string, unsure: readonly Stretch[]): boolean {
  const doubted = unsure.reduce(
    (sum, [from, to]) => sum + countLetters(passage.slice(from, to)),
    0,
  );
  return doubted > 0 && doubted >= mostly * countLetters(passage);
}
