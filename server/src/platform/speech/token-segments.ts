import type { Segment } from '@zhiyu/contracts/scoring';
import { z } from 'zod';
import { type HeardWord, withWordFigures } from './word-figures.js';

/** What the model says of one window; times are seconds from the window's start, one for each token. */
export const recognisedSchema = z.object({
  text: z.string().max(20_000),
  tokens: z.array(z.string()).max(20_000).default([]),
  timestamps: z.array(z.number().nonnegative()).max(20_000).default([]),
  /** Log probability of each token: transducers give them, SenseVoice and other CTC models leave the list empty. */
  ys_log_probs: z.array(z.number()).max(20_000).nullish().catch(null),
});
export type Recognised = z.infer<typeof recognisedSchema>;

/** Marks of language, mood and sound event that the model writes among the words. */
const tags = /<\|[^|]*\|>/g;

/** A word piece that begins a word carries this sign instead of a space. */
const wordSign = /▁/g;

const bare = (text: string) => text.replace(tags, '').replace(wordSign, ' ').replace(/\s+/g, '');

function endsSentence(token: string, next: string | undefined): boolean {
  if (/[。！？；!?]$/.test(token)) {
    return true;
  }
  return token.endsWith('.') && (next === undefined || /^[▁ ]/.test(next));
}

function groupSentences(tokens: string[]): { first: number; text: string }[] {
  const groups: { first: number; text: string }[] = [];
  let first = 0;
  tokens.forEach((token, index) => {
    if (endsSentence(token, tokens[index + 1]) || index === tokens.length - 1) {
      const text = tokens.slice(first, index + 1).join('');
      groups.push({ first, text: text.replace(tags, '').replace(wordSign, ' ').trim() });
      first = index + 1;
    }
  });
  return groups;
}

/**
 * The sentences of one window with their times. A sentence lasts until the next one begins; where
 * tokens have no times, or do not make up the text, the window is one segment. Confidence is what the model gives its tokens.
 * @param from the window's start in the answer, seconds
 * @param to the window's end
 */
export function segmentsOf(recognised: Recognised, from: number, to: number): Segment[] {
  return withWordFigures(sentencesOf(recognised, from, to), heardTokens(recognised, from));
}

/** Tokens with their figures and moments; without those where there is not one for each. */
function heardTokens(
  { tokens, timestamps, ys_log_probs: figures }: Recognised,
  from: number,
): HeardWord[] {
  const measured = figures?.length === tokens.length ? figures : null;
  const timed = timestamps.length === tokens.length ? timestamps : null;
  return tokens.map((token, i) => {
    const figure = measured?.[i];
    const moment = timed?.[i];
    return {
      text: token.replace(tags, '').replace(wordSign, ' '),
      confidence: figure === undefined ? null : Math.exp(Math.min(0, figure)),
      at: moment === undefined ? null : from + moment,
    };
  });
}

function sentencesOf(recognised: Recognised, from: number, to: number): Segment[] {
  const { text, tokens, timestamps } = recognised;
  const whole = text.replace(tags, '').trim();
  if (whole === '') {
    return [];
  }
  if (tokens.length !== timestamps.length || bare(tokens.join('')) !== bare(whole)) {
    return [{ text: whole, from, to, confidence: null }];
  }
  const startOf = (index: number) => Math.min(to, from + (timestamps[index] ?? 0));
  const groups = groupSentences(tokens);
  return groups
    .map((group, index) => {
      const next = groups[index + 1];
      const end = next ? startOf(next.first) : to;
      return { text: group.text, from: startOf(group.first), to: end, confidence: null };
    })
    .filter((segment) => segment.text !== '');
}
