import { z } from 'zod';
import { textSchema } from './basics.js';

/** A round with people: what the candidate is told, and when it is proposed. */
export const roundPlanSchema = z.object({
  name: textSchema,
  place: z.string().max(200),
  contact: z.string().max(100),
  /** Days after the decision and the hour of the day (Asia/Shanghai) that are proposed. */
  afterDays: z.number().int().min(1).max(30),
  hour: z.number().int().min(7).max(21),
  /** How long it takes; absent: `usualMinutes`. */
  minutes: z.number().int().min(15).max(240).multipleOf(15).optional(),
});
