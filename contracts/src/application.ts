import { accommodationKinds } from './arrangements.js';
import { z } from 'zod';
import { idSchema, localeSchema, momentSchema, textSchema } from './basics.js';
import { sources } from './source-values.js';
import { stages } from './stage-values.js';
import { doubts } from './look-order.js';
import { parsedResumeSchema } from './resume.js';
import { screeningSchema } from './screening.js';
import { verdicts } from './scoring.js';

/** Decisions (决定). */
export const decisions = ['pass', 'reject', 'hold', 'askMore'] as const;
export type DecisionKind = (typeof decisions)[number];
/** Why, from a list: `other` needs a text. */
export const decisionReasons = [
  'meetsRequirement',
  'strongEvidence',
  'belowRequirement',
  'requirementMissing',
  'needsTalk',
  'evidenceThin',
  'positionFilled',
  'other',
] as const;
export type DecisionReason = (typeof decisionReasons)[number];

export const applicationRowSchema = z.object({
  id: idSchema,
  candidateName: z.string(),
  positionId: idSchema,
  positionName: z.string(),
  stage: z.enum(stages),
  source: z.enum(sources),
  appliedAt: momentSchema,
  stageAt: momentSchema,
  total: z.number().nullable(),
  standardError: z.number().nullable(),
  requirement: z.number().nullable(),
  verdict: z.enum(verdicts).nullable(),
  /** Why a person should look, whatever the interval says; look-order.ts makes an order of it. */
  doubts: z.array(z.enum(doubts)),
  /** The newest report meets the position's rule of high potential (R32); who does not is not labelled. */
  highPotential: z.boolean(),
  /** The nearest open promise to the candidate. */
  promiseAt: momentSchema.nullable(),
  waitsForMe: z.boolean(),
  example: z.boolean(),
});
export type ApplicationRow = z.infer<typeof applicationRowSchema>;

/** Which applications: of a position or of a department's positions, by where they came from and when. */
export const narrowSchema = z.object({
  positionId: idSchema.optional(),
  departmentId: idSchema.optional(),
  source: z.enum(sources).optional(),
  /** A day of the week in which they came, YYYY-MM-DD in Asia/Shanghai; weeks begin on Monday. */
  week: z.iso.date().optional(),
});

