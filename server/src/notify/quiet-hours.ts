import { offsetAt, usualZone } from '../platform/time/zones.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Nobody is written to from 22:00 to 8:00 in his own zone. */
const quietFrom = 22;
const quietTo = 8;

/**
 * The moment at which the quiet hours around `at` end; null outside them. Both in ms.
 * @param zone of the receiver
 */
export function quietUntil(at: number, zone = usualZone): number | null {
  const offset = offsetAt(at, zone);
  const sinceMidnight = (at + offset) % dayMs;
  if (sinceMidnight >= quietTo * hourMs && sinceMidnight < quietFrom * hourMs) {
    return null;
  }
  const days = sinceMidnight < quietTo * hourMs ? 0 : 1;
  const morning = at - sinceMidnight + days * dayMs + quietTo * hourMs;
  // The clocks may be changed in this night.
  return morning + offset - offsetAt(morning, zone);
}
