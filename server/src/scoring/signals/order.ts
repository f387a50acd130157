/**
 * The value under which a share of the others lies, between two of them where it falls there.
 * @param share 0-1
 * @returns null where there is none
 */
export function quantile(values: Float32Array, share: number): number | null {
  if (values.length === 0) {
    return null;
  }
  const sorted = values.toSorted();
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? 0;
  return low + (high - low) * (place - Math.floor(place));
}

/** Rounded to so many places behind the point. */
export function rounded(value: number, places: number): number {
  return Math.round(value * 10 ** places) / 10 ** places;
}
