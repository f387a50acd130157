// When each clause of a synthetic recording begins: the clauses are spoken once more one by one for their lengths,
// and each beginning is moved to the end of the silence beside it in the recording itself.
import { spawnSync } from 'node:child_process';

const tool = 'ffmpeg';
/** Shorter than the voice's own stops between syllables would be no pause. */
const silence = 'silencedetect=noise=-40dB:d=0.1';
/** How far a computed beginning may lie from the silence that it is taken for, seconds. */
const nearest = 0.6;

function ends(file) {
  const args = ['-hide_banner', '-i', file, '-af', silence, '-f', 'null', '-'];
  const { stderr } = spawnSync(tool, args, { encoding: 'utf8' });
  return [...stderr.matchAll(/silence_end: ([\d.]+)/g)].map(([, at]) => Number(at));
}

/**
 * @param lengths of the clauses spoken one by one, seconds
 * @param whole length of the recording, seconds
 * @returns the second at which each clause begins, to a hundredth
 */
export function beginnings(lengths, whole, file) {
  const silences = ends(file);
  const sum = lengths.reduce((all, one) => all + one, 0);
  let before = 0;
  return lengths.map((length) => {
    const at = (before / sum) * whole;
    before += length;
    const near = silences.filter((end) => Math.abs(end - at) < nearest);
    const best = near.sort((one, other) => Math.abs(one - at) - Math.abs(other - at))[0];
    return Number((at === 0 ? 0 : (best ?? at)).toFixed(2));
  });
}
