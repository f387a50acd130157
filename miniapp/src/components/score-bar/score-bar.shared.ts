import type { Verdict } from '@zhiyu/contracts/scoring';

/** The ±1 standard error interval, kept on the track. */
export function edges(value: number, standardError: number): { low: number; high: number } {
  return { low: Math.max(0, value - standardError), high: Math.min(100, value + standardError) };
}

/** The word comes from the interval, not from the point. */
export function verdictOf(
  value: number | null,
  standardError: number | null,
  requirement: number,
): Verdict {
  if (value === null) {
    return 'unknown';
  }
  const { low, high } = edges(value, standardError ?? 0);
  if (low >= requirement) {
    return 'meets';
  }
  return high < requirement ? 'below' : 'crosses';
}
