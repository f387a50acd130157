import { textIn, type Locale } from '@zhiyu/contracts/basics';
import { groundsOf } from '@zhiyu/contracts/grounds';
import type { Evidence } from '@zhiyu/contracts/scoring';
import type {
  AssessedAnswer,
  DimensionReading,
  IgnoredPart,
  MeasuredReading,
  ReadDimension,
} from './engine.types.js';
import { round } from './level.js';
import { combine } from './measured.js';
import { reasons, say } from './phrases.js';
import { secondsAt, type JoinedTranscript } from './transcript-text.js';

/** Standard error of one reading by a language model, points on 0-100: half a level, by judgement until graded answers say better. */
const secondError = 12.5;
/** Two engines further apart than this, in points, send the answer to a person: one level. */
const farApart = 25;
const mostEvidence = 6;

/** The transcript with what does not count blanked out, place by place. */
export function countingText(joined: JoinedTranscript, ignored: IgnoredPart[]): string {
  return ignored.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    joined.text,
  );
}

/** What both engines read in one answer, joined by their errors (measured.ts); far apart, it is marked for a person. */
export function withSecond(
  own: DimensionReading,
  read: ReadDimension | undefined,
  from: { answer: AssessedAnswer; joined: JoinedTranscript; locale: Locale },
): DimensionReading {
  if (!read) return own;
  const second = { value: (read.level - 1) * 25, standardError: secondError };
  const { value, standardError } = own;
  const first = value === null ? [] : [{ value, standardError }];
  const both = combine([...first, second]);
  if (!both) return own;
  const apart = first.some((one) => Math.abs(one.value - second.value) > farApart);
  const evidence = groundsOf(joinEvidence([...own.evidence], evidenceOf(read, from)));
  if (!evidence) return own;
  return {
    ...own,
    ...both,
    level: round(both.value / 25 + 1, 2),
    reason: '',
    evidence,
    floor: false,
    ...(apart && value !== null ? { apart: { local: value, model: second.value } } : {}),
  };
}

/** Why a person should look, where two engines are far apart. */
export function apartReason(readings: MeasuredReading[], locale: Locale): string[] {
  const first = readings.find((reading) => reading.apart !== undefined)?.apart;
  return first
    ? [say(reasons.enginesApart, locale, { local: level(first.local), model: level(first.model) })]
    : [];
}

const level = (value: number): string => (value / 25 + 1).toFixed(1);

/** In the question's own words: the anchor that the quote stands at. */
function evidenceOf(
  { points }: ReadDimension,
  { answer, joined, locale }: { answer: AssessedAnswer; joined: JoinedTranscript; locale: Locale },
): Evidence[] {
  return points.map(({ level: anchorLevel, stance, start, end }) => {
    const anchor = answer.question.anchors.find((one) => one.level === anchorLevel);
    return {
      answerId: answer.answerId,
      questionIndex: answer.questionIndex,
      quote: joined.text.slice(start, end),
      start,
      end,
      seconds: secondsAt(joined, start),
      stance,
      anchorLevel,
      shows: anchor ? textIn(anchor.text, locale) : '',
    };
  });
}

/** The local engine's first; what the other adds overlaps none of it. */
function joinEvidence(own: Evidence[], added: Evidence[]): Evidence[] {
  const kept = [...own];
  for (const one of added) {
    const known = kept.some((other) => one.start < other.end && other.start < one.end);
    if (!known) kept.push(one);
  }
  return kept.slice(0, mostEvidence);
}
