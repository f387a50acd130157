import type { SoundSignals, Stretch } from '@zhiyu/contracts/signals';
import { rounded } from './order.js';

/**
 * A silence this long is a pause, seconds: shorter ones belong to the sounds of the words
 * (de Jong and Bosker 2013: 250 to 300 ms).
 */
const shortestPause = 0.3;

/** Places kept in the facts: enough to draw an hour. */
const mostPlaces = 200;

/** Silences between two stretches of speech; before the first and after the last there is no pause. */
export function pausesOf(speech: Stretch[]): SoundSignals['pauses'] {
  const all = speech.slice(1).flatMap(({ from: to }, index) => {
    const from = speech[index]?.to ?? to;
    return to - from >= shortestPause ? [{ from: rounded(from, 2), to: rounded(to, 2) }] : [];
  });
  const lengths = all.map(({ from, to }) => to - from);
  const longestFirst = [...all].sort((a, b) => b.to - b.from - (a.to - a.from));
  return {
    count: all.length,
    seconds: rounded(
      lengths.reduce((sum, length) => sum + length, 0),
      2,
    ),
    longest: all.length === 0 ? null : rounded(Math.max(...lengths), 2),
    places: longestFirst.slice(0, mostPlaces).sort((a, b) => a.from - b.from),
  };
}
