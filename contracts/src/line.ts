import { z } from 'zod';

/** Something to carry, of which nothing is kept: the page measures how long the line takes for it. */
export const measureLineSchema = z.object({ load: z.string().max(100_000) });
export type MeasureLine = z.infer<typeof measureLineSchema>;
