import { z } from 'zod';

/** held = the résumé shows it; failed = it shows the contrary; unknown = it says nothing, a person looks. */
export const ruleOutcomes = ['held', 'failed', 'unknown'] as const;
export const ruleResultSchema = z.object({
  ruleId: z.string(),
  kind: z.string(),
  /** The rule in the reader's words, e.g. 学历不低于大专. */
  rule: z.string(),
  outcome: z.enum(ruleOutcomes),
  /** What was found, in the reader's words, with the line. */
  found: z.string(),
  /** 1-based line of the résumé and its text; null when nothing was found. */
  line: z.number().int().positive().nullable(),
  lineText: z.string().nullable(),
  /** Years found, for rules about experience; absent in screenings from before it was written down. */
  years: z.number().nonnegative().optional(),
  /** Its sentences were written in Chinese, before facts were kept: whoever reads. */
  asStored: z.literal(true).optional(),
});
export type RuleResult = z.infer<typeof ruleResultSchema>;

/** pass = every rule held; reject = at least one failed; look = something is unknown: a person looks. */
export const screeningSchema = z.object({
  outcome: z.enum(['pass', 'reject', 'look']),
  rules: z.array(ruleResultSchema),
  rulesVersion: z.number().int(),
});
export type Screening = z.infer<typeof screeningSchema>;
