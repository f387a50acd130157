import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';
import { impactFindings } from './groups.js';
import { requirementSchema } from './position.js';

/** A preview of rules looks at applications of the days before. */
export const previewDays = 90;
/** At most so many résumés are read again, the newest; the answer says where there were more. */
export const previewMost = 1000;
/** Most people named as changed; the number is of all. */
export const previewNamed = 50;

/** Rules as they stand in the editor, saved or not. */
export const askPreviewSchema = z.object({
  id: idSchema,
  requirements: z.array(requirementSchema).max(40),
});
export type AskPreview = z.infer<typeof askPreviewSchema>;

const outcome = z.enum(['pass', 'reject', 'look']);
export type RuleOutcome = z.infer<typeof outcome>;
const countsSchema = z.object({
  pass: z.number().int(),
  look: z.number().int(),
  reject: z.number().int(),
});
export type OutcomeCounts = z.infer<typeof countsSchema>;

/** Of one attribute people chose to state: lowest share that passes over the highest; null where too few are known. */
const ratioSchema = z.object({
  attribute: z.string(),
  was: z.number().nullable(),
  is: z.number().nullable(),
  /** Of Fisher's exact test for `is`, by Holm over the whole table; null where nothing is compared. */
  p: z.number().nullable(),
  finding: z.enum(impactFindings),
});
export type RuleRatio = z.infer<typeof ratioSchema>;

/** What the rules tried would have said of the résumés of the last 90 days; it changes nothing. */
export const rulePreviewSchema = z.object({
  from: momentSchema,
  until: momentSchema,
  /** Applications whose résumé can still be read. */
  people: z.number().int(),
  /** No résumé was handed in, or its person was erased. */
  unread: z.number().int(),
  /** There were more than `previewMost`: only the newest were read. */
  capped: z.boolean(),
  was: countsSchema,
  is: countsSchema,
  changed: z.number().int(),
  /** Each rule tried by itself; `alone`: people whom only this rule keeps from passing. */
  rules: z.array(
    z.object({
      ruleId: z.string(),
      rule: z.string(),
      held: z.number().int(),
      unknown: z.number().int(),
      failed: z.number().int(),
      alone: z.number().int(),
    }),
  ),
  /** Null without the right to see candidates. */
  changedPeople: z
    .array(
      z.object({
        applicationId: idSchema,
        name: z.string(),
        was: outcome,
        is: outcome,
        /** Rules that do not hold, with what was found; those that held no more first. */
        because: z.array(z.object({ rule: z.string(), found: z.string() })),
      }),
    )
    .nullable(),
  /**
   * What the rules do to groups, of those who said who they are: people are asked only after their interview, so nobody
   * whom the rules in use keep away is among them.
   */
  impact: z
    .object({
      ratios: z.array(ratioSchema),
      /** People behind it, rounded down to tens: an exact total would give away a hidden group. */
      statedAbout: z.number().int(),
    })
    .nullable(),
  /** Not one's right, or so few results change that the ratios would tell of single people. */
  impactHidden: z.enum(['notAllowed', 'fewChanges']).nullable(),
});
export type RulePreview = z.infer<typeof rulePreviewSchema>;
