import { z } from 'zod';
import { answerPassageSchema } from './contradictions.js';

/** What a candidate may look for in work (动机倾向, R27): to grow, to have it steady, to be paid well. */
export const motiveKinds = ['growth', 'stability', 'pay'] as const;
export type MotiveKind = (typeof motiveKinds)[number];

/** for = looked for; against = said not to be what matters. */
export const motiveStances = ['for', 'against'] as const;
export type MotiveStance = (typeof motiveStances)[number];

/** One thing that was said about a motive, in the candidate's words: never without them. */
export const motiveSchema = z.object({
  kind: z.enum(motiveKinds),
  stance: z.enum(motiveStances),
  passage: answerPassageSchema,
});
export type Motive = z.infer<typeof motiveSchema>;

/** What was said about motives. A fact beside the score: it weighs nothing, and what was not said is unknown. */
export const motivesSchema = z.object({
  /** Whether a question of the interview asked why the candidate wants this work. */
  asked: z.boolean(),
  /** In the order of `motiveKinds`, the earlier answer first. */
  said: z.array(motiveSchema),
});
export type Motives = z.infer<typeof motivesSchema>;
