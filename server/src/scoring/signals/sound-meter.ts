import type { SoundSignals, Stretch } from '@zhiyu/contracts/signals';
import { LoudnessMeter } from './loudness.js';
import { melodyOf } from './melody.js';
import { rounded } from './order.js';
import { pausesOf } from './pauses.js';
import { PitchTracker } from './pitch.js';
import { qualityOf } from './quality.js';
import { framesIn } from './speech-frames.js';
import { countSyllables } from './syllables.js';

/** Name and version of this way of measuring; changes whenever the same sound could give other numbers. */
const soundMeterEngine = 'boersma 1.0';

/** A sample this high stands at full scale, of 1. */
const full = 0.99;

/** Less speech than this has no speed, seconds. */
export const fewestSeconds = 2;

/** Measures a sound that comes in blocks: memory grows by 70 bytes a frame, 25 MB an hour. */
export class SoundMeter {
  private readonly pitch: PitchTracker;
  private readonly loudness: LoudnessMeter;
  private samples = 0;
  private clipped = 0;

  /** @param rate samples a second, a multiple of 100 */
  constructor(private readonly rate: number) {
    this.pitch = new PitchTracker(rate);
    this.loudness = new LoudnessMeter(rate);
  }

  add(block: Float32Array): void {
    for (const value of block) {
      this.clipped += Math.abs(value) >= full ? 1 : 0;
    }
    this.samples += block.length;
    this.pitch.add(block);
    this.loudness.add(block);
  }

  /**
   * @param stretches where somebody speaks, in order
   * @param engine what found them
   */
  finish(stretches: Stretch[], engine: string): SoundSignals {
    const pitch = this.pitch.finish();
    const loudness = this.loudness.finish().subarray(0, pitch.length);
    const speech = framesIn(stretches, pitch.length);
    const contours = { pitch, loudness, speech };
    const spoken = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
    const count = countSyllables(contours);
    return {
      seconds: rounded(this.samples / this.rate, 2),
      speechSeconds: rounded(spoken, 2),
      latency: stretches[0] ? rounded(stretches[0].from, 2) : null,
      pauses: pausesOf(stretches),
      syllables: { count, perSecond: spoken < fewestSeconds ? null : rounded(count / spoken, 2) },
      ...melodyOf(contours),
      quality: qualityOf(contours, this.samples === 0 ? 0 : this.clipped / this.samples),
      engine: `${engine}, ${soundMeterEngine}`,
    };
  }
}
