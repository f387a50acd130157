import { firstFrame, Framer, framesPerSecond } from './frames.js';
import { Growing } from './growing.js';

/** Lowest pitch whose periods must not show in the loudness, Hz: the window is 6.4 / 50 s long. */
const lowestPitch = 50;

/** Decibels of a full-scale mean square of 1 over 20 µPa, which is how Praat reads a sound file. */
export const fullScale = -20 * Math.log10(2e-5);

/** Decibels of silence: nothing lower is told. */
const silenceDb = -300;

/** The modified Bessel function of the first kind and order 0, by its power series. */
function bessel(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

/** Kaiser window with side lobes 190 dB down. */
function kaiser(half: number): Float64Array {
  return Float64Array.from({ length: 2 * half + 1 }, (_, index) => {
    const place = (index - half) / half;
    return bessel((2 * Math.PI ** 2 + 0.5) * Math.sqrt(Math.max(0, 1 - place * place)));
  });
}

/** Loudness (intensity) of a sound that comes in blocks, dB over 20 µPa, a frame every 10 ms. */
export class LoudnessMeter {
  private readonly window: Float64Array;
  private readonly weight: number;
  private readonly half: number;
  private readonly framer: Framer;
  private readonly levels = new Growing();

  /** @param first the middle of the first frame, seconds */
  constructor(rate: number, first: number = firstFrame) {
    this.half = Math.floor((3.2 / lowestPitch) * rate);
    this.window = kaiser(this.half);
    this.weight = this.window.reduce((sum, value) => sum + value, 0);
    const start = Math.round(first * rate - 0.5) - this.half;
    const grid = { length: this.window.length, hop: rate / framesPerSecond, start };
    this.framer = new Framer(grid, (frame) => this.levels.push(this.levelOf(frame)));
  }

  add(block: Float32Array): void {
    this.framer.add(block);
  }

  /** dB of each frame; the last ones reach into the silence behind the end. */
  finish(): Float32Array {
    this.framer.add(new Float32Array(this.half));
    return this.levels.values;
  }

  private levelOf(frame: Float32Array): number {
    let sum = 0;
    for (const value of frame) {
      sum += value;
    }
    const mean = sum / frame.length;
    let power = 0;
    for (let index = 0; index < frame.length; index += 1) {
      power += ((frame[index] ?? 0) - mean) ** 2 * (this.window[index] ?? 0);
    }
    return Math.max(silenceDb, 10 * Math.log10(power / this.weight) + fullScale);
  }
}
