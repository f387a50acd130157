import { z } from 'zod';
import { decisions } from './application.js';
import { stages } from './stage-values.js';
import { idSchema, momentSchema } from './basics.js';
import {
  countrySchema,
  languageCodeSchema,
  poolNoteSchema,
  saidProfileSchema,
} from './pool-profile.js';
import { poolTagLetters } from './pool-tags.js';
import { languageLevels, moves } from './pool-values.js';
import { protectedIn } from './rule-guard.js';
import { verdicts } from './scoring.js';
import { ruleOutcomes } from './screening.js';

const dayMs = 86_400_000;
/** How long a consent to the talent pool holds; a month has 30 days, as the letter says it. */
export const poolMonths = 12;
export const poolMonthMs = 30 * dayMs;
export const poolMs = poolMonths * poolMonthMs;
/** A consent that ends within it is shown as ending. */
export const poolSoonMs = 30 * dayMs;
/** Whoever said no to an invitation from the pool is not asked again for so long. */
export const poolQuietMs = 365 * dayMs;

/** A word of the staff by which somebody in the pool is found again; none may name a protected attribute. */
export const poolTagSchema = z
  .string()
  .trim()
  .min(1)
  .max(poolTagLetters)
  .refine((tag) => protectedIn(tag) === null, 'protected');

export const searchPoolSchema = z.object({
  /** Words of a skill, an employer, a title, a subject, a position; all of them must be found. */
  q: z.string().max(100).optional(),
  /** A competency that was measured and reached: its code. */
  competency: z.string().max(40).optional(),
  tag: z.string().max(poolTagLetters).optional(),
  /** Whom it fits: an open position. */
  positionId: idSchema.optional(),
  /** Country or region somebody said he lives in. */
  country: countrySchema.optional(),
  /** A language, at least at this level where one is named. */
  language: languageCodeSchema.optional(),
  level: z.enum(languageLevels).optional(),
  /** Would move for work: `abroad` also answers whoever asks for `inCountry`. */
  move: z.enum(moves).optional(),
});
export type SearchPool = z.infer<typeof searchPoolSchema>;

/** Why somebody fits a position, or does not, with where that stands. */
export const poolReasonSchema = z.object({
  kind: z.enum(['rule', 'interview', 'dimension']),
  text: z.string(),
  outcome: z.enum(ruleOutcomes),
  found: z.string(),
  /** Line of the résumé; null where it is no rule or nothing was found. */
  line: z.number().int().positive().nullable(),
});
export type PoolReason = z.infer<typeof poolReasonSchema>;

export const poolMemberSchema = z.object({
  /** The application that the consent stands with. */
  applicationId: idSchema,
  candidateName: z.string(),
  positionName: z.string(),
  stage: z.enum(stages),
  appliedAt: momentSchema,
  /** How it ended; null where nobody decided. */
  decision: z.object({ kind: z.enum(decisions), reason: z.string(), by: z.string() }).nullable(),
  /** When the consent was given, and until when it holds. */
  since: momentSchema,
  until: momentSchema,
  /** Of the newest interview; null: not interviewed. */
  score: z
    .object({
      total: z.number(),
      standardError: z.number(),
      requirement: z.number(),
      verdict: z.enum(verdicts),
      at: momentSchema,
    })
    .nullable(),
  skills: z.array(z.string()),
  /** As the staff wrote them, oldest first. */
  tags: z.array(z.string()),
  /** Empty without a position to fit. */
  reasons: z.array(poolReasonSchema),
  /** Nothing speaks against the position, and something for it. */
  fits: z.boolean(),
  /** The newest invitation from the pool. */
  invited: z
    .object({
      positionName: z.string(),
      at: momentSchema,
      answer: z.enum(['open', 'yes', 'no']),
      /** After a no; null otherwise. */
      quietUntil: momentSchema.nullable(),
    })
    .nullable(),
  mayInvite: z.boolean(),
  /** What the person said of place, languages and moving; null: nothing. */
  profile: saidProfileSchema.nullable(),
  /** On working across cultures, newest first. */
  notes: z.array(poolNoteSchema),
});
export type PoolMember = z.infer<typeof poolMemberSchema>;

export const poolSchema = z.object({
  /** Those who fit best first, at most 100. */
  members: z.array(poolMemberSchema),
  /** In the pool altogether, and of them ending within 30 days. */
  total: z.number().int(),
  ending: z.number().int(),
  /** Found by the search. */
  found: z.number().int(),
  /** Fit the position; null without one. */
  fitting: z.number().int().nullable(),
  /** Competencies that somebody in the pool was measured on. */
  competencies: z.array(z.object({ code: z.string(), name: z.string() })),
  /** Tags that somebody in the pool has. */
  tags: z.array(z.string()),
  /**
   * People in the pool whom the rule of their region keeps from the reader: of the whole pool, whatever was searched, so
   * that no search tells anything of them.
   */
  withheld: z.number().int(),
  /** Where people in the pool said they live, and what they speak. */
  countries: z.array(z.string()),
  languages: z.array(z.string()),
});
export type Pool = z.infer<typeof poolSchema>;

/** One tap: the person hears of this position. */
export const inviteFromPoolSchema = z.object({ id: idSchema, positionId: idSchema });
export type InviteFromPool = z.infer<typeof inviteFromPoolSchema>;

/** One tag is put on somebody in the pool, or taken off: two who do so at once lose nothing. */
export const tagInPoolSchema = z.object({ id: idSchema, tag: poolTagSchema, on: z.boolean() });
export type TagInPool = z.infer<typeof tagInPoolSchema>;

/** The candidate's own word on being told of other positions. */
export const talentPoolInputSchema = z.object({ given: z.boolean() });
export type TalentPoolInput = z.infer<typeof talentPoolInputSchema>;
