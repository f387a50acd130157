import { z } from 'zod';
import { idSchema, localeSchema, momentSchema } from './basics.js';
import { codingResultSchema } from './coding.js';
import { contradictionSchema } from './contradictions.js';
import { cultureSchema } from './culture.js';
import { engineDoubts } from './look-order.js';
import { motivesSchema } from './motives.js';
import { personGradeSchema } from './calibration.js';
import {
  dimensionScoreSchema,
  evidenceSchema,
  groundsSchema,
  verdicts,
} from './dimension-score.js';
import { soundReportSchema } from './signals.js';

export {
  type DimensionScore,
  type Evidence,
  evidenceSchema,
  type Grounds,
  type Verdict,
  verdicts,
} from './dimension-score.js';

/** A piece of a transcript; seconds from the start of the attempt, null where nothing timed it. */
export const segmentSchema = z.object({
  text: z.string(),
  from: z.number().nonnegative().nullable(),
  to: z.number().nonnegative().nullable(),
  /** 0-1 as the engine says it; null for typed text. */
  confidence: z.number().min(0).max(1).nullable(),
  /** Words that the engine gives a figure of their own, in order: place in the text, and confidence 0-1. Absent where it gives none. */
  words: z
    .array(
      z.tuple([
        z.number().int().nonnegative(),
        z.number().int().positive(),
        z.number().min(0).max(1),
      ]),
    )
    .optional(),
  /** Words whose moment the engine gives, in order: place in the text, and second from the start of the attempt. Absent where it gives none. */
  starts: z
    .array(
      z.tuple([
        z.number().int().nonnegative(),
        z.number().int().positive(),
        z.number().nonnegative(),
      ]),
    )
    .min(1)
    .optional(),
});
export type Segment = z.infer<typeof segmentSchema>;

/** engine = recognised, candidate = typed or corrected by the candidate, hr = typed by HR. */
export const transcriptOrigins = ['engine', 'candidate', 'hr'] as const;
export const transcriptSchema = z.object({
  origin: z.enum(transcriptOrigins),
  engine: z.string().nullable(),
  locale: localeSchema,
  segments: z.array(segmentSchema),
});
export type Transcript = z.infer<typeof transcriptSchema>;

/** Why an answer has no score (gate, 把关). */
export const gates = [
  'empty',
  'echo',
  'nonsense',
  'wrongLanguage',
  'uncertainTranscript',
  'tooShort',
  'noTranscript',
  'notJudged',
] as const;
export type Gate = (typeof gates)[number];

/** Facts about how it was said: never a score (weight 0). */
export const deliveryFactsSchema = z.object({
  characters: z.number().int(),
  spokenSeconds: z.number().nullable(),
  charactersPerMinute: z.number().nullable(),
  fillers: z.number().int(),
  keywords: z.array(z.object({ word: z.string(), count: z.number().int() })),
});
export type DeliveryFacts = z.infer<typeof deliveryFactsSchema>;

/** A sentence of a report; the type has no place for one without evidence. */
export const findingSchema = z.object({
  text: z.string(),
  evidence: groundsSchema,
});
export type Finding = z.infer<typeof findingSchema>;

/** A question for the next round, with why it is worth asking and the words it goes on from, if any. */
export const askNextSchema = z.object({
  /** Code; empty where it is about a contradiction. */
  dimension: z.string(),
  text: z.string(),
  why: z.string(),
  evidence: z.array(evidenceSchema),
});
export type AskNext = z.infer<typeof askNextSchema>;

/** followUp: asked by rules about the answer before; supplementary: asked by a person. */
export const askedKinds = ['planned', 'followUp', 'supplementary'] as const;
export type AskedKind = (typeof askedKinds)[number];

export const answerReportSchema = z.object({
  answerId: z.string(),
  questionIndex: z.number().int(),
  question: z.string(),
  mode: z.enum(['camera', 'voice', 'text']),
  attemptId: z.string().nullable(),
  seconds: z.number().nullable(),
  hasMedia: z.boolean(),
  transcript: transcriptSchema.nullable(),
  gate: z.enum(gates).nullable(),
  gateReason: z.string(),
  /** Dimensions without a level here, as it would rest on words that were not heard for sure; absent where there are none. */
  unsure: z.array(z.string()).optional(),
  /** Reports from before there were questions beside the plan say nothing. */
  kind: z.enum(askedKinds).optional(),
  /** Why it was asked, or who asked it; empty for planned questions. */
  reason: z.string().optional(),
  /** Of a programming question: what the hidden tests said. */
  coding: codingResultSchema.optional(),
});
export type AnswerReport = z.infer<typeof answerReportSchema>;

/** What a fact of the voice or face weighed; it is no measure of fitness, and nothing says that it predicts any. */
const deliveryPartSchema = z.object({
  /** Share of the total, 0-0.1. */
  weight: z.number().min(0).max(0.1),
  value: z.number().min(0).max(100),
  /** Seconds that it rests on. */
  seconds: z.number().nonnegative(),
});

/** Where voice or face was weighed: the total of the words alone, each part, and why the company does it. */
export const weighedSchema = z.object({
  ground: z.string(),
  words: z.object({
    value: z.number().min(0).max(100),
    standardError: z.number().nonnegative(),
    verdict: z.enum(verdicts),
  }),
  voice: deliveryPartSchema
    .extend({
      /** Syllables a second of speech. */
      rate: z.number().nonnegative(),
      /** Share of the time between the first word and the last in silences of two seconds and more, 0-1. */
      longPauses: z.number().min(0).max(1),
    })
    .optional(),
  face: deliveryPartSchema
    .extend({
      /** Share of the time in which a face was seen, 0-1. */
      seen: z.number().min(0).max(1),
    })
    .optional(),
});
export type Weighed = z.infer<typeof weighedSchema>;

