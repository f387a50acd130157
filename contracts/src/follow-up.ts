import { z } from 'zod';
import { textSchema } from './basics.js';

/**
 * The parts of a story a follow-up question can ask for: what it was about, what had to be done, what was
 * done, what came of it, which part was the candidate's own, figures, and what was learned.
 */
export const followUpParts = [
  'situation',
  'task',
  'action',
  'result',
  'ownPart',
  'numbers',
  'learned',
] as const;
export type FollowUpPart = (typeof followUpParts)[number];

/** Asked only when `part` is missing from the answer; never for what was said. */
export const followUpSchema = z.object({ part: z.enum(followUpParts), text: textSchema });
export type FollowUp = z.infer<typeof followUpSchema>;

/** The item of the question bank, and its version, that a question was copied from. */
export const bankRefSchema = z.object({
  code: z.string().min(1).max(60),
  version: z.number().int().min(1),
});
export type BankRef = z.infer<typeof bankRefSchema>;
