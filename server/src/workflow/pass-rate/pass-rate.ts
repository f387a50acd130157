import type { PassCount } from '../../recruiting/entities/process-meeting.entity.js';

/** 95 %, two-sided. */
const z = 1.96;
/** Fewer people decided on say nothing about a process. */
export const leastDecided = 20;
/** Under this share of passes a meeting is proposed. */
export const passLimit = 0.5;
/** Days that are counted, and as many before them for the drift. */
export const passDays = 90;

/** The Wilson score interval of a share (E. B. Wilson, JASA 22, 1927); nobody: 0 to 1. */
export function passInterval({ passed, decided }: PassCount): { low: number; high: number } {
  if (decided === 0) {
    return { low: 0, high: 1 };
  }
  const share = passed / decided;
  const scale = 1 + (z * z) / decided;
  const middle = (share + (z * z) / (2 * decided)) / scale;
  const spread = (share * (1 - share)) / decided + (z * z) / (4 * decided * decided);
  const half = (z / scale) * Math.sqrt(spread);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** The whole interval lies under the limit, and there are enough cases: not by chance. */
export function isUnder(count: PassCount): boolean {
  return count.decided >= leastDecided && passInterval(count).high < passLimit;
}

/** The share fell: the intervals of both times do not touch. */
export function hasFallen(before: PassCount, now: PassCount): boolean {
  return before.decided >= leastDecided && passInterval(now).high < passInterval(before).low;
}