/** With a week the list stands in the order of the applications, else newest change of stage first. */
export const listApplicationsSchema = narrowSchema.extend({
  stage: z.enum(stages).optional(),
  /** A whole phone number or mail address, or two and more letters of the name. */
  q: z.string().max(100).optional(),
  waiting: z.enum(['true']).optional(),
  /** What waits, in the order of what a look would change: one page, without a next one. */
  order: z.enum(['look']).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
export type ListApplications = z.infer<typeof listApplicationsSchema>;
export const applicationListSchema = z.object({
  applications: z.array(applicationRowSchema),
  nextCursor: z.string().nullable(),
});
export type ApplicationList = z.infer<typeof applicationListSchema>;

export const timelineEntrySchema = z.object({
  at: momentSchema,
  /** Event name, `message`, `press`. */
  kind: z.string(),
  /** Who, as a name; empty when the machine did it by a setting. */
  who: z.string(),
  text: z.string(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

export const applicationDetailSchema = applicationRowSchema.extend({
  locale: localeSchema,
  /** What the tracked link that was followed is called, e.g. who referred; null without one. */
  sourceLabel: z.string().nullable(),
  /** Null for those without the field group `contact`. */
  contact: z.object({ phone: z.string().nullable(), email: z.string().nullable() }).nullable(),
  resume: z
    .object({
      id: idSchema,
      fileName: z.string(),
      parsed: parsedResumeSchema,
      /** What the candidate typed beside what was read. */
      corrected: z.record(z.string(), z.string()),
    })
    .nullable(),
  screening: screeningSchema.nullable(),
  interviews: z.array(
    z.object({
      id: idSchema,
      kind: z.enum(['ai', 'human']),
      round: z.number().int(),
      state: z.string(),
      startedAt: momentSchema.nullable(),
      finishedAt: momentSchema.nullable(),
      /** Until when an AI interview can be taken. */
      deadline: momentSchema,
      reportReady: z.boolean(),
      answered: z.number().int(),
      questions: z.number().int(),
      /** Accommodations that hold for this interview: said as they are, without a reason. */
      arranged: z.array(z.enum(accommodationKinds)),
      /** Planned questions that this person had been asked before; `by` null: asked again for want of another. */
      replaced: z.array(z.object({ was: z.string(), now: z.string(), by: z.string().nullable() })),
    }),
  ),
  decisions: z.array(
    z.object({
      id: idSchema,
      at: momentSchema,
      kind: z.enum(decisions),
      reason: z.string(),
      note: z.string(),
      by: z.string(),
      automatic: z.boolean(),
    }),
  ),
  promises: z.array(
    z.object({
      id: idSchema,
      text: z.string(),
      dueAt: momentSchema,
      keptAt: momentSchema.nullable(),
      broken: z.boolean(),
    }),
  ),
  consents: z.array(
    z.object({
      purpose: z.string(),
      given: z.boolean(),
      at: momentSchema,
      textVersion: z.string(),
    }),
  ),
  /** The invitation as a link to hand over, for those who may invite; null when there is none open. */
  invitationUrl: z.string().nullable(),
  /** The same as a QR code, SVG. */
  invitationQr: z.string().nullable(),
  /** Open card about this application that waits for the reader, if any. */
  openCardId: idSchema.nullable(),
  allowed: z.object({
    decide: z.boolean(),
    invite: z.boolean(),
    media: z.boolean(),
    scores: z.boolean(),
  }),
});
export type ApplicationDetail = z.infer<typeof applicationDetailSchema>;

/** Where a QR code is shown, as a picture; the chat keeps it. */
export const contactWaySchema = z.object({ url: z.url() });
export type ContactWay = z.infer<typeof contactWaySchema>;

export const timelineSchema = z.object({ entries: z.array(timelineEntrySchema) });
export type Timeline = z.infer<typeof timelineSchema>;

export const decideSchema = z.object({
  id: idSchema,
  kind: z.enum(decisions),
  reason: z.enum(decisionReasons),
  note: z.string().max(1000),
  /** For `askMore`: the question in words. */
  question: z.string().max(500).optional(),
});
export type Decide = z.infer<typeof decideSchema>;
export const decideResultSchema = z.object({ effective: z.boolean(), message: z.string() });
export type DecideResult = z.infer<typeof decideResultSchema>;

/** The fields read from a file before the candidate sends it; `draftId` names the stored file for an hour. */
export const resumeDraftSchema = z.object({
  draftId: idSchema,
  fileName: z.string(),
  name: z.object({ value: z.string(), sure: z.boolean() }).nullable(),
  phone: z.object({ value: z.string(), sure: z.boolean() }).nullable(),
  email: z.object({ value: z.string(), sure: z.boolean() }).nullable(),
  education: z.array(z.object({ text: z.string(), sure: z.boolean() })),
  work: z.array(z.object({ text: z.string(), sure: z.boolean() })),
  skills: z.array(z.string()),
  warnings: z.array(z.string()),
});
export type ResumeDraft = z.infer<typeof resumeDraftSchema>;

export const applySchema = z.object({
  code: z.string().min(4).max(40),
  draftId: idSchema.nullable(),
  name: z.string().trim().min(1).max(60),
  phone: z.string().trim().min(5).max(30),
  email: z.string().trim().max(120),
  /** What the candidate typed for education, work and skills; free words, kept beside the file. */
  education: z.string().max(500),
  work: z.string().max(2000),
  consent: z.literal(true),
  talentPool: z.boolean(),
  /** Version of the sentences that the form showed (consent-texts); absent: it was not told. */
  textVersion: z.string().min(1).max(20).optional(),
  locale: localeSchema,
});
export type Apply = z.infer<typeof applySchema>;
export const applyResultSchema = z.object({
  /** Hash path of the candidate's own page with its token in the fragment. */
  statusPath: z.string(),
  answerBy: momentSchema,
  contactName: z.string(),
});
export type ApplyResult = z.infer<typeof applyResultSchema>;

export const uploadResultSchema = z.object({
  applicationId: idSchema,
  candidateName: z.string(),
  /** The person had been known by phone or mail. */
  known: z.boolean(),
  screening: screeningSchema,
  stage: z.enum(stages),
  /** So many people look like this one. */
  suspects: z.number().int(),
  /** The last application within `reapplyDays`, whose result is shown with this one. */
  last: z
    .object({
      applicationId: idSchema,
      positionName: z.string(),
      stage: z.enum(stages),
      appliedAt: momentSchema,
    })
    .nullable(),
});
export type UploadResult = z.infer<typeof uploadResultSchema>;

export const dashboardSchema = z.object({
  asOf: momentSchema,
  positions: z.array(
    z.object({
      id: idSchema,
      code: z.string(),
      name: textSchema,
      place: z.string(),
      departmentName: z.string().nullable(),
      headcount: z.number().int(),
      hired: z.number().int(),
      stages: z.record(z.enum(stages), z.number().int()),
      /** Of the AI interviews with a total: how many reached the requirement. */
      passed: z.number().int(),
      assessed: z.number().int(),
    }),
  ),
  week: z.object({
    applied: z.number().int(),
    invited: z.number().int(),
    completed: z.number().int(),
    decided: z.number().int(),
    hired: z.number().int(),
  }),
  /** What waits for the reader. */
  waiting: z.number().int(),
  promisesSoon: z.number().int(),
  promisesBroken: z.number().int(),
});
export type Dashboard = z.infer<typeof dashboardSchema>;
