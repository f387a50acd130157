import { z } from 'zod';

/**
 * A fact as a page hears of it: ids only, the page asks for the rest with its own rights.
 * `sequence` follows the commit order; a page that was away resumes from the last it has seen.
 */
export const streamItemSchema = z.object({
  sequence: z.number().int(),
  name: z.string(),
  applicationId: z.string().nullable(),
  interviewId: z.string().nullable(),
});
export type StreamItem = z.infer<typeof streamItemSchema>;
export const pollSchema = z.object({ after: z.coerce.number().int().min(0) });
export type Poll = z.infer<typeof pollSchema>;
export const pollResultSchema = z.object({
  items: z.array(streamItemSchema),
  last: z.number().int(),
});
export type PollResult = z.infer<typeof pollResultSchema>;
