import { type PitchCandidates, pitchSettings } from './pitch-candidates.js';

/** The unvoiced possibility, which every frame has. */
const unvoiced = 0;

interface Possibility {
  /** Hz; 0 is unvoiced. */
  frequency: number;
  strength: number;
}

/** How likely a frame is unvoiced: the more, the lower its highest sample is beside the sound's. */
function unvoicedStrength(peak: number, highest: number): number {
  const { silenceThreshold, voicingThreshold } = pitchSettings;
  const share = highest > 0 ? Math.min(1, peak / highest) : 0;
  const silence = 2 - (share / silenceThreshold) * (1 + voicingThreshold);
  return voicingThreshold + Math.max(0, silence);
}

function possibilities(from: PitchCandidates, frame: number, highest: number): Possibility[] {
  const { floor, ceiling, octaveCost } = pitchSettings;
  const silent = unvoicedStrength(from.peaks[frame] ?? 0, highest);
  const result: Possibility[] = [{ frequency: unvoiced, strength: silent }];
  const end = from.first[frame + 1] ?? from.frequencies.length;
  for (let at = from.first[frame] ?? 0; at < end; at += 1) {
    const frequency = from.frequencies[at] ?? 0;
    if (frequency >= floor && frequency <= ceiling) {
      const strength = (from.strengths[at] ?? 0) - octaveCost * Math.log2(ceiling / frequency);
      result.push({ frequency, strength });
    }
  }
  return result;
}

function costOf(before: number, here: number): number {
  if (before === unvoiced || here === unvoiced) {
    return before === here ? 0 : pitchSettings.voicedUnvoicedCost;
  }
  return pitchSettings.octaveJumpCost * Math.abs(Math.log2(before / here));
}

/** The best way to `here` from one of the possibilities before it. */
function bestBefore(
  before: Possibility[],
  scores: number[],
  here: number,
): { from: number; score: number } {
  let best = { from: 0, score: -Infinity };
  before.forEach(({ frequency }, from) => {
    const score = (scores[from] ?? 0) - costOf(frequency, here);
    if (score > best.score) {
      best = { from, score };
    }
  });
  return best;
}

/**
 * The cheapest way through the candidates (Viterbi), for frames 10 ms apart as the costs are meant.
 * @param highest highest sample of the whole sound without its mean
 * @returns Hz of each frame, 0 where it is unvoiced
 */
export function pitchPath(from: PitchCandidates, highest: number): Float32Array {
  const count = from.first.length;
  const ways: Uint8Array[] = [];
  let before: Possibility[] = [];
  let scores: number[] = [];
  for (let frame = 0; frame < count; frame += 1) {
    const here = possibilities(from, frame, highest);
    const steps = here.map(({ frequency }) =>
      frame === 0 ? { from: 0, score: 0 } : bestBefore(before, scores, frequency),
    );
    ways.push(Uint8Array.from(steps, (step) => step.from));
    scores = here.map(({ strength }, index) => strength + (steps[index]?.score ?? 0));
    before = here;
  }
  const result = new Float32Array(count);
  let at = scores.indexOf(Math.max(...scores));
  for (let frame = count - 1; frame >= 0; frame -= 1) {
    result[frame] = possibilities(from, frame, highest)[at]?.frequency ?? unvoiced;
    at = ways[frame]?.[at] ?? 0;
  }
  return result;
}
