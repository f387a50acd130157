import { z } from 'zod';
import { idSchema, momentSchema, textSchema } from './basics.js';

/** Fewer answers than this say nothing about a question. */
export const leastItemAnswers = 50;

/** When a question is proposed for retiring or rotating; shares 0-1. */
export const itemLimits = {
  /** Discrimination under this is poor (Ebel and Frisbie 1991: .19 and below). */
  poor: 0.2,
  /** Nearly everybody, or nearly nobody, gets it: it tells people apart no more. */
  easiest: 0.95,
  hardest: 0.05,
  /** More answers than this share without a score: the question, or the way it is read, does not work. */
  unread: 0.4,
  /** So often in 90 days, and so many times the mean of its group, is too often. */
  often: 100,
  oftenTimes: 2,
} as const;

/** Questions of interviews that come from the bank, items of a written test, or a position's own questions. */
export const itemKinds = ['bank', 'test', 'own'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Why a question should be looked at. */
export const itemReasons = [
  'weak',
  'reversed',
  'tooEasy',
  'tooHard',
  'unread',
  'overexposed',
] as const;
export type ItemReason = (typeof itemReasons)[number];

/** A figure with its 95 % interval. */
const intervalSchema = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** How one question has worked. Null wherever fewer than `leastItemAnswers` answers stand behind it. */
export const itemStatisticsSchema = z.object({
  code: z.string(),
  /** Of the newest answers that were counted; for how the others fell out see the shares. */
  answers: z.number().int(),
  /** Answers that have a score. */
  scored: z.number().int(),
  /** Mean score as a share of the most, 0-1: high is easy. */
  difficulty: intervalSchema.nullable(),
  /** Correlation of this score with the rest of the same interview or test, -1 to 1. */
  discrimination: intervalSchema.extend({ n: z.number().int() }).nullable(),
  /** How often it was on a screen in the last 90 days. */
  exposure: z.number().int(),
  /** Median time from the question to the answer's end; null where nothing timed it. */
  seconds: z.number().nullable(),
  /** Shares of all answers, 0-1. */
  unknown: z.number(),
  gated: z.number(),
  /** Scored answers from the lowest fifth of the scale to the highest. */
  fifths: z.array(z.number().int()).length(5),
  /** A proposal: nothing happens without a person. */
  proposal: z
    .object({
      act: z.enum(['retire', 'rotate']),
      reasons: z.array(z.enum(itemReasons)).min(1),
      /** The least exposed question of the same competency and difficulty; null where there is none. */
      instead: z.string().nullable(),
    })
    .nullable(),
});
export type ItemStatistics = z.infer<typeof itemStatisticsSchema>;

export const askItemStatisticsSchema = z.object({
  kind: z.enum(itemKinds),
  /** Of a written test. */
  testId: idSchema.optional(),
  /** Of a position's own questions. */
  positionId: idSchema.optional(),
});
export type AskItemStatistics = z.infer<typeof askItemStatisticsSchema>;
export const itemStatisticsListSchema = z.object({
  items: z.array(itemStatisticsSchema),
  /** When the figures were made; null: not yet. */
  at: momentSchema.nullable(),
});
export type ItemStatisticsList = z.infer<typeof itemStatisticsListSchema>;

/** A person says yes to what is proposed, as it was shown. */
export const acceptProposalSchema = z.object({
  code: z.string().max(60),
  act: z.enum(['retire', 'rotate']),
  instead: z.string().max(60).nullable(),
  /** Stands beside the new versions of the positions. */
  note: z.string().max(200),
});
export type AcceptProposal = z.infer<typeof acceptProposalSchema>;

/** Names of positions whose plan has another question now, and of those that somebody must change by hand. */
export const proposalDoneSchema = z.object({
  changed: z.array(textSchema),
  left: z.array(textSchema),
});
export type ProposalDone = z.infer<typeof proposalDoneSchema>;
