/** A stretch of sound, in samples: from inclusive, to exclusive. */
export interface SpeechWindow {
  from: number;
  to: number;
}

/** The model hears at most this much at once, seconds. */
const longestWindow = 28;

const frameSeconds = 0.02;

/** Frames on each side over which a pause is judged: 0.2 s together, longer than a stop consonant. */
const around = 5;

/** Mean square below this is silence (-70 dB of full scale): nothing there to recognise. */
const silence = 1e-7;

/** Mean square of every 20 ms; a last piece that is shorter counts as a frame. */
function energies(samples: Float32Array, frame: number): Float32Array {
  const result = new Float32Array(Math.ceil(samples.length / frame));
  for (let index = 0; index < result.length; index += 1) {
    const piece = samples.subarray(index * frame, (index + 1) * frame);
    let sum = 0;
    for (const value of piece) {
      sum += value * value;
    }
    result[index] = sum / piece.length;
  }
  return result;
}

/** The last of the quietest frames between two. */
function quietest(energy: Float32Array, from: number, to: number): number {
  let best = to;
  let least = Infinity;
  for (let index = from; index <= to; index += 1) {
    const near = energy.subarray(Math.max(0, index - around), index + around);
    const sum = near.reduce((total, value) => total + value, 0);
    if (sum <= least) {
      least = sum;
      best = index;
    }
  }
  return best;
}

/**
 * Cuts a long recording at its pauses into windows of at most `longest` seconds, in order, without
 * overlap; a window cut by length alone is at least half as long as allowed. Silent windows are left out.
 */
export function windowsOf(
  samples: Float32Array,
  rate: number,
  longest: number = longestWindow,
): SpeechWindow[] {
  const frame = Math.round(rate * frameSeconds);
  const most = Math.floor((longest * rate) / frame);
  const energy = energies(samples, frame);
  const cuts = [0];
  let start = 0;
  while (energy.length - start > most) {
    start = quietest(energy, start + Math.ceil(most / 2), start + most);
    cuts.push(start);
  }
  cuts.push(energy.length);
  return cuts
    .slice(0, -1)
    .map((from, index) => ({ from, to: cuts[index + 1] ?? from }))
    .filter(({ from, to }) => energy.subarray(from, to).some((value) => value > silence))
    .map(({ from, to }) => ({ from: from * frame, to: Math.min(to * frame, samples.length) }));
}
