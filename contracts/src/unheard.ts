import { z } from 'zod';
import { idSchema } from './basics.js';

/** What became of putting a recording into words. */
export const recognitions = ['none', 'pending', 'done', 'failed', 'broken'] as const;
export type Recognition = (typeof recognitions)[number];

/** A question whose recording is bad. */
export const unheardSchema = z.object({ answerId: idSchema, index: z.number().int() });

export const answerAgainSchema = z.object({ answerId: idSchema });
export type AnswerAgain = z.infer<typeof answerAgainSchema>;
