/** A share with its 95 % interval, all 0-1. */
export interface Rate {
  share: number;
  low: number;
  high: number;
}

const Z = 1.96;

/**
 * Share of `hits` in `of` with the Wilson score interval (E. B. Wilson, JASA 22, 1927), which stays
 * honest for few people. Null when there is nobody.
 */
export function rateOf(hits: number, of: number): Rate | null {
  if (of <= 0) {
    return null;
  }
  const share = hits / of;
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z / (1 + z2 / of)) * Math.sqrt((share * (1 - share)) / of + z2 / (4 * of * of));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Under this many people a share says nothing. */
export const FEW = 5;

/** A difference of two shares with its 95 % interval, -1 to 1. */
export interface Difference {
  by: number;
  low: number;
  high: number;
}

/** By the intervals of both (R. G. Newcombe, Statistics in Medicine 17, 1998, method 10). Null when one has nobody. */
export function differenceOf(
  now: { hits: number; of: number },
  before: { hits: number; of: number },
): Difference | null {
  const a = rateOf(now.hits, now.of);
  const b = rateOf(before.hits, before.of);
  if (a === null || b === null) {
    return null;
  }
  const by = a.share - b.share;
  return {
    by,
    low: by - Math.hypot(a.share - a.low, b.high - b.share),
    high: by + Math.hypot(a.high - a.share, b.share - b.low),
  };
}
