import { z } from 'zod';
import { momentSchema } from './basics.js';
import { statedGroupsSchema } from './groups.js';
import { candidateStatusSchema } from './interview.js';
import { programLanguages } from './judge.js';
import { faceSecondSchema, factSchema } from './observation.js';
import { candidateRequestSchema, ownPageSchema } from './requests.js';
import { offerSchema } from './offers.js';
import { performanceRecordSchema } from './performance.js';
import { poolNoteSchema, saidProfileSchema } from './pool-profile.js';
import { parsedResumeSchema } from './resume.js';
import { soundSignalsSchema } from './signals.js';
import { markings, testResultSchema } from './written-tests.js';

/** Everything that is known of a candidate, to take along (个人信息保护法 art. 45). Recordings are on the own page. */
export const ownDataSchema = z.object({
  madeAt: momentSchema,
  contact: z.object({ phone: z.string().nullable(), email: z.string().nullable() }),
  application: candidateStatusSchema,
  resume: parsedResumeSchema.nullable(),
  /** What was typed beside the résumé. */
  typed: z.record(z.string(), z.string()),
  consents: ownPageSchema.shape.consents,
  requests: z.array(candidateRequestSchema),
  /** What was said of the own groups, by choice. */
  groups: statedGroupsSchema.nullable(),
  /** Facts of the interview's timeline, with the candidate's own reasons. */
  facts: z.array(factSchema),
  /** Numbers of the face, second by second; only where observation was agreed to. */
  faces: z.array(z.object({ questionIndex: z.number().int(), seconds: z.array(faceSecondSchema) })),
  /** What was measured of the voice in recordings; never a score. */
  sounds: z.array(z.object({ questionIndex: z.number().int(), facts: soundSignalsSchema })),
  /** Programs that were handed in. */
  programs: z.array(
    z.object({
      questionIndex: z.number().int(),
      at: momentSchema,
      language: z.enum(programLanguages),
      source: z.string(),
    }),
  ),
  /** Written tests: results, and the answers of those that were taken here. */
  tests: z.object({
    results: z.array(testResultSchema.omit({ by: true, sittingId: true })),
    answers: z.array(
      z.object({
        test: z.string(),
        question: z.string(),
        answer: z.string(),
        /** What it was given, by whom or what; null until it is marked. */
        points: z.number().nullable(),
        of: z.number(),
        marking: z.enum(markings),
      }),
    ),
  }),
  /** What the company said of the work so far, where somebody who works here applied. */
  performance: z.array(performanceRecordSchema.pick({ period: true, rating: true, note: true })),
  /** Offers that were sent. */
  offers: z.array(
    offerSchema.pick({ state: true, terms: true, sentAt: true, answeredAt: true, words: true }),
  ),
  /** What the staff tagged with in the talent pool. */
  poolTags: z.array(z.string()),
  /** What was said for the talent pool of place, languages and moving; and the staff's notes. */
  poolProfile: saidProfileSchema.omit({ by: true }).nullable(),
  poolNotes: z.array(poolNoteSchema.pick({ text: true, at: true, by: true })),
  messages: z.array(z.object({ at: momentSchema, title: z.string(), texts: z.array(z.string()) })),
});
export type OwnData = z.infer<typeof ownDataSchema>;
