import { z } from 'zod';
import { allowancesSchema } from './arrangements.js';
import { idSchema, localeSchema, momentSchema, textSchema } from './basics.js';
import { bankRefSchema, followUpSchema } from './follow-up.js';
import { spokenSchema } from './question-audio.js';
import { originSchema } from './question-origin.js';
import { codingSchema } from './coding.js';
import { cultureSchema } from './culture.js';
import { potentialRuleSchema } from './potential-rule.js';
import { roundPlanSchema } from './round-plan.js';

/** Degrees in rising order; the place in the list is the level that rules compare. */
export const degrees = ['none', 'secondary', 'associate', 'bachelor', 'master', 'doctor'] as const;
export type Degree = (typeof degrees)[number];

export const attributes = [
  'service',
  'retail',
  'technical',
  'sales',
  'management',
  'analysis',
] as const;
export const protectedAttributes = [
  'age',
  'sex',
  'marriage',
  'hukou',
  'ethnicity',
  'health',
] as const;

const ruleId = z.string().min(1).max(40);
/** A requirement (硬性要求): checked by a rule on the résumé. `years` are years. */
export const requirementSchema = z.discriminatedUnion('kind', [
  z.object({ id: ruleId, kind: z.literal('education'), minDegree: z.enum(degrees) }),
  z.object({ id: ruleId, kind: z.literal('major'), anyOf: z.array(z.string().min(1)).min(1) }),
  z.object({
    id: ruleId,
    kind: z.literal('experience'),
    minYears: z.number().min(0).max(60),
    /** Only work whose title, company or description names one of these counts; all work when absent. */
    in: z.array(z.string().min(1)).optional(),
  }),
  z.object({
    id: ruleId,
    kind: z.literal('skill'),
    anyOf: z.array(z.string().min(1)).min(1),
  }),
  z.object({ id: ruleId, kind: z.literal('language'), anyOf: z.array(z.string().min(1)).min(1) }),
  z.object({
    id: ruleId,
    kind: z.literal('protected'),
    attribute: z.enum(protectedAttributes),
    /** What must hold, in words; a person checks it, the machine never does. */
    condition: z.string().min(1).max(200),
    legalGround: z.string().max(1000),
    approvedBy: idSchema.optional(),
  }),
]);
export type Requirement = z.infer<typeof requirementSchema>;

/** What an answer of a level (1-5) sounds like; `cues` are words by which the local engine finds it. */
export const anchorSchema = z.object({
  level: z.number().int().min(1).max(5),
  text: textSchema,
});
export type Anchor = z.infer<typeof anchorSchema>;

/** Weight 0-1, all of a model add up to 1; `requirement` 0-100 like every stored score. */
export const dimensionSchema = z.object({
  code: z.string().regex(/^[a-z][a-zA-Z]{1,39}$/),
  name: textSchema,
  definition: textSchema,
  weight: z.number().min(0).max(1),
  requirement: z.number().min(0).max(100),
  anchors: z.array(anchorSchema).length(5),
  /** A portrait of culture: apart from the others on every page, weight 0 without a reason. */
  culture: cultureSchema.optional(),
});
export type Dimension = z.infer<typeof dimensionSchema>;

export const competencyModelSchema = z.object({
  dimensions: z.array(dimensionSchema).min(1).max(8),
  /** Total 0-100 that the position asks for. */
  threshold: z.number().min(0).max(100),
  /** Half the width of the zone around the threshold in which a person decides, points; absent: the error's alone. */
  greyZone: z.number().min(0).max(30).optional(),
});
export type CompetencyModel = z.infer<typeof competencyModelSchema>;

/**
 * One point an answer can show. `cues`: groups of words; a clause shows the point when every group has
 * a word in it. A point of level 1 or 2 speaks against the candidate.
 */
