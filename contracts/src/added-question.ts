import { z } from 'zod';
import { idSchema } from './basics.js';

/** A question that a person pushes into a running interview: in own words, or one of the position's. */
export const addQuestionSchema = z.object({
  /** Of the interview. */
  id: idSchema,
  /** Own words; empty with `code`. */
  text: z.string().max(500),
  /** Of the position's questions; null: own words. */
  code: z.string().max(60).nullable(),
});
export type AddQuestion = z.infer<typeof addQuestionSchema>;
