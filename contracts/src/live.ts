import { z } from 'zod';
import { longestExtension } from './arrangements.js';
import { idSchema, momentSchema } from './basics.js';
import { answerModes } from './interview.js';
import { recognitions } from './unheard.js';
import { askedKinds, verdicts } from './scoring.js';

/** What a candidate is doing in a running interview; `held`: HR has stopped it, `paused`: the candidate has. */
export const livePhases = [
  'thinking',
  'answering',
  'reviewing',
  'between',
  'handingIn',
  'held',
  'paused',
] as const;
export type LivePhase = (typeof livePhases)[number];

/**
 * `slow`: the line carried little when the device was looked at; `stalled`: a recording runs and nothing arrives;
 * `away`: nothing happened for a long time.
 */
export const lineTroubles = ['slow', 'stalled', 'away'] as const;
export type LineTrouble = (typeof lineTroubles)[number];

/** A camera picture needs about this much upwards, kbit/s. */
export const slowUnder = 400;
/** A recording of which nothing has arrived for so long, seconds. */
export const stalledAfter = 15;
/** Nothing at all has happened for so long, minutes. */
export const awayAfter = 10;

export const liveRowSchema = z.object({
  interviewId: idSchema,
  applicationId: idSchema,
  candidateName: z.string(),
  positionName: z.string(),
  startedAt: momentSchema,
  /** 0-based place of the open question; null between two. */
  index: z.number().int().nullable(),
  count: z.number().int(),
  answered: z.number().int(),
  phase: z.enum(livePhases),
  /** When thinking, answering or the pause ends; null where no clock runs. */
  endsAt: momentSchema.nullable(),
  /** How the open question is answered; null before it is. */
  mode: z.enum(answerModes).nullable(),
  /** The last thing that happened. */
  lastAt: momentSchema,
  troubles: z.array(z.enum(lineTroubles)),
});
export type LiveRow = z.infer<typeof liveRowSchema>;
export const liveListSchema = z.object({
  /** Begun last first, 60 at most. */
  rows: z.array(liveRowSchema),
  /** How many there are. */
  count: z.number().int(),
  serverNow: momentSchema,
});
export type LiveList = z.infer<typeof liveListSchema>;

export const askLiveSchema = z.object({
  id: idSchema,
  /** First scores anchor whoever is to rate: they come only where they are asked for. */
  scores: z.enum(['true', 'false']).optional(),
});
export type AskLive = z.infer<typeof askLiveSchema>;

/** What a person of the company did in a running interview, in words. */
export const staffWordKinds = ['hold', 'message', 'time', 'later'] as const;
export type StaffWordKind = (typeof staffWordKinds)[number];
export const staffWordSchema = z.object({
  kind: z.enum(staffWordKinds),
  /** To the candidate; empty where nothing was said. */
  text: z.string(),
  byName: z.string(),
  /** Of a pause, or given (`later`: to the deadline); 0 otherwise. */
  minutes: z.number(),
  at: momentSchema,
});
export type StaffWord = z.infer<typeof staffWordSchema>;

export const liveViewSchema = z.object({
  row: liveRowSchema,
  deadline: momentSchema,
  answers: z.array(
    z.object({
      answerId: idSchema,
      index: z.number().int(),
      question: z.string(),
      kind: z.enum(askedKinds),
      state: z.enum(['waiting', 'open', 'done']),
      mode: z.enum(answerModes).nullable(),
      attemptId: z.string().nullable(),
      seconds: z.number().nullable(),
      hasMedia: z.boolean(),
      words: z.string().nullable(),
      recognition: z.enum(recognitions),
    }),
  ),
  /** From the answers so far; null: not asked for. */
  scores: z
    .array(
      z.object({
        code: z.string(),
        name: z.string(),
        value: z.number().nullable(),
        standardError: z.number().nullable(),
        requirement: z.number(),
        verdict: z.enum(verdicts),
        /** Two standard errors or more from the requirement. */
        standsOut: z.boolean(),
      }),
    )
    .nullable(),
  line: z.object({
    /** Upwards when the device was looked at, kbit/s; null: not measured. */
    kbps: z.number().nullable(),
    /** Seconds since the last piece of the running recording arrived; null: none runs. */
    quietSeconds: z.number().nullable(),
  }),
  said: z.array(staffWordSchema),
  /** Questions of the position that were not asked. */
  bank: z.array(z.object({ code: z.string(), text: z.string() })),
  may: z.object({ act: z.boolean(), media: z.boolean() }),
  serverNow: momentSchema,
});
export type LiveView = z.infer<typeof liveViewSchema>;

/** A word to the candidate. */
const wordSchema = z.string().trim().max(300);
/** The longest pause that HR can ask for, minutes. */
export const longestHold = 60;
export const holdSchema = z.object({
  id: idSchema,
  minutes: z.number().int().min(1).max(longestHold),
  text: wordSchema,
});
export type Hold = z.infer<typeof holdSchema>;
export const giveTimeSchema = z.object({
  id: idSchema,
  /** For the question that is open. */
  minutes: z.number().int().min(1).max(10),
});
export type GiveTime = z.infer<typeof giveTimeSchema>;
export const tellCandidateSchema = z.object({ id: idSchema, text: wordSchema.min(1) });
export type TellCandidate = z.infer<typeof tellCandidateSchema>;

export const extendDeadlineSchema = z.object({
  id: idSchema,
  /** Added to the deadline, or counted from now where that is over. */
  days: z.number().int().min(1).max(longestExtension),
  text: wordSchema,
});
export type ExtendDeadline = z.infer<typeof extendDeadlineSchema>;

/** What the candidate sees of it: the newest word, as long as it is news. */
export const ownWordSchema = z.object({ word: staffWordSchema.nullable() });
export type OwnWord = z.infer<typeof ownWordSchema>;
