import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';

/** When a company's people are told that few pass. */
export const passLimitsSchema = z.object({
  /** So many people have to be decided on, or nothing is said. */
  leastDecided: z.number().int().min(5).max(500),
  /** The share of passes, percent, under which the whole interval has to lie. */
  limit: z.number().int().min(10).max(90),
  /** Days that are counted, and as many before them to compare with. */
  days: z.number().int().min(14).max(365),
});
export type PassLimits = z.infer<typeof passLimitsSchema>;

export const passLimitsStateSchema = passLimitsSchema.extend({
  /** Null: nobody has changed them yet. */
  changedAt: momentSchema.nullable(),
  changedBy: z.string(),
  /** Names of those who may change them. */
  changers: z.array(z.string()),
});
export type PassLimitsState = z.infer<typeof passLimitsStateSchema>;

/** proposed, asked: a time is being found; arranged; decided; over: put off, or no longer needed. */
export const passAlertStates = ['proposed', 'asked', 'arranged', 'decided', 'over'] as const;
export type PassAlertState = (typeof passAlertStates)[number];

export const passCountSchema = z.object({
  passed: z.number().int(),
  decided: z.number().int(),
});
export type PassCount = z.infer<typeof passCountSchema>;

export const passAlertRowSchema = z.object({
  id: idSchema,
  positionId: idSchema,
  positionName: z.string(),
  state: z.enum(passAlertStates),
  proposedAt: momentSchema,
  startsAt: momentSchema.nullable(),
  now: passCountSchema,
  /** The share that was the limit then, 0-1. */
  limit: z.number(),
});
export type PassAlertRow = z.infer<typeof passAlertRowSchema>;

/** Open ones first, each newest first; the last 100. */
export const passAlertListSchema = z.object({ alerts: z.array(passAlertRowSchema) });
export type PassAlertList = z.infer<typeof passAlertListSchema>;

/** A change request (变更请求): what a meeting decided is to change. */
export const changeStates = ['open', 'done', 'dismissed'] as const;
export type ChangeState = (typeof changeStates)[number];
export const changeRequestSchema = z.object({
  id: idSchema,
  positionId: idSchema,
  positionName: z.string(),
  alertId: idSchema,
  state: z.enum(changeStates),
  /** What is to change, in words. */
  text: z.string(),
  byName: z.string(),
  at: momentSchema,
  /** The position's version when it was asked for. */
  baseVersion: z.number().int(),
  settledBy: z.string(),
  settledAt: momentSchema.nullable(),
  /** Why it was dismissed, or a note on what was done. */
  reason: z.string(),
  /** The version that stood when it was marked done, where a new one had been published; null otherwise. */
  doneVersion: z.number().int().nullable(),
  /** The reader may mark it done or dismiss it. */
  mayAct: z.boolean(),
});
export type ChangeRequest = z.infer<typeof changeRequestSchema>;

export const askChangesSchema = z.object({ positionId: idSchema.optional() });
export type AskChanges = z.infer<typeof askChangesSchema>;
/** Open ones first, each newest first; the last 200. */
export const changeRequestListSchema = z.object({ requests: z.array(changeRequestSchema) });
export type ChangeRequestList = z.infer<typeof changeRequestListSchema>;

export const passAlertSchema = passAlertRowSchema.extend({
  /** Who is asked to the meeting. */
  people: z.array(z.string()),
  minutes: z.number().int(),
  /** The chat into whose calendar it goes; null: none is connected. */
  calendar: z.string().nullable(),
  /** Of the chat's meeting; empty: there is none. */
  link: z.string(),
  /** No time suited everybody, the last time it was tried. */
  noTimeAt: momentSchema.nullable(),
  /** What was counted by. */
  limits: passLimitsSchema,
  before: passCountSchema,
  dimension: z
    .object({
      name: z.string(),
      /** 0-100. */
      mean: z.number(),
      requirement: z.number(),
      people: z.number().int(),
    })
    .nullable(),
  question: z
    .object({
      code: z.string(),
      text: z.string(),
      /** Mean share of the most, 0-1. */
      share: z.number(),
      people: z.number().int(),
      /** Correlation with the rest, -1 to 1; null: too few. */
      discrimination: z.number().nullable(),
    })
    .nullable(),
  /** 0-100. */
  threshold: z.number(),
  /** How many of those turned down would meet it if it were five points lower. */
  atFiveLess: z.number().int(),
  /** What the share would be had one question of the plan not counted, reckoned when the alert was given; most passes first. */
  questions: z.array(
    z.object({
      /** Of the question bank; null: it is the position's own. */
      bankCode: z.string().nullable(),
      /** Its place in the plan, from 1. */
      number: z.number().int(),
      text: z.string(),
      /** Of those decided on, how many have a score for it. */
      asked: z.number().int(),
      ...passCountSchema.shape,
    }),
  ),
  /** Week by week over both times, oldest first; weeks without a decision too. */
  weeks: z.array(passCountSchema.extend({ from: momentSchema })),
  /** Versions published in that time whose line differs from the one before, oldest first. */
  lines: z.array(
    z.object({
      version: z.number().int(),
      at: momentSchema,
      byName: z.string(),
      from: z.number(),
      to: z.number(),
      /** Turned down in the counted time, though they met the line from before. */
      between: z.number().int(),
    }),
  ),
  /** Where those decided on came from. */
  sources: z.array(
    z.object({ source: z.string(), now: z.number().int(), before: z.number().int() }),
  ),
  /** What scored, by the names that stand in the reports. */
  engines: z.object({ now: z.array(z.string()), before: z.array(z.string()) }),
  /** What was decided, or why there was no meeting. */
  decision: z.string(),
  decidedBy: z.string(),
  decidedAt: momentSchema.nullable(),
  request: changeRequestSchema.nullable(),
  mayAct: z.boolean(),
});
export type PassAlert = z.infer<typeof passAlertSchema>;

export const meetAboutPassSchema = z.object({
  id: idSchema,
  /** One of the free times; absent: the first that suits everybody. */
  startsAt: momentSchema.optional(),
});
export type MeetAboutPass = z.infer<typeof meetAboutPassSchema>;

/** Times to choose from, the soonest first; at most three. */
export const passAlertTimesSchema = z.object({
  times: z.array(momentSchema),
  /** False: no chat told what stands in people's calendars, only the product's own rounds count. */
  calendarRead: z.boolean(),
});
export type PassAlertTimes = z.infer<typeof passAlertTimesSchema>;

const words = (most: number) => z.string().trim().min(2).max(most);
export const declinePassAlertSchema = z.object({ id: idSchema, reason: words(300) });
export type DeclinePassAlert = z.infer<typeof declinePassAlertSchema>;
export const decidePassAlertSchema = z.object({ id: idSchema, text: words(1000) });
export type DecidePassAlert = z.infer<typeof decidePassAlertSchema>;
export const settleChangeSchema = z.object({
  id: idSchema,
  state: z.enum(['done', 'dismissed']),
  /** Needed where it is dismissed. */
  reason: z.string().trim().max(300),
});
export type SettleChange = z.infer<typeof settleChangeSchema>;
