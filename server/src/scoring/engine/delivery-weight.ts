import type { CompetencyModel } from '@zhiyu/contracts/position';
import type { Weighed } from '@zhiyu/contracts/scoring';
import { type Total, withDelivery } from '@zhiyu/contracts/total';
import type { DeliveryInput, FaceFacts, VoiceFacts } from './engine.types.js';
import { clamp, round } from './level.js';

/** A recording with less speech, and an interview with less, says nothing; seconds. */
const leastOfAnswer = 5;
const leastSpeech = 20;
/** Seconds that a face must have been looked for. */
const leastWatched = 30;

/** Syllables a second: all that people usually speak at is worth the same; worth nothing beyond `none`. */
const rates = { none: [1, 11], usual: [2.5, 8] } as const;
/** Share of the time in long silences: up to the first nothing is lost, from the second on all. */
const pauses = { free: 0.1, most: 0.5 } as const;
/** Share of the time with a face: nothing is lost from `usual` up. */
const seen = { least: 0.5, usual: 0.9 } as const;

type Voice = NonNullable<Weighed['voice']>;
type Face = NonNullable<Weighed['face']>;

/**
 * The total with voice and face in it, where an administrator lets them weigh. Plain arithmetic on facts that stand
 * beside the report anyway; no evidence says that it predicts anything (docs/assessment.md). Expression, gaze, pitch
 * and loudness are never read here.
 */
export function weigh(
  words: Total,
  delivery: DeliveryInput | undefined,
  model: CompetencyModel,
): { total: Total; weighed?: Weighed } {
  const { value, standardError, verdict } = words;
  const parts = delivery ? partsOf(delivery) : {};
  const counted = Object.values(parts);
  if (!delivery || value === null || standardError === null || counted.length === 0) {
    return { total: words };
  }
  const alone = { value, standardError, verdict };
  return {
    total: withDelivery(words, counted, model),
    weighed: { ground: delivery.ground, words: alone, ...parts },
  };
}

/** What could be counted, each under its name; a part that says too little is not there. */
function partsOf({ voice, face }: DeliveryInput): Pick<Weighed, 'voice' | 'face'> {
  const heard = voice && voiceOf(voice);
  const seenIn = face && faceOf(face);
  return { ...(heard ? { voice: heard } : {}), ...(seenIn ? { face: seenIn } : {}) };
}

/** Half for a usual speaking rate, half for few long silences; answers by their seconds of speech. */
function voiceOf({ weight, answers }: NonNullable<DeliveryInput['voice']>): Voice | undefined {
  const heard = answers.flatMap((one) =>
    one.faulty || one.perSecond === null || one.speechSeconds < leastOfAnswer
      ? []
      : [{ ...one, perSecond: one.perSecond }],
  );
  const seconds = sumOf(heard, (one) => one.speechSeconds);
  if (weight <= 0 || seconds < leastSpeech) return undefined;
  const mean = (of: (one: (typeof heard)[number]) => number) =>
    sumOf(heard, (one) => of(one) * one.speechSeconds) / seconds;
  return {
    weight: weight / 100,
    value: round(
      mean((one) => (rateValue(one.perSecond) + pauseValue(longShare(one))) / 2),
      1,
    ),
    seconds: round(seconds, 1),
    rate: round(
      mean((one) => one.perSecond),
      1,
    ),
    longPauses: round(mean(longShare), 3),
  };
}

function longShare({ speechSeconds, pauseSeconds, longPauseSeconds }: VoiceFacts): number {
  return longPauseSeconds / (speechSeconds + pauseSeconds);
}

function rateValue(perSecond: number): number {
  const [slow, fast] = rates.none;
  const [from, to] = rates.usual;
  const rising = (perSecond - slow) / (from - slow);
  const falling = (fast - perSecond) / (fast - to);
  return 100 * clamp(Math.min(rising, falling), 0, 1);
}

function pauseValue(share: number): number {
  return 100 * clamp((pauses.most - share) / (pauses.most - pauses.free), 0, 1);
}

function faceOf({ weight, answers }: NonNullable<DeliveryInput['face']>): Face | undefined {
  const seconds = sumOf(answers, (one: FaceFacts) => one.seconds);
  if (weight <= 0 || seconds < leastWatched) return undefined;
  const share = sumOf(answers, (one) => one.seenSeconds) / seconds;
  return {
    weight: weight / 100,
    value: round(100 * clamp((share - seen.least) / (seen.usual - seen.least), 0, 1), 1),
    seconds: round(seconds, 1),
    seen: round(share, 3),
  };
}

function sumOf<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((sum, one) => sum + of(one), 0);
}
