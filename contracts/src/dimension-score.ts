import { z } from 'zod';

/** The words a level rests on. `start`/`end` are offsets in the transcript's joined text; seconds where timed. */
export const evidenceSchema = z.object({
  answerId: z.string(),
  questionIndex: z.number().int().nonnegative(),
  quote: z.string().min(1),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  seconds: z.number().nonnegative().nullable(),
  /** for = it reached this anchor; against = it held the level down. */
  stance: z.enum(['for', 'against']),
  anchorLevel: z.number().int().min(1).max(5),
  /** What the quote shows, in the report's language: the indicator's text. */
  shows: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** The words that a sentence or a level of a report rests on: one piece at least, so the type has no place for one without. */
export const groundsSchema = z.tuple([evidenceSchema], evidenceSchema);
export type Grounds = z.infer<typeof groundsSchema>;

/** meets = lower edge at or over the requirement; crosses = the interval contains it, or two engines are more than a level apart; below; unknown = not measured. */
export const verdicts = ['meets', 'crosses', 'below', 'unknown'] as const;
export type Verdict = (typeof verdicts)[number];

const dimensionOfReport = {
  code: z.string(),
  name: z.string(),
  weight: z.number(),
  requirement: z.number(),
};

/** One stored value 0-100 with its standard error, and the words it rests on: never without. */
export const measuredDimensionSchema = z.object({
  ...dimensionOfReport,
  value: z.number().min(0).max(100),
  standardError: z.number().nonnegative(),
  level: z.number().min(1).max(5),
  verdict: z.enum(verdicts).exclude(['unknown']),
  /** Why it crosses, or why to doubt it, in words; empty otherwise. */
  reason: z.string(),
  evidence: groundsSchema,
});
export type MeasuredDimension = z.infer<typeof measuredDimensionSchema>;

/** Not measured, which is never zero, and why. */
export const unknownDimensionSchema = z.object({
  ...dimensionOfReport,
  value: z.null(),
  standardError: z.null(),
  level: z.null(),
  verdict: z.literal('unknown'),
  reason: z.string().min(1),
  evidence: z.tuple([]),
});
export type UnknownDimension = z.infer<typeof unknownDimensionSchema>;

/** A level has evidence; what has none is unknown and says why. There is nothing between. */
export const dimensionScoreSchema = z.discriminatedUnion('verdict', [
  measuredDimensionSchema,
  unknownDimensionSchema,
]);
export type DimensionScore = z.infer<typeof dimensionScoreSchema>;
