import { isMostlyUnsure, unsureStretches, within } from '@zhiyu/contracts/heard';
import type { Transcript } from '@zhiyu/contracts/scoring';
import type {
  AssessedAnswer,
  ReadPoint,
  SecondEngine,
  SecondReading,
} from '../engine/engine.types.js';
import { joinTranscript } from '../engine/transcript-text.js';

/** What a language model read, without what it points at where that was not heard for sure: a level that keeps no quote is dropped. */
export function onlySureQuotes(
  second: SecondEngine,
  answers: readonly AssessedAnswer[],
): SecondEngine {
  const readings = Object.entries(second.readings).map(
    ([answerId, reading]): [string, SecondReading] => {
      const transcript = answers.find((one) => one.answerId === answerId)?.transcript;
      const sure = transcript ? sureOf(transcript) : null;
      return [answerId, sure ? withPoints(reading, sure) : reading];
    },
  );
  return { ...second, readings: Object.fromEntries(readings) };
}

/** Whether the words pointed at were heard; null where nothing is in doubt. What a follow-up added lies behind these words and stays. */
function sureOf(transcript: Transcript): ((point: ReadPoint) => boolean) | null {
  const unsure = unsureStretches(transcript);
  const { text } = joinTranscript(transcript);
  const measured = transcript.segments.some(({ words }) => words !== undefined);
  return measured && unsure.length > 0
    ? ({ start, end }) => !isMostlyUnsure(text.slice(start, end), within(unsure, start, end))
    : null;
}

function withPoints(reading: SecondReading, sure: (point: ReadPoint) => boolean): SecondReading {
  if ('failed' in reading) {
    return reading;
  }
  const dimensions = reading.dimensions
    .map((one) => ({ ...one, points: one.points.filter(sure) }))
    .filter(({ points }) => points.length > 0);
  return { dimensions };
}
