// Without zod: the mini-app loads these words where it loads no schema.

/** Months after the end of the last application that can be chosen. */
export const keepMonths = { least: 1, most: 120 } as const;

/** Those that a page offers. */
export const keepMonthChoices = [6, 12, 24, 36, 60] as const;

/** A month has 30 days here, as in the talent pool. */
export const keepMonthMs = 30 * 86_400_000;

/** Nobody is erased sooner than this after the months were chosen. */
export const keepGraceMs = 7 * 86_400_000;
