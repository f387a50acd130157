import type { Question } from '@zhiyu/contracts/position';
import type { Transcript } from '@zhiyu/contracts/scoring';
import { splitClauses } from '../engine/clauses.js';
import { sharedBy, shingled, type Shingled } from '../engine/shared-words.js';
import { joinTranscript, type JoinedTranscript } from '../engine/transcript-text.js';

/** An answer, and others to its question that it is compared with. */
export interface LikenessOrder {
  own: Transcript;
  others: readonly Transcript[];
  question: Pick<Question, 'text' | 'hint'>;
}

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

/**
 * Compares an answer with each of the others, in their order; null where nothing is shared, or one of them says too
 * little to tell. Takes a millisecond and more for each: in a thread of its own (assessing/tasks.ts).
 */
export function likenessesOf({ own, others, question }: LikenessOrder): (Likeness | null)[] {
  const { text, hint } = question;
  const joined = joinTranscript(own);
  const mine = wordsOf(joined);
  const given = [...Object.values(text), ...Object.values(hint ?? {})].map((line) =>
    wordsOf({ text: line, segments: [], breaks: [] }),
  );
  return others.map((other) => {
    const theirs = joinTranscript(other);
    const shared = sharedBy(mine, wordsOf(theirs), given);
    return (
      shared && {
        share: Math.round(shared.share * 1000) / 1000,
        quote: joined.text.slice(shared.own.start, shared.own.end),
        otherQuote: theirs.text.slice(shared.other.start, shared.other.end),
      }
    );
  });
}
