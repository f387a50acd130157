import { isMostlyUnsure, type Stretch, unsureStretches, within } from '@zhiyu/contracts/heard';
import type {
  AssessedAnswer,
  ReadPoint,
  SecondEngine,
  SecondReading,
} from '../engine/engine.types.js';
import { together } from '../engine/joined.js';
import type { Rules } from '../engine/rules.js';
import { joinTranscript } from '../engine/transcript-text.js';

/** Words that a language model may have pointed at: those of an answer, or of it and a follow-up as one text. */
interface Said {
  text: string;
  unsure: Stretch[];
}

/** What a language model read, without what it points at where that was not heard for sure: a level that keeps no quote is dropped. */
export function onlySureQuotes(
  second: SecondEngine,
  answers: readonly AssessedAnswer[],
  rules: Rules,
): SecondEngine {
  const readings = Object.entries(second.readings).map(
    ([answerId, reading]): [string, SecondReading] => {
      const answer = answers.find((one) => one.answerId === answerId);
      const follows = rules.follows ? answers.filter((one) => one.follows === answerId) : [];
      const said = answer ? saidIn(answer, follows) : [];
      const isSure = (point: ReadPoint) => said.every((one) => isHeard(one, point));
      return [answerId, said.length > 0 ? withPoints(reading, isSure, rules) : reading];
    },
  );
  return { ...second, readings: Object.fromEntries(readings) };
}

/**
 * The texts that the places of a model's quotes may be in, where something of them is in doubt. Words of a follow-up
 * stand behind those of its answer, as the model read them (joined.ts). Before engine 1.8.0 they were not checked.
 */
function saidIn(answer: AssessedAnswer, follows: readonly AssessedAnswer[]): Said[] {
  const own = unsureOf(answer);
  const alone = { text: textOf(answer), unsure: own };
  const longer = follows.flatMap((follow): Said[] => {
    if (!answer.transcript || !follow.transcript) return [];
    const { transcript, border } = together(answer, follow);
    const added = unsureOf(follow).map(([from, to]): Stretch => [from + border, to + border]);
    return [{ text: joinTranscript(transcript).text, unsure: [...own, ...added] }];
  });
  return [alone, ...longer].filter(({ unsure }) => unsure.length > 0);
}

function textOf({ transcript }: AssessedAnswer): string {
  return transcript ? joinTranscript(transcript).text : '';
}

/** Words under the limit, where the engine gives words figures. */
function unsureOf({ transcript }: AssessedAnswer): Stretch[] {
  const measured = transcript?.segments.some(({ words }) => words !== undefined) ?? false;
  return transcript && measured ? unsureStretches(transcript) : [];
}

function isHeard({ text, unsure }: Said, { start, end }: ReadPoint): boolean {
  return !isMostlyUnsure(text.slice(start, end), within(unsure, start, end));
}

/** A high level needs a quote for it, as in the model's own reply (llm/reply.ts); engines before 1.8.0 asked it there alone. */
const highLevel = 3;

function withPoints(
  reading: SecondReading,
  sure: (point: ReadPoint) => boolean,
  { follows }: Rules,
): SecondReading {
  if ('failed' in reading) {
    return reading;
  }
  const dimensions = reading.dimensions
    .map((one) => ({ ...one, points: one.points.filter(sure) }))
    .filter(({ points }) => points.length > 0)
    .filter(
      ({ level, points }) =>
        !follows || level < highLevel || points.some(({ stance }) => stance === 'for'),
    );
  return { dimensions };
}
