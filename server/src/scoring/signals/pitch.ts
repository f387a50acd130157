import { firstFrame, Framer, framesPerSecond } from './frames.js';
import { CandidateFinder } from './pitch-candidates.js';
import { pitchPath } from './pitch-path.js';

/**
 * Pitch of a sound that comes in blocks: autocorrelation and the cheapest path through its maxima
 * (Boersma 1993), 75 to 500 Hz, a frame every 10 ms. Keeps about 60 bytes a frame: 22 MB an hour.
 */
export class PitchTracker {
  private readonly finder: CandidateFinder;
  private readonly framer: Framer;
  private low = Infinity;
  private high = -Infinity;
  private sum = 0;
  private count = 0;

  /** @param first the middle of the first frame, seconds */
  constructor(rate: number, first: number = firstFrame) {
    const finder = new CandidateFinder(rate);
    const { length } = finder;
    const grid = { length, hop: rate / framesPerSecond, start: finder.startOf(first) };
    this.finder = finder;
    this.framer = new Framer(grid, (frame) => finder.add(frame));
  }

  add(block: Float32Array): void {
    for (const value of block) {
      this.low = Math.min(this.low, value);
      this.high = Math.max(this.high, value);
      this.sum += value;
    }
    this.count += block.length;
    this.framer.add(block);
  }

  /** Hz of each frame, 0 where it is unvoiced. */
  finish(): Float32Array {
    if (this.count === 0) {
      return new Float32Array(0);
    }
    const mean = this.sum / this.count;
    return pitchPath(this.finder.found, Math.max(this.high - mean, mean - this.low));
  }
}
