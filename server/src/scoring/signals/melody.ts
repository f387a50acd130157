import type { SoundSignals } from '@zhiyu/contracts/signals';
import { framesPerSecond } from './frames.js';
import { quantile, rounded } from './order.js';
import type { Contours } from './speech-frames.js';

/** Frames that must be voiced before a melody is told: a second. */
const fewestFrames = framesPerSecond;

const semitones = (hertz: number) => 12 * Math.log2(hertz);

/** From the lowest tenth to the highest tenth. */
function rangeOf(values: Float32Array): number {
  return (quantile(values, 0.9) ?? 0) - (quantile(values, 0.1) ?? 0);
}

/** Frames that count, each with whether the one before counts too. */
function voicedFrames({ pitch, speech }: Contours): Uint8Array {
  return Uint8Array.from(pitch, (hertz, index) => (hertz > 0 && speech[index] === 1 ? 1 : 0));
}

/** Mean change a second over frames whose neighbour counts too: how fast it goes up or down. */
function movementOf(values: Float32Array, counted: Uint8Array): number {
  let sum = 0;
  let steps = 0;
  for (let index = 1; index < values.length; index += 1) {
    if (counted[index] === 1 && counted[index - 1] === 1) {
      sum += Math.abs((values[index] ?? 0) - (values[index - 1] ?? 0));
      steps += 1;
    }
  }
  return steps === 0 ? 0 : (sum / steps) * framesPerSecond;
}

type Melody = Pick<SoundSignals, 'voicedShare' | 'pitch' | 'loudness'>;

/** How pitch and loudness move while somebody speaks with voice. */
export function melodyOf(contours: Contours): Melody {
  const counted = voicedFrames(contours);
  const voiced = counted.reduce((sum, one) => sum + one, 0);
  const spoken = contours.speech.reduce((sum, one) => sum + one, 0);
  const voicedShare = spoken === 0 ? null : rounded(voiced / spoken, 3);
  if (voiced < fewestFrames) {
    return { voicedShare, pitch: null, loudness: null };
  }
  const keep = (_: number, index: number) => counted[index] === 1;
  const heights = contours.pitch.map((hertz) => (hertz > 0 ? semitones(hertz) : 0));
  const hertz = contours.pitch.filter(keep);
  return {
    voicedShare,
    pitch: {
      medianHz: rounded(quantile(hertz, 0.5) ?? 0, 1),
      rangeSemitones: rounded(rangeOf(heights.filter(keep)), 1),
      movement: rounded(movementOf(heights, counted), 1),
    },
    loudness: {
      rangeDb: rounded(rangeOf(contours.loudness.filter(keep)), 1),
      movement: rounded(movementOf(contours.loudness, counted), 1),
    },
  };
}
