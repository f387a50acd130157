import { Fourier } from './fourier.js';
import { Growing } from './growing.js';

/** Boersma's parameters, as Praat's "To Pitch (ac)" has them by default. */
export const pitchSettings = {
  /** Lowest and highest pitch looked for, Hz. */
  floor: 75,
  ceiling: 500,
  voicingThreshold: 0.45,
  silenceThreshold: 0.03,
  octaveCost: 0.01,
  octaveJumpCost: 0.35,
  voicedUnvoicedCost: 0.14,
} as const;

const mostCandidates = 14;

/** Samples on each side that the strength of a peak is interpolated from. */
const depth = 30;

/** Length of the transform: the frame and half of it again, so that lags do not wrap around. */
function transformSize(frame: number): number {
  return 2 ** Math.ceil(Math.log2(frame * 1.5));
}

/** A row of frames, each with its possible pitches; `first[i]` is the place of frame i's first one. */
export interface PitchCandidates {
  frequencies: Float32Array;
  strengths: Float32Array;
  first: Float32Array;
  /** Highest sample near the middle of each frame, absolute. */
  peaks: Float32Array;
}

/**
 * Possible pitches of each frame: maxima of the autocorrelation of the windowed sound divided by
 * that of the window (Boersma 1993, "Accurate short-term analysis of the fundamental frequency and
 * the harmonics-to-noise ratio of a sampled sound", IFA Proceedings 17: 97-110).
 */
export class CandidateFinder {
  /** Samples of one frame: three periods of the lowest pitch. */
  readonly length: number;
  private readonly fourier: Fourier;
  private readonly window: Float64Array;
  private readonly ofWindow: Float64Array;
  private readonly correlation: Float64Array;
  private readonly frequencies = new Growing();
  private readonly strengths = new Growing();
  private readonly first = new Growing();
  private readonly peaks = new Growing();

  constructor(private readonly rate: number) {
    this.length = 2 * (Math.floor((3 * rate) / pitchSettings.floor) / 2 - 1);
    const size = transformSize(this.length);
    this.fourier = new Fourier(size);
    this.window = Float64Array.from(
      { length: this.length },
      (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 1)) / (this.length + 1)),
    );
    this.correlation = new Float64Array(this.length / 2 + 1);
    this.fourier.real.set(this.window);
    this.ofWindow = this.correlate();
  }

  /** First sample of the frame whose middle lies at `seconds`. */
  startOf(seconds: number): number {
    return Math.floor(seconds * this.rate - 0.5) - this.length / 2 + 1;
  }

  add(frame: Float32Array): void {
    this.first.push(this.frequencies.length);
    this.load(frame);
    const own = this.correlate();
    const energy = own[0] ?? 0;
    if (energy <= 0) {
      return;
    }
    for (let lag = 0; lag < this.correlation.length; lag += 1) {
      this.correlation[lag] = (own[lag] ?? 0) / energy / this.windowAt(lag);
    }
    this.pickPeaks();
  }

  get found(): PitchCandidates {
    return {
      frequencies: this.frequencies.values,
      strengths: this.strengths.values,
      first: this.first.values,
      peaks: this.peaks.values,
    };
  }

  private windowAt(lag: number): number {
    return (this.ofWindow[lag] ?? 1) / (this.ofWindow[0] ?? 1);
  }

  /** Takes the mean of two periods away, notes the highest sample of one, windows the frame. */
  private load(frame: Float32Array): void {
    const { real, imaginary } = this.fourier;
    const period = Math.floor(this.rate / pitchSettings.floor);
    const middle = this.length / 2;
    let sum = 0;
    for (let index = middle - 1 - period; index <= middle + period; index += 1) {
      sum += frame[index] ?? 0;
    }
    const mean = sum / (2 * period + 2);
    real.fill(0);
    imaginary.fill(0);
    let peak = 0;
    for (let index = 0; index < this.length; index += 1) {
      const value = ((frame[index] ?? 0) - mean) * (this.window[index] ?? 0);
      real[index] = value;
      if (Math.abs(index - middle + 0.5) <= period / 2 + 1) {
        peak = Math.max(peak, Math.abs(value));
      }
    }
    this.peaks.push(peak);
  }

  /** Autocorrelation of what is loaded: the transform of the power spectrum. */
  private correlate(): Float64Array {
    const { real, imaginary } = this.fourier;
    this.fourier.transform();
    for (let index = 0; index < real.length; index += 1) {
      const a = real[index] ?? 0;
      const b = imaginary[index] ?? 0;
      real[index] = a * a + b * b;
      imaginary[index] = 0;
    }
    this.fourier.transform();
    return real.slice(0, this.correlation.length);
  }

  private pickPeaks(): void {
    const { rate, correlation } = this;
    const { floor, ceiling, voicingThreshold } = pitchSettings;
    const start = this.frequencies.length;
    for (let lag = Math.floor(rate / ceiling); lag < rate / floor + 1; lag += 1) {
      const here = correlation[lag] ?? 0;
      const before = correlation[lag - 1] ?? 0;
      const after = correlation[lag + 1] ?? 0;
      const isPeak = here > 0.5 * voicingThreshold && here > before && here >= after;
      if (isPeak && this.frequencies.length - start < mostCandidates) {
        const place = lag + (0.5 * (after - before)) / (2 * here - before - after);
        this.frequencies.push(rate / place);
        this.strengths.push(this.strengthAt(place));
      }
    }
  }

  /** The autocorrelation between two lags (sinc under a Hann window); what exceeds 1 is noise of it. */
  private strengthAt(place: number): number {
    const left = Math.floor(place);
    const reach = place - left;
    if (reach === 0) {
      return this.correlation[left] ?? 0;
    }
    const sine = Math.sin(Math.PI * reach);
    let sum = 0;
    for (let index = left - depth + 1; index <= left + depth; index += 1) {
      const distance = place - index;
      const edge = distance > 0 ? reach + depth : 1 - reach + depth;
      const hann = 0.5 + 0.5 * Math.cos((Math.PI * distance) / edge);
      // The sine of a whole number of half turns more is the same but for its sign.
      const sinc = ((left - index) % 2 === 0 ? sine : -sine) / (Math.PI * distance);
      sum += (this.correlation[Math.abs(index)] ?? 0) * sinc * hann;
    }
    return sum > 1 ? 1 / sum : sum;
  }
}