export const indicatorSchema = z.object({
  code: z.string().min(1).max(40),
  dimension: z.string(),
  text: textSchema,
  /** The anchor level an answer with this point reaches, 1-5. */
  level: z.number().int().min(1).max(5),
  cues: z.object({
    zh: z.array(z.array(z.string().min(1)).min(1)).min(1),
    en: z
      .array(z.array(z.string().min(1)).min(1))
      .min(1)
      .optional(),
  }),
});
export type Indicator = z.infer<typeof indicatorSchema>;

export const questionKinds = [
  'behavioural',
  'situational',
  'knowledge',
  'motivation',
  'coding',
] as const;
export const questionSchema = z.object({
  code: z.string().min(1).max(60),
  kind: z.enum(questionKinds),
  /** Codes of the dimensions that the answer is scored on. */
  dimensions: z.array(z.string()).min(1).max(3),
  text: textSchema,
  /** One sentence for the candidate: what a full answer covers. */
  hint: textSchema.optional(),
  thinkingSeconds: z.number().int().min(0).max(300),
  /** Up to 10 minutes; a program has up to an hour. */
  answerSeconds: z.number().int().min(30).max(3600),
  /** What an answer to this question sounds like at each level. */
  anchors: z.array(anchorSchema).length(5),
  /** At most one for each missing part of the story. */
  followUps: z.array(followUpSchema).max(7).optional(),
  bank: bankRefSchema.optional(),
  /** The line of the job description or résumé that it was made for. */
  origin: originSchema.optional(),
  /** Without any, answers are read by the wording of the anchors, with the widest error; a program by its tests. */
  indicators: z.array(indicatorSchema),
  /** Read by a person; every other language, and changed words, the device's own voice reads. */
  audio: z.partialRecord(localeSchema, spokenSchema).optional(),
  /** Of the kind `coding`, and only there. */
  coding: codingSchema.optional(),
});
export type Question = z.infer<typeof questionSchema>;

const groundText = z.string().max(1000);
/** Which steps the position takes by itself (R39). A rejection needs a person unless `lawfulGround` is written. */
export const automationSchema = z.object({
  inviteOnScreeningPass: z.boolean(),
  passOnThreshold: z.boolean(),
  rejectBelowThreshold: z.object({ on: z.boolean(), lawfulGround: z.string().max(1000) }),
  /** A person says yes to a generated question before a candidate gets it; absent: yes. */
  approveGenerated: z.boolean().optional(),
  /** It recruits in the European Union: its rules hold, whatever holds for the company; absent: no. */
  european: z.boolean().optional(),
  /** On what ground the other steps go by themselves, in the company's words (1000 characters at most). */
  grounds: z.object({ invite: groundText, pass: groundText }).partial().optional(),
});
export type Automation = z.infer<typeof automationSchema>;

export const planSchema = z.object({
  questionCodes: z.array(z.string()).min(1).max(12),
  /** How often a candidate may record an answer again. */
  reRecordings: z.number().int().min(0).max(5),
  /** Days from the invitation to its end. */
  openDays: z.number().int().min(1).max(30),
  /** Hours within which HR promises an answer (R9). */
  answerHours: z.number().int().min(1).max(240),
  /** What candidates may arrange by themselves; absent = `usualAllowances`. */
  allowances: allowancesSchema.optional(),
  /** Most follow-up questions of one interview; 0: none. Absent in older versions: `usualFollowUps`. */
  followUps: z.number().int().min(0).max(5).optional(),
  /** The face is observed on the candidate's device where they agree (R26); absent = off. Needs a lawful ground. */
  faceObservation: z.object({ on: z.boolean(), lawfulGround: z.string().max(1000) }).optional(),
  /** Written tests that go out with the invitation; absent: none. */
  writtenTests: z.array(idSchema).max(5).optional(),
  /** At most so many questions about the candidate's own résumé (R22); absent: 1. */
  resumeQuestions: z.number().int().min(0).max(3).optional(),
});
export type InterviewPlan = z.infer<typeof planSchema>;

export type RoundPlan = z.infer<typeof roundPlanSchema>;

