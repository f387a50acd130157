import { z } from 'zod';
import { idSchema, momentSchema } from './basics.js';

/**
 * What may be noted while an interview runs. A fact is no accusation: it has a time, room for the candidate's reason,
 * weight 0 and no consequence of its own.
 */
export const factKinds = [
  /** The page was hidden or lost the focus. */
  'left',
  /** Text was pasted into an answer. */
  'pasted',
  /** The camera's name is one that programs give, or it changed on the way. */
  'otherCamera',
  /** The interview went on at another device. */
  'otherDevice',
  /** More than one face; only where face observation was agreed to. */
  'secondFace',
  /** No face; only where face observation was agreed to. */
  'noFace',
] as const;
export type FactKind = (typeof factKinds)[number];

/** Kinds a page may tell; `otherDevice` is seen by the server. */
export const toldKinds = ['left', 'pasted', 'otherCamera', 'secondFace', 'noFace'] as const;

/** As the candidate's page tells it: not to be trusted, so bounded and cut to the interview's own time. */
export const toldFactSchema = z.object({
  /** Made by the page; the same fact told again is one. */
  key: z.string().regex(/^[\w-]{8,40}$/),
  kind: z.enum(toldKinds),
  /** Beginning, on the server's clock. */
  at: momentSchema,
  /** How long it lasted, in seconds; 0 where it has no length. */
  seconds: z.number().min(0).max(7_200),
  /** The answer it fell into; null between answers. */
  answerId: idSchema.nullable(),
  /** The camera's name; empty for other kinds. */
  detail: z.string().max(120),
});
export type ToldFact = z.infer<typeof toldFactSchema>;
export const noteFactsSchema = z.object({ facts: z.array(toldFactSchema).min(1).max(40) });
export type NoteFacts = z.infer<typeof noteFactsSchema>;

/** A fact as candidate and HR see it: the same for both. */
export const factSchema = z.object({
  id: idSchema,
  kind: z.enum(factKinds),
  at: momentSchema,
  seconds: z.number(),
  /** 0-based; null between questions. */
  questionIndex: z.number().int().nullable(),
  detail: z.string(),
  /** In the candidate's own words; empty = said nothing, which means nothing. */
  reason: z.string(),
});
export type Fact = z.infer<typeof factSchema>;
export const factListSchema = z.object({
  facts: z.array(factSchema),
  /** Reasons may still be written. */
  open: z.boolean(),
});
export type FactList = z.infer<typeof factListSchema>;
export const explainFactSchema = z.object({ id: idSchema, reason: z.string().max(500) });
export type ExplainFact = z.infer<typeof explainFactSchema>;

/** The most facts of one interview: a broken page cannot fill the book. */
export const mostFacts = 200;

const share = z.number().min(0).max(1);
const degrees = z.number().min(-180).max(180).nullable();
export const expressions = [
  'neutral',
  'happy',
  'sad',
  'angry',
  'fear',
  'disgust',
  'surprise',
] as const;
export type Expression = (typeof expressions)[number];

/** What one second of the picture held, measured on the candidate's device; null = not measured. */
export const faceSecondSchema = z.object({
  /** Seconds since the recording began. */
  t: z.number().int().min(0).max(3_600),
  /** Pictures looked at in this second. */
  frames: z.number().int().min(1).max(30),
  /** Share of them with a face. */
  presence: share,
  /** The most faces in one of them. */
  faces: z.number().int().min(0).max(20),
  /** Head pose in degrees: to the side, up and down, tilted. */
  yaw: degrees,
  pitch: degrees,
  roll: degrees,
  /** How far the eyes look away from the middle, 0-1, and where to (degrees). */
  gaze: share.nullable(),
  gazeBearing: degrees,
  /** Scores of the model, 0-1 each, averaged; null without a face. */
  expression: z.record(z.enum(expressions), share).nullable(),
});
export type FaceSecond = z.infer<typeof faceSecondSchema>;

/** A batch of one attempt; the same batch sent again is one. */
export const noteFaceSchema = z.object({
  attemptId: idSchema,
  batch: z.number().int().min(0).max(240),
  seconds: z.array(faceSecondSchema).min(1).max(60),
});
export type NoteFace = z.infer<typeof noteFaceSchema>;

/** Numbers of one answer's face, in time order; empty where nothing was observed. */
export const faceTrackSchema = z.object({
  questionIndex: z.number().int(),
  attemptId: idSchema,
  seconds: z.array(faceSecondSchema),
});
export type FaceTrack = z.infer<typeof faceTrackSchema>;

/** Beside a report: observations and facts, weight 0. */
export const observationSchema = z.object({
  face: z.enum(['notUsed', 'refused', 'nothing', 'observed']),
  tracks: z.array(faceTrackSchema),
  facts: z.array(factSchema),
});
export type Observation = z.infer<typeof observationSchema>;
