/** A share with its 95 % interval, all 0-1. */
interface Rate {
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

/** `74`: whole percent. */
export function percentOf(share: number): number {
  return Math.round(share * 100);
}
