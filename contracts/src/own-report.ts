import { z } from 'zod';

/** The candidate's own version of the report. */
export const ownReportSchema = z.object({
  /** It can be fetched: the company gives it, it was decided, and the consent to it stands. */
  ready: z.boolean(),
});
export type OwnReport = z.infer<typeof ownReportSchema>;
