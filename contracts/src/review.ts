import { z } from 'zod';
import { idSchema } from './basics.js';
import { answerReportSchema, evidenceSchema } from './scoring.js';

/** there = it plays for who may see it; gone = it was deleted, by the term or on request; none = there never was one. */
export const recordingStates = ['there', 'gone', 'none'] as const;
export type RecordingState = (typeof recordingStates)[number];

/** An answer as it is watched: its words and its pauses, without what the machine gave it. */
export const reviewAnswerSchema = answerReportSchema
  .pick({
    ...{ answerId: true, questionIndex: true, question: true, mode: true, attemptId: true },
    ...{ seconds: true, transcript: true, kind: true, reason: true },
  })
  .extend({
    recording: z.enum(recordingStates),
    /** Silences as they were measured on the sound (s of the recording); null where nobody measured. */
    silences: z.array(z.object({ from: z.number(), to: z.number() })).nullable(),
  });
export type ReviewAnswer = z.infer<typeof reviewAnswerSchema>;

/** Where words stand that a level rests on: a place to look at, without the level. */
export const evidencePlaceSchema = evidenceSchema
  .pick({ answerId: true, quote: true, start: true, end: true, seconds: true })
  .extend({ dimension: z.string() });
export type EvidencePlace = z.infer<typeof evidencePlaceSchema>;

/** What a dimension is rated by. */
export const reviewDimensionSchema = z.object({
  code: z.string(),
  name: z.string(),
  anchors: z.array(z.object({ level: z.number().int(), text: z.string() })),
});
export type ReviewDimension = z.infer<typeof reviewDimensionSchema>;

/** The review room (R35): what is watched and rated of one AI interview. */
export const reviewRoomSchema = z.object({
  interviewId: idSchema,
  applicationId: idSchema,
  candidateName: z.string(),
  positionName: z.string(),
  example: z.boolean(),
  answers: z.array(reviewAnswerSchema),
  evidence: z.array(evidencePlaceSchema),
  dimensions: z.array(reviewDimensionSchema),
  may: z.object({ media: z.boolean() }),
});
export type ReviewRoom = z.infer<typeof reviewRoomSchema>;
