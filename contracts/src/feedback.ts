import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';

/** What somebody says of a page while working with it; it goes to the administrators. */
export const sendFeedbackSchema = z.object({
  /** The page as the address names it: `board`, `file` and so on. */
  page: z.string().regex(/^[a-z][a-z-]{0,39}$/),
  text: z.string().trim().min(2).max(1000),
});
export type SendFeedback = z.infer<typeof sendFeedbackSchema>;

export const feedbackSchema = z.object({
  id: idSchema,
  page: z.string(),
  text: z.string(),
  byName: z.string(),
  at: momentSchema,
  /** Null: still open. */
  doneAt: momentSchema.nullable(),
  doneBy: z.string().nullable(),
  /** What the writer was told; empty: nothing. */
  answer: z.string(),
});
export type Feedback = z.infer<typeof feedbackSchema>;

/** Open ones first, each newest first; the last 200. */
export const feedbackListSchema = z.object({ items: z.array(feedbackSchema) });
export type FeedbackList = z.infer<typeof feedbackListSchema>;

export const settleFeedbackSchema = z.object({
  id: idSchema,
  /** Goes to the writer as a card; empty: nobody is told. */
  answer: z.string().trim().max(300),
});
export type SettleFeedback = z.infer<typeof settleFeedbackSchema>;
