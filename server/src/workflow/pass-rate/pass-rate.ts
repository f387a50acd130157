import type { PassCount, PassLimits } from '@zhiyu/contracts/pass-alerts';
import { rateOf } from '@zhiyu/contracts/rate';

/** The 95 % interval of a share of passes; nobody: 0 to 1. */
export function passInterval({ passed, decided }: PassCount): { low: number; high: number } {
  const { low, high } = rateOf(passed, decided) ?? { low: 0, high: 1 };
  return { low, high };
}

/** The whole interval lies under the limit, and there are enough cases: not by chance. */
export function isUnder(count: PassCount, { leastDecided, limit }: PassLimits): boolean {
  return count.decided >= leastDecided && passInterval(count).high < limit / 100;
}

/** The share fell: the intervals of both times do not touch. */
export function hasFallen(
  before: PassCount,
  now: PassCount,
  { leastDecided }: PassLimits,
): boolean {
  return before.decided >= leastDecided && passInterval(now).high < passInterval(before).low;
}
