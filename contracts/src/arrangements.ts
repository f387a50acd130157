import { z } from 'zod';
import { momentSchema } from './basics.js';

/** What can be arranged for a candidate who needs it (便利): more time, no camera, writing only. */
export const accommodationKinds = ['time15', 'time2', 'noCamera', 'textOnly'] as const;
export type AccommodationKind = (typeof accommodationKinds)[number];

/** What a candidate may arrange without asking anybody; a setting of the position's plan. */
export const allowancesSchema = z.object({
  /** Days added to the deadline, once. */
  extendDays: z.number().int().min(0).max(14),
  /** Those granted at once; HR is asked for the others. */
  accommodations: z.array(z.enum(accommodationKinds)).max(4),
  /** Minutes in which thinking may stand still, for the whole interview. */
  pauseMinutes: z.number().int().min(0).max(120),
});
export type Allowances = z.infer<typeof allowancesSchema>;

/** At most so many days can be asked for. */
export const longestExtension = 30;

export const accommodationsSchema = z.object({
  /** Thinking and answering take this many times as long. */
  timeFactor: z.union([z.literal(1), z.literal(1.5), z.literal(2)]),
  noCamera: z.boolean(),
  textOnly: z.boolean(),
});
export type Accommodations = z.infer<typeof accommodationsSchema>;

export const pauseSchema = z.object({
  /** Minutes for the whole interview; only a pause while thinking uses them. */
  budgetMinutes: z.number().int(),
  leftSeconds: z.number().int(),
  /** Null while nothing is paused. */
  pausedAt: momentSchema.nullable(),
  /** When it goes on by itself: the budget is used up, or the deadline is there. */
  endsAt: momentSchema.nullable(),
  /** Thinking stands still; otherwise it is a pause between questions, where nothing runs. */
  thinking: z.boolean(),
  /** HR has asked for it, and ends it. */
  held: z.boolean(),
});
export type PauseView = z.infer<typeof pauseSchema>;

/** What was arranged with a candidate for one interview, and what still can be. */
export const arrangementsSchema = z.object({
  accommodations: accommodationsSchema,
  /** What HR was asked for and has not answered yet. */
  asked: z.object({
    accommodations: z.array(z.enum(accommodationKinds)),
    extendDays: z.number().int().nullable(),
  }),
  allowances: allowancesSchema,
  extended: z.boolean(),
  /** When the candidate wants to be reminded. */
  remindAt: momentSchema.nullable(),
  pause: pauseSchema,
  /** Minutes of thinking, answering, answering again and pausing together: it cannot take longer. */
  longestMinutes: z.number().int(),
});
export type ArrangementsView = z.infer<typeof arrangementsSchema>;

export const remindMeSchema = z.object({ at: momentSchema });
export type RemindMe = z.infer<typeof remindMeSchema>;
export const extendSchema = z.object({ days: z.number().int().min(1).max(longestExtension) });
export type Extend = z.infer<typeof extendSchema>;
