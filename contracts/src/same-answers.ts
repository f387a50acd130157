import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';

export const askSameAnswersSchema = z.object({ answerId: idSchema });
export type AskSameAnswers = z.infer<typeof askSameAnswersSchema>;

/** Another candidate's answer to the same question that has much of this one's words: a fact, never a verdict. */
export const sameAnswerSchema = z.object({
  /** Null where this reader may not see that application. */
  applicationId: idSchema.nullable(),
  candidateName: z.string().nullable(),
  /** When that interview was handed in. */
  at: momentSchema.nullable(),
  /** Share of the shorter answer's runs of words that stand in the other, without the question's; 0-1. */
  share: z.number().min(0).max(1),
  /** The longest passage that both have, as this answer says it. */
  quote: z.string(),
  /** As the other says it; null where this reader may not see it. */
  otherQuote: z.string().nullable(),
});
export type SameAnswer = z.infer<typeof sameAnswerSchema>;

export const sameAnswersSchema = z.object({
  /** Answers of other people to the same question of this position that were looked at. */
  compared: z.number().int().nonnegative(),
  /** Most alike first. */
  matches: z.array(sameAnswerSchema),
});
export type SameAnswers = z.infer<typeof sameAnswersSchema>;
