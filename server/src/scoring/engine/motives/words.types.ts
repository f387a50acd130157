import type { MotiveKind } from '@zhiyu/contracts/motives';

/** How a language speaks of motives; all is looked for in normalised clauses, in small letters. */
export interface MotiveWords {
  cues: Record<MotiveKind, RegExp>;
  /** Says that the speaker looks for something. */
  seeks: RegExp;
  /** At the end of what stands before a cue, or at the begin of what follows: it is not what matters. */
  lessBefore: RegExp;
  lessAfter: RegExp;
  /** The same places: there was too little of it; a reason to leave, or to look for more. */
  lackBefore: RegExp;
  lackAfter: RegExp;
  /** People whom the speaker only learns from or works with. */
  beside: RegExp;
  /** At the end of what stands before: the shop's, a system's, or an object of the work. */
  notOneself: Record<MotiveKind, RegExp>;
}

/** Any of these, everywhere. */
export function each(...phrases: string[]): RegExp {
  return new RegExp(phrases.join('|'), 'giu');
}

/** The same as whole words, for languages that write spaces. */
export function eachWord(...phrases: string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`, 'giu');
}
