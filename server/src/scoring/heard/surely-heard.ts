import { isMostlyUnsure, type Stretch, unsureStretches, within } from '@zhiyu/contracts/heard';
import type { Transcript } from '@zhiyu/contracts/scoring';
import { splitClauses } from '../engine/clauses.js';
import type { AssessedAnswer } from '../engine/engine.types.js';
import { joinTranscript } from '../engine/transcript-text.js';

/** Clauses whose letters were for the most part not heard for sure, where the engine gives words figures; places in the joined text. */
function unsureClauses(transcript: Transcript): Stretch[] {
  if (transcript.segments.every(({ words }) => words === undefined)) {
    return [];
  }
  const unsure = unsureStretches(transcript);
  return unsure.length === 0
    ? []
    : splitClauses(joinTranscript(transcript), [])
        .filter(({ start, end, text }) => isMostlyUnsure(text, within(unsure, start, end)))
        .map(({ start, end }): Stretch => [start, end]);
}

/** The same text with blanks in these places. */
function blanked(text: string, stretches: readonly Stretch[]): string {
  return stretches.reduce(
    (left, [from, to]) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    text,
  );
}

/**
 * The answer as it reads without the clauses that were not heard for sure: blanks stand in their place, so that all places
 * stay. The very same answer where there are none.
 */
export function surelyHeard(answer: AssessedAnswer): AssessedAnswer {
  const { transcript, question } = answer;
  const unsure = transcript && question.kind !== 'coding' ? unsureClauses(transcript) : [];
  if (!transcript || unsure.length === 0) {
    return answer;
  }
  const placed = joinTranscript(transcript).segments;
  const segments = transcript.segments.map((segment, i) => {
    const { start, end } = placed[i] ?? { start: 0, end: 0 };
    return { ...segment, text: blanked(segment.text, within(unsure, start, end)) };
  });
  return { ...answer, transcript: { ...transcript, segments } };
}
