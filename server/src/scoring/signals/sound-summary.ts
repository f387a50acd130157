import { type AnswerSound, soundFaults, type SoundSummary } from '@zhiyu/contracts/signals';
import { quantile, rounded } from './order.js';

/** A number of one answer, and the seconds of speech behind it. */
type Weighed = [value: number, seconds: number];

function meanOf(values: Weighed[], places: number): number | null {
  const seconds = values.reduce((sum, [, weight]) => sum + weight, 0);
  const whole = values.reduce((sum, [value, weight]) => sum + value * weight, 0);
  return seconds > 0 ? rounded(whole / seconds, places) : null;
}

/** Of each answer the number, where it has one. */
function weighed(
  answers: AnswerSound[],
  numberOf: (answer: AnswerSound) => number | null | undefined,
): Weighed[] {
  return answers.flatMap((answer): Weighed[] => {
    const value = numberOf(answer);
    return value === null || value === undefined ? [] : [[value, answer.sound.speechSeconds]];
  });
}

function sumOf(values: number[]): number {
  return rounded(
    values.reduce((sum, value) => sum + value, 0),
    1,
  );
}

/**
 * The answers of an interview taken together; null where none was measured.
 * @param recorded answers that have a recording
 */
export function summarise(answers: AnswerSound[], recorded: number): SoundSummary | null {
  if (answers.length === 0) {
    return null;
  }
  const sounds = answers.map(({ sound }) => sound);
  const waits = Float32Array.from(sounds.flatMap(({ latency }) => latency ?? []));
  const longest = sounds.flatMap(({ pauses }) => pauses.longest ?? []);
  const wait = quantile(waits, 0.5);
  return {
    measured: answers.length,
    recorded,
    speechSeconds: sumOf(sounds.map(({ speechSeconds }) => speechSeconds)),
    latency: wait === null ? null : rounded(wait, 1),
    pauses: {
      count: sumOf(sounds.map(({ pauses }) => pauses.count)),
      seconds: sumOf(sounds.map(({ pauses }) => pauses.seconds)),
      longest: longest.length === 0 ? null : rounded(Math.max(...longest), 1),
    },
    perMinute: meanOf(
      weighed(answers, ({ words }) => words?.perMinute),
      0,
    ),
    syllablesPerSecond: meanOf(
      weighed(answers, ({ sound }) => sound.syllables.perSecond),
      1,
    ),
    medianHz: meanOf(
      weighed(answers, ({ sound }) => sound.pitch?.medianHz),
      0,
    ),
    rangeSemitones: meanOf(
      weighed(answers, ({ sound }) => sound.pitch?.rangeSemitones),
      1,
    ),
    rangeDb: meanOf(
      weighed(answers, ({ sound }) => sound.loudness?.rangeDb),
      1,
    ),
    faults: soundFaults.filter((fault) =>
      sounds.some(({ quality }) => quality.faults.includes(fault)),
    ),
    engines: [...new Set(sounds.map(({ engine }) => engine))],
  };
}