/** All that makes a position; a saved change is a new immutable version. */
export const positionContentSchema = z.object({
  code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
  attribute: z.enum(attributes),
  name: textSchema,
  place: z.string().max(100),
  pay: z.string().max(100),
  description: textSchema,
  requirements: z.array(requirementSchema),
  model: competencyModelSchema,
  questions: z.array(questionSchema).min(1),
  plan: planSchema,
  automation: automationSchema,
  /** Absent: nobody is marked. */
  potential: potentialRuleSchema.optional(),
  nextRound: roundPlanSchema,
  /** The round after it; absent: as the one before, under a name of its own. */
  finalRound: roundPlanSchema.optional(),
});
export type PositionContent = z.infer<typeof positionContentSchema>;

export const positionStates = ['draft', 'open', 'closed'] as const;
export const positionSummarySchema = z.object({
  id: idSchema,
  code: z.string(),
  name: textSchema,
  place: z.string(),
  state: z.enum(positionStates),
  headcount: z.number().int(),
  hired: z.number().int(),
  departmentName: z.string().nullable(),
  ownerId: idSchema.nullable(),
  ownerName: z.string().nullable(),
  version: z.number().int(),
  active: z.number().int(),
  waiting: z.number().int(),
  example: z.boolean(),
});
export type PositionSummary = z.infer<typeof positionSummarySchema>;

export const positionListSchema = z.object({ positions: z.array(positionSummarySchema) });
export type PositionList = z.infer<typeof positionListSchema>;

export const positionDetailSchema = positionSummarySchema.extend({
  content: positionContentSchema,
  departmentId: idSchema.nullable(),
  versions: z.array(
    z.object({
      version: z.number().int(),
      createdAt: momentSchema,
      createdBy: z.string(),
      note: z.string(),
    }),
  ),
  /** Protected rules that still wait for a second approver. */
  pendingRules: z.array(z.string()),
  /** Planned questions whose item of the bank is out of use: this version is not published again with them. */
  retiredQuestions: z.array(z.string()),
});
export type PositionDetail = z.infer<typeof positionDetailSchema>;

export const createPositionSchema = z.object({
  /** A seed of `config/content/positions`, or absent with `content`. */
  template: z.string().optional(),
  content: positionContentSchema.optional(),
  headcount: z.number().int().min(1).max(9999),
  departmentId: idSchema.nullable(),
  ownerId: idSchema.nullable(),
});
export type CreatePosition = z.infer<typeof createPositionSchema>;

export const savePositionSchema = z.object({
  id: idSchema,
  /** The version the change was made on; another one meanwhile: `staleVersion`. */
  baseVersion: z.number().int(),
  content: positionContentSchema,
  note: z.string().max(200),
});
export type SavePosition = z.infer<typeof savePositionSchema>;

export const changePositionSchema = z.object({
  id: idSchema,
  state: z.enum(positionStates).optional(),
  headcount: z.number().int().min(1).max(9999).optional(),
  departmentId: idSchema.nullable().optional(),
  ownerId: idSchema.nullable().optional(),
});
export type ChangePosition = z.infer<typeof changePositionSchema>;

export const approveRuleSchema = z.object({ id: idSchema, ruleId: z.string() });
export type ApproveRule = z.infer<typeof approveRuleSchema>;

export const templateListSchema = z.object({
  templates: z.array(z.object({ code: z.string(), name: textSchema, questions: z.number().int() })),
});
export type TemplateList = z.infer<typeof templateListSchema>;

/** The page anybody with a tracked link sees (screen aa). */
export const publicPositionSchema = z.object({
  code: z.string(),
  companyName: z.string(),
  companyLogo: z.string().nullable(),
  name: z.string(),
  place: z.string(),
  pay: z.string(),
  description: z.string(),
  answerHours: z.number().int(),
  contactName: z.string(),
  open: z.boolean(),
  locale: localeSchema,
});
export type PublicPosition = z.infer<typeof publicPositionSchema>;
