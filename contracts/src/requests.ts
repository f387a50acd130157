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
