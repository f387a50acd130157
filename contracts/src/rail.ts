import { z } from 'zod';

/** What waits for the reader, in numbers: for the rail, which stands on every page and so asks for nothing else. */
export const railCountsSchema = z.object({
  /** Applications that wait for a look; 0 where the reader sees no board. */
  waiting: z.number().int(),
  /** Own cards that were not seen yet, of those that the inbox shows. */
  unread: z.number().int(),
  /** Interviews that the page of running interviews shows the reader; 0 where he sees none. */
  live: z.number().int(),
});
export type RailCounts = z.infer<typeof railCountsSchema>;
