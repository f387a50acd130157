import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';

/** What a candidate’s answer becomes, in this order. */
export const tourSteps = [
  'apply',
  'invite',
  'answer',
  'score',
  'file',
  'card',
  'decision',
  'archive',
] as const;
export type TourStep = (typeof tourSteps)[number];

/** How many times quicker than a clock the candidate thinks, writes and waits. */
export const tourPaces = [1, 10, 60] as const;
const pace = z.union([z.literal(1), z.literal(10), z.literal(60)]);
export type TourPace = z.infer<typeof pace>;

const stepSchema = z.object({
  name: z.enum(tourSteps),
  /** When it really happened, as its row says; null: not yet. */
  doneAt: momentSchema.nullable(),
  /** What the rows say, e.g. answers given and asked; a key of the page's words with its values. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** The guided tour through the example company; everything but the pace is read from the product's own rows. */
export const tourSchema = z.object({
  /** Only in the example company. */
  available: z.boolean(),
  state: z.enum(['ready', 'running', 'waiting', 'broken', 'done']),
  pace,
  /** The story's own clock: it goes on by the pace; null before the start. */
  storyAt: momentSchema.nullable(),
  candidateName: z.string(),
  /** The question that is being answered, and the words as far as they were handed in; empty between questions. */
  saying: z.object({ question: z.string(), answer: z.string() }).nullable(),
  applicationId: idSchema.nullable(),
  interviewId: idSchema.nullable(),
  /** Whether the reader may decide on the candidate: whoever may not open the report may not. */
  mayDecide: z.boolean(),
  steps: z.array(stepSchema),
});
export type Tour = z.infer<typeof tourSchema>;

export const setPaceSchema = z.object({ pace });
export type SetPace = z.infer<typeof setPaceSchema>;

/** The way back in: the example company was made again, and every session of it has ended. */
export const tourResetSchema = z.object({ url: z.string() });
export type TourReset = z.infer<typeof tourResetSchema>;
