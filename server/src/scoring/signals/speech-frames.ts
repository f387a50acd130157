import type { Stretch } from '@zhiyu/contracts/signals';
import { firstFrame, framesPerSecond } from './frames.js';

/** Which frames lie in one of the stretches. */
export function framesIn(stretches: Stretch[], count: number): Uint8Array {
  const marked = new Uint8Array(count);
  for (const { from, to } of stretches) {
    const first = Math.ceil((from - firstFrame) * framesPerSecond);
    const last = Math.floor((to - firstFrame) * framesPerSecond);
    marked.fill(1, Math.max(0, first), Math.max(0, last + 1));
  }
  return marked;
}

/** What was measured of each frame; all of the same length. */
export interface Contours {
  /** Hz, 0 where the frame is unvoiced. */
  pitch: Float32Array;
  /** dB over 20 µPa. */
  loudness: Float32Array;
  /** 1 where somebody speaks. */
  speech: Uint8Array;
}
