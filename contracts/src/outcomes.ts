import { z } from 'zod';
import { momentSchema } from './basics.js';

/** Lengths of a period in days; the one before it is as long. */
export const outcomeDays = ['30', '91', '365'] as const;

export const askOutcomesSchema = z.object({
  days: z.enum(outcomeDays),
  /** `mine`: positions that the reader is responsible for. */
  scope: z.enum(['all', 'mine']),
  /** YYYY-MM: that whole month in Asia/Shanghai in place of `days`, against the month before it. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
});
export type AskOutcomes = z.infer<typeof askOutcomesSchema>;

const shareSchema = z.object({ hits: z.number().int(), of: z.number().int() });
export type Share = z.infer<typeof shareSchema>;

/**
 * completion: AI interviews handed in, of those whose invitation came to an end; loss: withdrawn or let the interview
 * pass, of all who applied; promises: kept, of those due; handsFree: answers and decisions without a typed word;
 * surveyed: answered the survey, of those who handed in; arrival: came to work, of those who had accepted an offer and
 * of whom it is known.
 */
export const outcomeRates = [
  'completion',
  'loss',
  'promises',
  'handsFree',
  'surveyed',
  'arrival',
] as const;
export type OutcomeRate = (typeof outcomeRates)[number];

/**
 * Medians: firstScreening from the application to the first word on it; notice to the invitation; result from handing
 * in to the decision; cycle from the application to being hired.
 */
export const outcomeTimes = ['cycle', 'firstScreening', 'notice', 'result'] as const;
export type OutcomeTime = (typeof outcomeTimes)[number];

/** Of the candidate's way to the end of the AI interview. */
export const outcomeSteps = [
  'invited',
  'opened',
  'consented',
  'checked',
  'answered',
  'finished',
] as const;
export type OutcomeStep = (typeof outcomeSteps)[number];

/** few: under five people on one side; within: the interval of the difference contains none. */
export const outcomeSays = ['better', 'worse', 'within', 'few'] as const;

const timeSchema = z.object({
  /** Null where there is none. */
  medianMs: z.number().nullable(),
  of: z.number().int(),
});

export const outcomesSchema = z.object({
  asOf: momentSchema,
  from: momentSchema,
  /** End of the period: now, or that of the month. */
  until: momentSchema,
  /** Beginning of the period before. */
  before: momentSchema,
  rates: z.array(
    z.object({
      name: z.enum(outcomeRates),
      now: shareSchema,
      before: shareSchema,
      say: z.enum(outcomeSays),
    }),
  ),
  times: z.array(z.object({ name: z.enum(outcomeTimes), now: timeSchema, before: timeSchema })),
  steps: z.array(
    z.object({ step: z.enum(outcomeSteps), now: z.number().int(), before: z.number().int() }),
  ),
  /** Completion by where the invitation was opened; empty names: it was not told. */
  places: z.array(shareSchema.extend({ app: z.string(), device: z.string() })),
});
export type Outcomes = z.infer<typeof outcomesSchema>;

/** Parts that a trend has: six of equal length of the period before, six of now. */
export const trendParts = 12;

export const outcomeTrendSchema = z.object({
  /** Where each part ends; the first begins at `from`. */
  from: momentSchema,
  ends: z.array(momentSchema).length(trendParts),
  rates: z.array(
    z.object({ name: z.enum(outcomeRates), parts: z.array(shareSchema).length(trendParts) }),
  ),
  times: z.array(
    z.object({ name: z.enum(outcomeTimes), parts: z.array(timeSchema).length(trendParts) }),
  ),
});
export type OutcomeTrend = z.infer<typeof outcomeTrendSchema>;

/** Figures as a file; the address is `rawPaths.outcomeFile`. */
export const outcomeFileFormats = ['csv', 'xlsx'] as const;
export type OutcomeFileFormat = (typeof outcomeFileFormats)[number];
