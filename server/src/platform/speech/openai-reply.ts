import type { Segment } from '@zhiyu/contracts/scoring';
import { z } from 'zod';
import { type HeardWord, withWordFigures } from './word-figures.js';

/** Most characters that an answer can have: an hour of fast speech. */
const mostCharacters = 20_000;

const moment = z.number().nullish().catch(null);

/** whisper.cpp and faster-whisper say `probability`, others `confidence`, WhisperX `score`; OpenAI gives none. */
const wordSchema = z.object({
  word: z.string(),
  start: moment,
  end: moment,
  probability: moment,
  confidence: moment,
  score: moment,
});
type Word = z.infer<typeof wordSchema>;

/** A token as the models of OpenAI that know no words give it (`include[]=logprobs`). */
const tokenSchema = z.object({ token: z.string(), logprob: moment });

const mostWords = 50_000;

const pieceSchema = z.object({
  text: z.string(),
  start: moment,
  end: moment,
  avg_logprob: moment,
  compression_ratio: moment,
  no_speech_prob: moment,
  words: z.array(wordSchema).max(mostWords).nullish().catch(null),
});

/** A reply of `/audio/transcriptions`, verbose or plain; a stranger's, so every field is doubted. */
export const replySchema = z.object({
  text: z.string().default(''),
  segments: z.array(pieceSchema).max(5000).nullish(),
  words: z.array(wordSchema).max(mostWords).nullish(),
  logprobs: z.array(tokenSchema).max(mostWords).nullish().catch(null),
});
type Reply = z.infer<typeof replySchema>;
type Piece = z.infer<typeof pieceSchema>;

/** A pause between two words that begins a new segment, seconds. */
const pause = 0.8;

// eslint forbids control characters in a pattern by themselves; the class of Unicode says the same.
const control = /\p{Cc}+/gu;

const clean = (text: string) => text.replace(control, ' ').trim();

/**
 * Whisper makes up words in silence. Its own rule for leaving a segment out: probably no speech
 * (over 0.6) and unsure of the words (mean log probability under -1).
 */
function madeUp(piece: Piece): boolean {
  return (piece.no_speech_prob ?? 0) > 0.6 && (piece.avg_logprob ?? 0) < -1;
}

/** vLLM has no log probability of a segment and writes -1 there, as it does for the compression ratio. */
const isFilledIn = (piece: Piece) => piece.avg_logprob === -1 && piece.compression_ratio === -1;

/** Mean token probability: exp of the mean log probability. */
function confidenceOf(piece: Piece): number | null {
  return piece.avg_logprob == null || isFilledIn(piece)
    ? null
    : Math.min(1, Math.exp(piece.avg_logprob));
}

/** A figure that is no share is none. */
function shareOf(figure: number | null | undefined): number | null {
  return figure != null && figure >= 0 && figure <= 1 ? figure : null;
}

function heardWord(word: Word): HeardWord {
  const figure = word.probability ?? word.confidence ?? word.score;
  const { from: at } = timesOf({ start: word.start, end: word.end ?? word.start });
  return { text: clean(word.word), confidence: shareOf(figure), at };
}

/** Words with their figures: those of the segments, else those beside them, else tokens. */
function heardWords({ segments, words, logprobs }: Reply): HeardWord[] {
  const inside = (segments ?? []).flatMap((piece) => (madeUp(piece) ? [] : (piece.words ?? [])));
  const listed = (inside.length > 0 ? inside : (words ?? [])).map(heardWord);
  return listed.length > 0
    ? listed
    : (logprobs ?? []).map(({ token, logprob }) => ({
        text: clean(token),
        confidence: logprob == null ? null : shareOf(Math.exp(Math.min(0, logprob))),
        at: null,
      }));
}

function timesOf(piece: { start?: number | null | undefined; end?: number | null | undefined }) {
  const { start, end } = piece;
  const sound = start != null && end != null && start >= 0 && end >= start;
  return sound ? { from: start, to: end } : { from: null, to: null };
}

/** Latin words need a space between them; Chinese and Japanese must have none. */
function join(before: string, word: string): string {
  const latin =
    /[\p{Script=Latin}\p{N}.,!?;:]$/u.test(before) && /^[\p{Script=Latin}\p{N}]/u.test(word);
  return latin ? `${before} ${word}` : `${before}${word}`;
}

/** Words with times but without segments: cut at the pauses. */
function fromWords(words: Word[]): Segment[] {
  const segments: Segment[] = [];
  for (const word of words) {
    const { from, to } = timesOf(word);
    const last = segments.at(-1);
    const near = last?.to != null && from !== null && from - last.to < pause;
    if (last && near) {
      last.text = join(last.text, clean(word.word));
      last.to = to;
    } else {
      segments.push({ text: clean(word.word), from, to, confidence: null });
    }
  }
  return segments;
}

function allSegments(reply: Reply): Segment[] {
  if (reply.segments?.length) {
    return reply.segments
      .filter((piece) => !madeUp(piece))
      .map((piece) => ({
        text: clean(piece.text),
        ...timesOf(piece),
        confidence: confidenceOf(piece),
      }));
  }
  if (reply.words?.length) {
    return fromWords(reply.words);
  }
  return [{ text: clean(reply.text), from: null, to: null, confidence: null }];
}

/** The segments of a reply that was checked; what has no words is left out, what is too long is cut. */
export function segmentsOfReply(reply: Reply): Segment[] {
  let left = mostCharacters;
  const segments: Segment[] = [];
  for (const segment of allSegments(reply)) {
    const text = segment.text.slice(0, left);
    left -= text.length;
    if (text !== '') {
      segments.push({ ...segment, text });
    }
  }
  return withWordFigures(segments, heardWords(reply));
}
