import { shanghaiDay, shanghaiHour } from '../platform/time/shanghai.js';

const dayMs = 86_400_000;
/** Nobody is written to from 22:00 to 8:00 in his own zone; where it is not known, in that of Shanghai. */
const quietFrom = 22;
const quietTo = 8;

/** The moment at which the quiet hours around `at` end; null outside them. Both in ms. */
export function quietUntil(at: number): number | null {
  const day = shanghaiDay(at);
  if (at < shanghaiHour(day, quietTo)) {
    return shanghaiHour(day, quietTo);
  }
  return at >= shanghaiHour(day, quietFrom) ? shanghaiHour(shanghaiDay(at + dayMs), quietTo) : null;
}
