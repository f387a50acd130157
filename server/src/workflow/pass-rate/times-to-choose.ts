/** So far apart that whoever cannot at one can at the other. */
const apartMs = 2 * 3_600_000;

/**
 * Of the free times, soonest first: the first one, the next one at least two hours later, and the first one of a later
 * day than both. Fewer where there are none.
 */
export function timesToChoose(times: readonly number[], dayOf: (at: number) => string): number[] {
  const [first] = times;
  if (first === undefined) {
    return [];
  }
  const second = times.find((at) => at >= first + apartMs);
  const third = second && times.find((at) => at > second && dayOf(at) !== dayOf(second));
  return [first, second, third].filter((at) => at !== undefined);
}