/** The report (报告) of one AI interview. Everything in it was measured or says that it was not. */
export const reportSchema = z.object({
  interviewId: z.string(),
  locale: localeSchema,
  total: z.object({
    value: z.number().min(0).max(100).nullable(),
    standardError: z.number().nullable(),
    requirement: z.number(),
    verdict: z.enum(verdicts),
    /** Share of the weight that was measured, 0-1. */
    coverage: z.number().min(0).max(1),
  }),
  dimensions: z.array(dimensionScoreSchema),
  highlights: z.array(findingSchema),
  /** For the candidate and for the next round: what to practise, with the words it comes from. */
  advice: z.array(findingSchema),
  /** What to look at first, most decisive first. */
  lookFirst: z.array(findingSchema),
  /** Passages that say one fact in two ways; they move no score. Absent in reports from before they were looked for. */
  contradictions: z.array(contradictionSchema).optional(),
  /** What the candidate said to look for in work; absent in reports of engines before 1.9.0. */
  motives: motivesSchema.optional(),
  /** The interview kit for the next round; absent in reports from before there was one. */
  askNext: z.array(askNextSchema).optional(),
  answers: z.array(answerReportSchema),
  delivery: deliveryFactsSchema,
  confidence: z.enum(['high', 'medium', 'low']),
  /** Why the engine does not trust what it read; absent where it does, and in reports of engines before 1.8.0. */
  doubts: z.array(z.enum(engineDoubts)).min(1).optional(),
  /** Every word typed, recognised, or both: said on the page. */
  wordsFrom: z.enum(['recognised', 'typed', 'mixed', 'none']),
  engine: z.object({
    name: z.string(),
    version: z.string(),
    speech: z.string(),
    /** What judged the programs; absent where there were none. */
    judge: z.string().optional(),
    /** The language model that read along; absent where none is set. Answers it failed on are the local engine's alone. */
    model: z
      .object({
        name: z.string(),
        asked: z.number().int(),
        read: z.number().int(),
        /** Why it failed, each reason once. */
        failed: z.array(z.string()),
      })
      .optional(),
    /** Answers that were read by what people's grades taught; absent where none was. */
    calibrated: z
      .array(
        z.object({
          questionIndex: z.number().int(),
          dimension: z.string(),
          /** Of the calibration of this question and dimension. */
          version: z.number().int(),
          /** Graded answers it was learned from. */
          graded: z.number().int(),
        }),
      )
      .optional(),
  }),
  modelVersion: z.number().int(),
  /** Absent where words alone count, as they do unless an administrator switched more on. */
  weighed: weighedSchema.optional(),
});
export type Report = z.infer<typeof reportSchema>;

const conditionOfRule = {
  /** Null: the total. */
  code: z.string().nullable(),
  name: z.string(),
  value: z.number().nullable(),
  standardError: z.number().nullable(),
  least: z.number(),
};
/** One condition of the rule, as the report fulfils it: in words that show it, or not known. */
export const potentialConditionSchema = z.discriminatedUnion('verdict', [
  z.object({
    ...conditionOfRule,
    verdict: z.enum(verdicts).exclude(['unknown']),
    evidence: groundsSchema,
  }),
  z.object({ ...conditionOfRule, verdict: z.literal('unknown'), evidence: z.tuple([]) }),
]);
export type PotentialCondition = z.infer<typeof potentialConditionSchema>;

/** The high-potential mark (高潜标记): open = not sure, a person looks. It decides nothing. */
export const potentialMarkSchema = z.object({
  standing: z.enum(['met', 'open', 'unmet']),
  conditions: z.array(potentialConditionSchema),
});
export type PotentialMark = z.infer<typeof potentialMarkSchema>;

/** Which dimensions of the report are portraits of culture. */
export const cultureMarkSchema = cultureSchema.extend({ code: z.string() });
export type CultureMark = z.infer<typeof cultureMarkSchema>;

/**
 * there = it plays for who may see it; covered = its picture is not to be seen, and there is no sound beside it;
 * gone = it was deleted, by the term or on request; none = there never was one.
 */
export const recordingStates = ['there', 'covered', 'gone', 'none'] as const;
export type RecordingState = (typeof recordingStates)[number];

export const reportViewSchema = z.object({
  report: reportSchema,
  /** Language of the report's own sentences and names here, as far as they are known in it; `report.locale` is that of the interview. */
  sentencesIn: localeSchema,
  /** How many texts stand in the language they were stored in: they were written in one language only. */
  textsAsStored: z.number().int().nonnegative(),
  applicationId: idSchema,
  candidateName: z.string(),
  positionName: z.string(),
  createdAt: momentSchema,
  example: z.boolean(),
  /** Facts of the sound as they stand now: gone with the recordings, weight 0. */
  sound: soundReportSchema,
  /** What people gave these answers when they graded them for calibration: beside the machine's level, never in it. */
  graded: z.array(personGradeSchema),
  /** By the rule of the position's version; null where it has none. */
  potential: potentialMarkSchema.nullable(),
  culture: z.array(cultureMarkSchema),
  /** Of each answer as it stands now, by its id: the report itself never changes. */
  recordings: z.record(idSchema, z.enum(recordingStates)),
});
export type ReportView = z.infer<typeof reportViewSchema>;
