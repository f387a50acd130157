import { quantile } from './order.js';
import type { Contours } from './speech-frames.js';

/** A nucleus is at most so far under the loud end of the speech, dB. */
const range = 25;

/** Before the next peak it is so much softer, dB. */
const dip = 2;

/** Frames louder than the one before and no softer than the next. */
function peaksOf(loudness: Float32Array, softest: number): number[] {
  const peaks: number[] = [];
  loudness.forEach((level, index) => {
    const before = loudness[index - 1] ?? -Infinity;
    const after = loudness[index + 1] ?? -Infinity;
    if (level > softest && level > before && level >= after) {
      peaks.push(index);
    }
  });
  return peaks;
}

/**
 * Syllable nuclei: voiced peaks of loudness with a dip of 2 dB before the next peak, at most 25 dB
 * under the loud end (99 in 100 frames are softer), after de Jong and Wempe 2009, "Praat script to
 * detect syllable nuclei and measure speech rate automatically", Behavior Research Methods 41.
 */
export function countSyllables({ pitch, loudness, speech }: Contours): number {
  const spoken = loudness.filter((_, index) => speech[index] === 1);
  const softest = (quantile(spoken, 0.99) ?? 0) - range;
  const peaks = peaksOf(loudness, softest);
  return peaks.filter((peak, index) => {
    const bottom = loudness
      .subarray(peak, peaks[index + 1])
      .reduce((least, level) => Math.min(least, level), Infinity);
    const deep = index === peaks.length - 1 || (loudness[peak] ?? 0) - bottom > dip;
    return deep && speech[peak] === 1 && (pitch[peak] ?? 0) > 0;
  }).length;
}
