import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';

/** What a candidate can ask the company for; a person answers each by a card. */
export const requestKinds = [
  'extension',
  'accommodation',
  'question',
  'review',
  'erasure',
] as const;
export type RequestKind = (typeof requestKinds)[number];

/** `answered`: in words, where there is nothing to grant. */
export const requestStates = ['open', 'granted', 'refused', 'answered'] as const;
export type RequestState = (typeof requestStates)[number];

/** Days within which an erasure has to be answered (个人信息保护法 art. 50, as the common standard reads it). */
export const erasureDays = 15;

/** One request as the candidate sees it. */
export const candidateRequestSchema = z.object({
  id: idSchema,
  kind: z.enum(requestKinds),
  state: z.enum(requestStates),
  /** The candidate's own words; empty where none were written. */
  text: z.string(),
  /** What the company answered; null while it has not, empty where it said only yes or no. */
  answer: z.string().nullable(),
  /** Who answered, by name. */
  answeredBy: z.string().nullable(),
  askedAt: momentSchema,
  dueAt: momentSchema,
  answeredAt: momentSchema.nullable(),
});
export type CandidateRequestView = z.infer<typeof candidateRequestSchema>;

/** Asked in words; an extension and an accommodation have addresses of their own. */
export const makeRequestSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('question'), text: z.string().trim().min(2).max(2000) }),
  z.object({ kind: z.literal('review'), text: z.string().trim().max(2000) }),
  z.object({
    kind: z.literal('erasure'),
    text: z.string().trim().max(2000),
    /** The candidate has said twice that it cannot come back. */
    sure: z.literal(true),
  }),
]);
export type MakeRequest = z.infer<typeof makeRequestSchema>;

/** Days in which an answered rejection can be looked at again. */
export const reviewDays = 30;

/** What stands on the candidate's own page beside the status: requests, consents, the survey. */
export const ownPageSchema = z.object({
  requests: z.array(candidateRequestSchema),
  /** What can be asked for now. */
  can: z.object({ question: z.boolean(), review: z.boolean(), erasure: z.boolean() }),
  /** Every decision of the candidate, newest first. */
  consents: z.array(
    z.object({
      purpose: z.string(),
      given: z.boolean(),
      at: momentSchema,
      textVersion: z.string(),
    }),
  ),
  /** `open` once the interview was handed in; the answers themselves are not kept with the person. */
  survey: z.enum(['none', 'open', 'done']),
  /** Until when the words of a recording can be corrected; null where they cannot. */
  wordsOpenUntil: momentSchema.nullable(),
  /** The machine works on the answers. */
  scoring: z.boolean(),
  paused: z.boolean(),
  /** When the personal data are erased; null where nobody agreed to it. */
  erasesAt: momentSchema.nullable(),
  erased: z.boolean(),
  /** Months after which somebody who was not hired is erased; null: nobody is without asking. */
  keepMonths: z.number().int().nullable(),
});
export type OwnPage = z.infer<typeof ownPageSchema>;

/** 1 not at all to 5 entirely. */
const grade = z.number().int().min(1).max(5);
export const surveyInputSchema = z.object({
  fair: grade,
  /** The technique did what it should. */
  smooth: grade,
  text: z.string().trim().max(500),
});
export type SurveyInput = z.infer<typeof surveyInputSchema>;

/** Fewer answers than this tell who said what. */
export const leastSurveyAnswers = 5;

const surveySchema = z.object({
  answers: z.number().int(),
  /** Means 1-5. */
  fair: z.number(),
  smooth: z.number(),
  /** How many gave 1, 2, 3, 4, 5. */
  fairCounts: z.array(z.number().int()).length(5),
  smoothCounts: z.array(z.number().int()).length(5),
  /** In no order. */
  texts: z.array(z.string()),
});
export const surveyResultSchema = z.object({
  /** Null: fewer than `leastSurveyAnswers`. */
  company: surveySchema.nullable(),
  /** Only positions with enough answers. */
  positions: z.array(surveySchema.extend({ positionId: idSchema })),
});
export type Survey = z.infer<typeof surveySchema>;
export type SurveyResult = z.infer<typeof surveyResultSchema>;
