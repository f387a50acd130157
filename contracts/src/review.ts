import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';
import { answerReportSchema, evidenceSchema, recordingStates } from './scoring.js';

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
  /** Whether a question of this interview measures it: those are needed, the others may be rated. */
  asked: z.boolean(),
});
export type ReviewDimension = z.infer<typeof reviewDimensionSchema>;

/** A place in a recording or a transcript; seconds from the start of the attempt. */
const reviewPlaceSchema = z.object({
  answerId: idSchema,
  at: z.number().min(0).max(36_000).nullable(),
});
export type ReviewPlace = z.infer<typeof reviewPlaceSchema>;

const levelSchema = z.number().int().min(1).max(5);
const noteSchema = z.string().trim().max(2000);

/** A level that a person gave a dimension. `revision` rises with each change, so that nobody writes over what he has not seen. */
export const ratingSchema = z.object({
  dimension: z.string().max(40),
  level: levelSchema.nullable(),
  note: noteSchema,
  place: reviewPlaceSchema.nullable(),
  revision: z.number().int().min(0),
});
export type Rating = z.infer<typeof ratingSchema>;

/** What somebody thinks on the whole, from firmly against to firmly for. */
export const opinions = ['firmNo', 'no', 'yes', 'firmYes'] as const;
export type Opinion = (typeof opinions)[number];
export const summarySchema = z.object({
  opinion: z.enum(opinions).nullable(),
  reason: noteSchema,
  revision: z.number().int().min(0),
});
export type Summary = z.infer<typeof summarySchema>;

/** A person's own levels (评分卡) of one interview; handed in, it changes no more. */
export const scorecardSchema = z.object({
  id: idSchema,
  reviewerId: idSchema,
  reviewerName: z.string(),
  ratings: z.array(ratingSchema),
  summary: summarySchema,
  submittedAt: momentSchema.nullable(),
});
export type Scorecard = z.infer<typeof scorecardSchema>;

/** The machine's level of a dimension, 0-100 with its standard error; null = not measured. */
export const machineLevelSchema = z.object({
  dimension: z.string(),
  value: z.number().nullable(),
  standardError: z.number().nullable(),
});

/** comment = to everybody in the room, colleagues may be named; mark = one's own key moment. */
export const reviewNoteKinds = ['comment', 'mark'] as const;
export const reviewNoteSchema = z.object({
  id: idSchema,
  kind: z.enum(reviewNoteKinds),
  authorId: idSchema,
  authorName: z.string(),
  place: reviewPlaceSchema,
  text: z.string(),
  mentions: z.array(z.object({ id: idSchema, name: z.string() })),
  createdAt: momentSchema,
});
export type ReviewNote = z.infer<typeof reviewNoteSchema>;

const colleagueSchema = z.object({ id: idSchema, name: z.string() });

/** A round with people, which leaves no answers: what is rated is what was seen there. */
export const ratedRoundSchema = z.object({
  name: z.string(),
  startsAt: momentSchema,
  place: z.string(),
  /** Before it nobody hands in. */
  begun: z.boolean(),
});
export type RatedRound = z.infer<typeof ratedRoundSchema>;

/** The review room (R35, R36): what is watched and rated of one interview. */
export const reviewRoomSchema = z.object({
  interviewId: idSchema,
  applicationId: idSchema,
  candidateName: z.string(),
  positionName: z.string(),
  example: z.boolean(),
  /** Null: an AI interview. */
  round: ratedRoundSchema.nullable(),
  answers: z.array(reviewAnswerSchema),
  evidence: z.array(evidencePlaceSchema),
  dimensions: z.array(reviewDimensionSchema),
  /** The reader's own. */
  mine: scorecardSchema.nullable(),
  /** What others and the machine gave is not told before the own scorecard is handed in. */
  blind: z.boolean(),
  /** Who rates, and whether they have handed in; never what. */
  reviewers: z.array(colleagueSchema.extend({ submitted: z.boolean() })),
  /** Those of others that are handed in; none while blind. */
  others: z.array(scorecardSchema),
  /** Dimensions on which people are two levels or more apart; none while blind. */
  apart: z.array(z.string()),
  /** Null while blind, and of a round with people. */
  machine: z.array(machineLevelSchema).nullable(),
  /** Comments of everybody and the reader's own marks, by the time they were made. */
  notes: z.array(reviewNoteSchema),
  /** Who can be named in a comment: whoever may enter. */
  colleagues: z.array(colleagueSchema),
  /** Who can be asked to rate as well; empty for who may not ask. */
  askable: z.array(colleagueSchema),
  /** `file`, `report`: whoever was only asked to rate opens neither. */
  may: z.object({
    media: z.boolean(),
    ask: z.boolean(),
    file: z.boolean(),
    report: z.boolean(),
  }),
});
export type ReviewRoom = z.infer<typeof reviewRoomSchema>;

export const keepRatingSchema = ratingSchema.extend({ id: idSchema });
export type KeepRating = z.infer<typeof keepRatingSchema>;
export const keepSummarySchema = summarySchema.extend({ id: idSchema });
export type KeepSummary = z.infer<typeof keepSummarySchema>;

export const addReviewNoteSchema = z.object({
  id: idSchema,
  kind: z.enum(reviewNoteKinds),
  place: reviewPlaceSchema,
  text: z.string().trim().max(1000),
  mentions: z.array(idSchema).max(10),
});
export type AddReviewNote = z.infer<typeof addReviewNoteSchema>;
export const removeReviewNoteSchema = z.object({ id: idSchema, note: idSchema });
export type RemoveReviewNote = z.infer<typeof removeReviewNoteSchema>;
export const askReviewerSchema = z.object({ id: idSchema, staffId: idSchema });
export type AskReviewer = z.infer<typeof askReviewerSchema>;

/** Told every few seconds by an open page. */
export const hereSchema = z.object({ id: idSchema, answerId: idSchema.nullable() });
export type Here = z.infer<typeof hereSchema>;
export const presenceSchema = z.object({
  /** Others who have the room open now. */
  here: z.array(colleagueSchema.extend({ answerId: idSchema.nullable() })),
});
export type Presence = z.infer<typeof presenceSchema>;

/** Scorecards of an application that stand behind its decisions. */
export const applicationReviewsSchema = z.object({
  /** True where the reader has not handed in his own yet: then there is nothing else. */
  blind: z.boolean(),
  /** Interviews of which others' scorecards are not told yet. */
  hidden: z.array(idSchema),
  scorecards: z.array(scorecardSchema.extend({ interviewId: idSchema })),
  /** The scorecards that were handed in when a decision was made. */
  decisions: z.array(z.object({ decisionId: idSchema, scorecardIds: z.array(idSchema) })),
  /** Names of the dimensions, by code. */
  dimensions: z.array(z.object({ code: z.string(), name: z.string() })),
});
export type ApplicationReviews = z.infer<typeof applicationReviewsSchema>;
