/** Analysis frames a second, the same for pitch and loudness. */
export const framesPerSecond = 100;

/** Where the first frame lies, seconds: half of the pitch window. */
export const firstFrame = 0.02;

/** How a row of overlapping frames lies over the samples. */
export interface FrameGrid {
  /** Samples of one frame. */
  length: number;
  /** Samples from one frame to the next. */
  hop: number;
  /** First sample of the first frame; negative where it begins before the sound, which is silence. */
  start: number;
}

/** Cuts a sound that comes in blocks into overlapping frames, keeping no more than one frame of it. */
export class Framer {
  private rest: Float32Array;
  /** Samples to leave out before the next frame. */
  private skip: number;

  constructor(
    private readonly grid: FrameGrid,
    private readonly take: (frame: Float32Array) => void,
  ) {
    this.rest = new Float32Array(Math.max(0, -grid.start));
    this.skip = Math.max(0, grid.start);
  }

  add(block: Float32Array): void {
    const { length, hop } = this.grid;
    const all = new Float32Array(this.rest.length + block.length);
    all.set(this.rest);
    all.set(block, this.rest.length);
    let at = this.skip;
    for (; at + length <= all.length; at += hop) {
      this.take(all.subarray(at, at + length));
    }
    this.skip = Math.max(0, at - all.length);
    this.rest = all.slice(Math.min(at, all.length));
  }
}
