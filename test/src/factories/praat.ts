import { LoudnessMeter } from '@zhiyu/server/scoring/signals/loudness';
import { PitchTracker } from '@zhiyu/server/scoring/signals/pitch';

/** What Praat says of a sound. */
export interface PraatReading {
  /** Middle of the first frame, seconds. */
  first: number;
  /** Hz every 10 ms, 0 where it is unvoiced. */
  pitch: number[];
  /** Middle of the first frame of the loudness, how many there are, and their mean energy, dB. */
  loudness: { first: number; count: number; mean: number };
}

/** How far our reading lies from Praat's. */
export interface PraatDifference {
  /** Share of the frames that one calls voiced and the other does not. */
  voicing: number;
  /** Share of the frames voiced for both where the pitch is off by more than a fifth. */
  gross: number;
  /** Mean distance over the others, cents. */
  cents: number;
  /** Difference of the mean loudness, dB. */
  decibels: number;
}

/** Blocks like those that a decoder gives: not a whole number of frames. */
function fed<T extends { add: (block: Float32Array) => void }>(meter: T, samples: Float32Array): T {
  for (let at = 0; at < samples.length; at += 7001) {
    meter.add(samples.subarray(at, at + 7001));
  }
  return meter;
}

function meanEnergy(levels: Float32Array): number {
  return 10 * Math.log10(levels.reduce((sum, db) => sum + 10 ** (db / 10), 0) / levels.length);
}

/** Measures a sound on Praat's own frames and compares. */
export function compareWithPraat(
  samples: Float32Array,
  rate: number,
  praat: PraatReading,
): PraatDifference {
  const own = fed(new PitchTracker(rate, praat.first), samples).finish();
  const frames = praat.pitch.map((theirs, index) => ({ theirs, ours: own[index] ?? 0 }));
  const both = frames.filter(({ theirs, ours }) => theirs > 0 && ours > 0);
  const near = both.filter(({ theirs, ours }) => Math.abs(ours / theirs - 1) <= 0.2);
  const cents = near.map(({ theirs, ours }) => Math.abs(1200 * Math.log2(ours / theirs)));
  const loud = fed(new LoudnessMeter(rate, praat.loudness.first), samples).finish();
  return {
    voicing: frames.filter(({ theirs, ours }) => theirs > 0 !== ours > 0).length / frames.length,
    gross: (both.length - near.length) / both.length,
    cents: cents.reduce((sum, one) => sum + one, 0) / cents.length,
    decibels: meanEnergy(loud.subarray(0, praat.loudness.count)) - praat.loudness.mean,
  };
}
