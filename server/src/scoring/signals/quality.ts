import type { SoundFault, SoundSignals } from '@zhiyu/contracts/signals';
import { framesPerSecond } from './frames.js';
import { fullScale } from './loudness.js';
import { rounded } from './order.js';
import type { Contours } from './speech-frames.js';

/** Our own limits; none was fitted to listeners. */
const limits = {
  /** Share of samples at full scale above which it is clipped. */
  clipped: 0.0005,
  /** Level of the speech under which it is faint, dB below full scale. */
  quiet: -45,
  /** Speech that is not so far above the rest is hard to hear, dB. */
  noisy: 12,
};

/** Frames around speech that are neither speech nor the rest. */
const margin = framesPerSecond / 5;

/** Fewer frames than this tell no level. */
const fewestFrames = 0.3 * framesPerSecond;

/** No recorder hears less, dB below full scale. */
const softest = -120;

/** Mean level of the chosen frames, dB below full scale. */
function levelOf(loudness: Float32Array, chosen: (index: number) => boolean): number | null {
  let power = 0;
  let count = 0;
  loudness.forEach((level, index) => {
    if (chosen(index)) {
      power += 10 ** (level / 10);
      count += 1;
    }
  });
  return count < fewestFrames
    ? null
    : Math.max(softest, rounded(10 * Math.log10(power / count) - fullScale, 1));
}

/** 1 where no speech is near. */
function silentFrames(speech: Uint8Array): Uint8Array {
  const silent = new Uint8Array(speech.length).fill(1);
  speech.forEach((here, index) => {
    if (here === 1) {
      silent.fill(0, Math.max(0, index - margin), index + margin + 1);
    }
  });
  return silent;
}

/** How far the recording can be trusted. @param clippedShare of the samples, 0-1 */
export function qualityOf(contours: Contours, clippedShare: number): SoundSignals['quality'] {
  const { loudness, speech } = contours;
  const silent = silentFrames(speech);
  const levelDb = levelOf(loudness, (index) => speech[index] === 1);
  const noiseDb = levelOf(loudness, (index) => silent[index] === 1);
  const found: [SoundFault, boolean][] = [
    ['clipped', clippedShare > limits.clipped],
    ['quiet', levelDb !== null && levelDb < limits.quiet],
    ['noisy', levelDb !== null && noiseDb !== null && levelDb - noiseDb < limits.noisy],
  ];
  const faults = found.flatMap(([fault, there]) => (there ? [fault] : []));
  return { levelDb, noiseDb, clippedShare: rounded(clippedShare, 5), faults };
}
