/** Samples a second of everything that is made here. */
const rate = 16_000;

/** A made voice: how high it is, how much noise lies under it, and what it says. */
export interface Voice {
  name: string;
  /** Middle of its range, Hz. */
  hertz: number;
  /** Level of the noise, of 1. */
  noise: number;
  /** Tones of Mandarin, 1 to 4; a point is a pause of 0.5 s. */
  says: string;
}

/** Three voices that a pitch tracker finds easy, high and hard. */
export const voices: Voice[] = [
  { name: 'low', hertz: 110, noise: 0.0005, says: '2143.3214.4421' },
  { name: 'high', hertz: 235, noise: 0.002, says: '1442.24132.3314' },
  { name: 'noisy', hertz: 160, noise: 0.02, says: '4321.1234.24.13' },
];

/** Pitch through a syllable, semitones from the middle, at its beginning, middle and end (Chao 1930). */
const tones: Record<string, [number, number, number]> = {
  '1': [4, 4, 4],
  '2': [-2, 0, 4],
  '3': [-3, -6, -1],
  '4': [5, 1, -5],
};

/** Middles of the resonances of a, i and u, Hz. */
const vowels = [
  [800, 1200, 2500],
  [300, 2300, 3000],
  [350, 800, 2300],
];

/** Numbers from -1 to 1 that are the same at every run (Lehmer). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (2 * state) / 2_147_483_647 - 1;
  };
}

/** A resonance 80 Hz wide over what comes in. */
function resonance(hertz: number): (value: number) => number {
  const radius = Math.exp((-Math.PI * 80) / rate);
  const turn = 2 * radius * Math.cos((2 * Math.PI * hertz) / rate);
  let one = 0;
  let two = 0;
  return (value) => {
    const out = (1 - radius) * value + turn * one - radius * radius * two;
    two = one;
    one = out;
    return out;
  };
}

/** Semitones at a share of the syllable. */
function heightAt([begin, middle, end]: [number, number, number], share: number): number {
  return share < 0.5
    ? begin + (middle - begin) * share * 2
    : middle + (end - middle) * (share - 0.5) * 2;
}

/** A hiss of 60 ms, then a vowel of 220 ms on its tone. */
function syllable(voice: Voice, tone: string, order: number, random: () => number): Float32Array {
  const hiss = Math.round(0.06 * rate);
  const vowel = Math.round(0.22 * rate);
  const filters = (vowels[order % vowels.length] ?? []).map(resonance);
  const contour = tones[tone] ?? [0, 0, 0];
  const sound = new Float32Array(hiss + vowel);
  let phase = 0;
  for (let index = 0; index < sound.length; index += 1) {
    const share = (index - hiss) / vowel;
    if (share < 0) {
      sound[index] = 0.03 * random();
    } else {
      const hertz = voice.hertz * 2 ** (heightAt(contour, share) / 12);
      phase = (phase + hertz / rate) % 1;
      // The folds open slowly and close at once.
      const flow = phase < 0.6 ? (phase / 0.6) ** 2 - 1 / 3 : -1 / 3;
      const loud = Math.sin(Math.PI * Math.min(1, share + 0.02)) ** 0.5;
      const out = filters.reduce((sum, filter) => sum + filter(flow), 0);
      sound[index] = loud * out * 0.8;
    }
  }
  return sound;
}

/** The voice's sentence, the same samples at every run, with 0.3 s of nothing before and behind. */
export function speak(voice: Voice): Float32Array {
  const random = chance(voice.says.length * 7919 + Math.round(voice.hertz));
  const silence = (seconds: number) => new Float32Array(Math.round(seconds * rate));
  const parts = [...voice.says].map((one, order) =>
    one === '.' ? silence(0.5) : syllable(voice, one, order, random),
  );
  const all = [silence(0.3), ...parts, silence(0.3)];
  const sound = Float32Array.from(all.flatMap((part) => [...part]));
  return sound.map((value) => value + voice.noise * random());
}
