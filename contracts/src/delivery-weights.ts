import { z } from 'zod';
import { momentSchema } from './basics.js';
import { groundLength, mostDeliveryWeight } from './delivery-limits.js';

const weight = z.number().int().min(0).max(mostDeliveryWeight);

/** europe: the company switched the European rules on, and both weights ended. */
export const weightCauses = ['set', 'europe'] as const;
export type WeightCause = (typeof weightCauses)[number];

export const weightChangeSchema = z.object({
  voice: weight,
  face: weight,
  /** Empty where nothing weighs any more. */
  ground: z.string(),
  cause: z.enum(weightCauses),
  /** Name of who did it. */
  by: z.string(),
  at: momentSchema,
});
export type WeightChange = z.infer<typeof weightChangeSchema>;

/** What facts of the voice and of the face weigh in totals of reports that are made now, percent. */
export const deliveryWeightsSchema = z.object({
  voice: weight,
  face: weight,
  /** Of the weights in force; empty where there are none. */
  ground: z.string(),
  /** The European rules hold for the company: nothing can be set, and nothing weighs. */
  europeanRules: z.boolean(),
  /** Newest first. */
  changes: z.array(weightChangeSchema),
});
export type DeliveryWeights = z.infer<typeof deliveryWeightsSchema>;

export const setDeliveryWeightsSchema = z.object({
  voice: weight,
  face: weight,
  ground: z.string().trim().max(groundLength.most),
  /** Who sets them knows that no evidence says they predict anything. */
  knowsNoEvidence: z.boolean(),
});
export type SetDeliveryWeights = z.infer<typeof setDeliveryWeightsSchema>;

/** What a candidate reads before agreeing, where voice or face weighs in the total. */
export const weighedNoticeSchema = z.object({
  /** Stands first. */
  text: z.string(),
  /** Sentences that replace those of the consent, by purpose and, in the full text, by paragraph. */
  instead: z.record(z.string(), z.string()),
  /** Stored with the decision. */
  version: z.string(),
});
export type WeighedNotice = z.infer<typeof weighedNoticeSchema>;
