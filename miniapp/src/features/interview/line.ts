import { rawPaths } from '@zhiyu/contracts/raw-paths';
import { candidateRoutes } from '@zhiyu/contracts/routes.candidate';
import { call } from '../../api/client';

/** What the line is: still looked at, away, or what it carries upwards (kbit/s). */
export type Line = 'asking' | 'away' | number;

/** What picture and sound take together, in both tracks (kbit/s). */
export const FOR_VIDEO = 700;
/** Below this a recording with a picture takes more than twice its own length to send (kbit/s). */
export const FOR_VOICE = 300;

/** What is carried to measure (bytes): long enough to be more than the way there and back. */
const LOAD = 48 * 1024;
/** A line that takes longer is slow, however slow (ms). */
const PATIENCE = 6_000;

const kbps = (ms: number): number => Math.round((LOAD * 8) / Math.max(1, ms));

/** Milliseconds until the server answers, the best of three; null when it does not. */
async function roundTrip(): Promise<number | null> {
  let best: number | null = null;
  for (let i = 0; i < 3; i += 1) {
    const from = performance.now();
    try {
      await fetch(rawPaths.live, { cache: 'no-store' });
      best = Math.min(best ?? Infinity, performance.now() - from);
    } catch {
      return best;
    }
  }
  return best;
}

/** How fast this device sends, by a load that nobody keeps; the way there and back is not counted. */
export async function measureLine(): Promise<Exclude<Line, 'asking'>> {
  const way = await roundTrip();
  if (way === null) {
    return 'away';
  }
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE);
  const from = performance.now();
  try {
    await call(
      candidateRoutes.measureLine,
      { load: 'x'.repeat(LOAD) },
      { signal: patience.signal },
    );
    return kbps(performance.now() - from - way);
  } catch {
    return patience.signal.aborted ? kbps(PATIENCE) : 'away';
  } finally {
    clearTimeout(timer);
  }
}
