import type { Segment, Transcript } from '@zhiyu/contracts/scoring';

interface PlacedSegment {
  start: number;
  end: number;
  from: number | null;
  to: number | null;
  /** Its words whose moment is known: place in the joined text, and second. */
  starts: NonNullable<Segment['starts']>;
}

/** The transcript as one string, with the places of its segments. */
export interface JoinedTranscript {
  text: string;
  segments: PlacedSegment[];
  /** Offsets where the speaker paused or a recogniser ended a sentence: a clause may end there. */
  breaks: number[];
}

/** A silence of this length (seconds) between two segments ends a clause. */
const pauseSeconds = 0.35;
/** Untimed segments are sentences, not single words, when they are this long on average. */
const sentenceLength = 6;

/**
 * Joins the segments: nothing between them in Chinese and Japanese, one space in English and French.
 * Offsets of all evidence refer to this text.
 */
export function joinTranscript(transcript: Transcript): JoinedTranscript {
  const gap = transcript.locale === 'en' || transcript.locale === 'fr' ? ' ' : '';
  const segments: PlacedSegment[] = [];
  let text = '';
  for (const segment of transcript.segments) {
    if (text.length > 0) text += gap;
    const start = text.length;
    text += segment.text;
    const { from, to, starts = [] } = segment;
    segments.push({ start, end: text.length, from, to, starts: moved(starts, start) });
  }
  return { text, segments, breaks: breaksOf(segments, text.length) };
}

function breaksOf(segments: PlacedSegment[], length: number): number[] {
  const sentences = length / Math.max(1, segments.length) >= sentenceLength;
  return segments
    .filter((segment, i) => {
      const silence = silenceBetween(segments[i - 1], segment);
      return i > 0 && (silence === null ? sentences : silence >= pauseSeconds);
    })
    .map((segment) => segment.start);
}

/** Seconds between two segments; null where one of them is not timed. */
function silenceBetween(before: PlacedSegment | undefined, here: PlacedSegment): number | null {
  const to = before?.to ?? null;
  return to === null || here.from === null ? null : here.from - to;
}

function moved(starts: PlacedSegment['starts'], by: number): PlacedSegment['starts'] {
  return starts.map(([from, to, second]) => [from + by, to + by, second]);
}

/**
 * The second at which the word at `offset` was said, to a tenth: the moment that the recogniser gives the word; without
 * one interpolated by characters inside its segment; null where the segment has no times.
 */
export function secondsAt(joined: JoinedTranscript, offset: number): number | null {
  const segment = joined.segments.find((s) => offset >= s.start && offset < s.end);
  if (!segment) return null;
  const timed = wordSecond(segment, joined.text, offset);
  if (timed !== null) return tenth(timed);
  if (segment.from === null) return null;
  if (segment.to === null || segment.to <= segment.from) return tenth(segment.from);
  const share = (offset - segment.start) / Math.max(1, segment.end - segment.start);
  return tenth(segment.from + share * (segment.to - segment.from));
}

/** That of the word that the character is in, or of the next one where it stands between two; null where it is not known. */
function wordSecond({ starts }: PlacedSegment, text: string, offset: number): number | null {
  const word = starts.find(([, to]) => to > offset);
  if (!word) return null;
  const [from, , second] = word;
  return from <= offset || !/[\p{L}\p{N}]/u.test(text.slice(offset, from)) ? second : null;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Mean confidence of the recogniser weighted by characters; null where it gives none. */
export function meanConfidence(transcript: Transcript): number | null {
  if (transcript.origin !== 'engine') return null;
  let sum = 0;
  let weight = 0;
  for (const { text, confidence } of transcript.segments) {
    if (confidence === null) continue;
    sum += confidence * text.length;
    weight += text.length;
  }
  return weight > 0 ? sum / weight : null;
}
