import { z } from 'zod';

/**
 * When a candidate is marked as of high potential (高潜标记). Only the total and dimensions of the model can
 * be named: nothing of a face, a voice or who somebody is can be written into it. It decides nothing.
 */
export const potentialRuleSchema = z.object({
  on: z.boolean(),
  /** The total that is asked for, 0-100. */
  total: z.number().min(0).max(100),
  /** Dimensions that have to reach something of their own, 0-100. */
  dimensions: z.array(z.object({ code: z.string(), least: z.number().min(0).max(100) })).max(8),
});
export type PotentialRule = z.infer<typeof potentialRuleSchema>;

export const usualPotential: PotentialRule = { on: false, total: 80, dimensions: [] };
