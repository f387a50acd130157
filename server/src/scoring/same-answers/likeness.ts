import type { Question } from '@zhiyu/contracts/position';
import type { Transcript } from '@zhiyu/contracts/scoring';
import { splitClauses } from '../engine/clauses.js';
import { sharedBy, shingled, type Shingled } from '../engine/shared-words.js';
import { joinTranscript, type JoinedTranscript } from '../engine/transcript-text.js';

/** How much two answers share, and the longest passage of it in either. */
export interface Likeness {
  /** 0-1, three places. */
  share: number;
  quote: string;
  otherQuote: string;
}

function wordsOf(joined: JoinedTranscript): Shingled {
  return shingled(splitClauses(joined, []));
}

/** Compares two answers to a question; null where nothing is shared, or one of them says too little to tell. */
export function likenessOf(
  own: Transcript,
  other: Transcript,
  { text, hint }: Question,
): Likeness | null {
  const [mine, theirs] = [joinTranscript(own), joinTranscript(other)];
  const given = [...Object.values(text), ...Object.values(hint ?? {})].map((line) =>
    wordsOf({ text: line, segments: [], breaks: [] }),
  );
  const shared = sharedBy(wordsOf(mine), wordsOf(theirs), given);
  return (
    shared && {
      share: Math.round(shared.share * 1000) / 1000,
      quote: mine.text.slice(shared.own.start, shared.own.end),
      otherQuote: theirs.text.slice(shared.other.start, shared.other.end),
    }
  );
}
