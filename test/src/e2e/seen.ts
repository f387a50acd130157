import type { Request } from 'playwright-core';

/** The most seconds in a row with more than one face, of what a page sent. */
export function seenBeside(sent: Request[]): number {
  const letters = sent.filter((one) => one.url().endsWith('/face'));
  const seconds = letters.flatMap(
    (one) => (one.postDataJSON() as { seconds: { faces: number }[] }).seconds,
  );
  let run = 0;
  return seconds.reduce((most, { faces }) => {
    run = faces > 1 ? run + 1 : 0;
    return Math.max(most, run);
  }, 0);
}
