const monthMs = 30 * 86_400_000;

/** A consent that ends within 30 days is shown as ending. @param until, now milliseconds */
export function poolSoon(until: number, now: number): boolean {
  return until - now <= monthMs;
}

/** 2027-11-18: the day in China, with its year. @param at milliseconds */
export function isoDay(at: number): string {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
}
