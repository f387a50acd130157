import { z } from 'zod';
import { idSchema, localeSchema, momentSchema, textSchema } from './basics.js';
import { mostCardsADay } from './calibration-limits.js';
import { anchorSchema, questionKinds } from './position.js';

/** What a person gives an answer: 0-100 like every stored score; level 1-5 is (level - 1) * 25. */
const gradeValue = z.number().min(0).max(100);

/** A number with the interval that 95 of 100 repeated drawings of the answers fall in; null where it cannot be said. */
export const intervalSchema = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Interval = z.infer<typeof intervalSchema>;

/** How people's grades and a machine's scores of the same answers agree, in levels 1-5. */
export const agreementViewSchema = z.object({
  /** Pearson's r. */
  pearson: intervalSchema.nullable(),
  /** Kappa with quadratic weights over five levels. */
  kappa: intervalSchema.nullable(),
  /** ICC(2,1). */
  icc: intervalSchema.nullable(),
  /** Mean distance in levels. */
  meanError: z.number(),
  /** Answers with the same level. */
  same: z.number().int(),
});
export type AgreementView = z.infer<typeof agreementViewSchema>;

/** How far to trust what was learned: none = no better than before; little = may be chance; some = better, not yet sure; good. */
export const trusts = ['none', 'little', 'some', 'good'] as const;
export type Trust = (typeof trusts)[number];

/** What grades taught, and what it changed; each answer as it is read by what the others taught (leave-one-out). */
export const lessonSchema = z.object({
  answers: z.number().int(),
  engine: z.string(),
  before: agreementViewSchema,
  after: agreementViewSchema,
  /** Change of kappa from before to after, on the same answers. */
  gain: intervalSchema.nullable(),
  improves: z.boolean(),
  trust: z.enum(trusts),
  /** Levels, rounded: what people gave, what the engine said before and after. */
  cells: z.array(z.object({ given: z.number(), before: z.number(), after: z.number() })),
});
export type Lesson = z.infer<typeof lessonSchema>;

export const calibrationVersionSchema = z.object({
  version: z.number().int(),
  createdAt: momentSchema,
  createdBy: z.string(),
  lesson: lessonSchema,
  /** Graded answers whose words are gone: their grades count, the likeness of their words does not. */
  wordless: z.number().int(),
});

export const useSchema = z.object({
  version: z.number().int(),
  at: momentSchema,
  by: z.string(),
  /** Why it is used although it agrees no better; empty where it does. */
  reason: z.string(),
});

const placeSchema = z.object({ id: idSchema, name: z.string() });

/** A question of a position on one dimension, and what is known of its calibration. */
export const calibrationEntrySchema = z.object({
  positionId: idSchema,
  positionName: z.string(),
  code: z.string(),
  text: textSchema,
  dimension: z.string(),
  dimensionName: textSchema,
  /** Null where nobody has begun. */
  id: idSchema.nullable(),
  graded: z.number().int(),
  inUse: z.number().int().nullable(),
});
export type CalibrationEntry = z.infer<typeof calibrationEntrySchema>;

/** All questions of a position, of an item of the bank in every position, or of one answer. */
export const listCalibrationsSchema = z.object({
  positionId: idSchema.optional(),
  bank: z.string().max(60).optional(),
  answerId: idSchema.optional(),
});
export type ListCalibrations = z.infer<typeof listCalibrationsSchema>;
export const calibrationListSchema = z.object({ entries: z.array(calibrationEntrySchema) });
export type CalibrationList = z.infer<typeof calibrationListSchema>;

export const openCalibrationSchema = z.object({
  positionId: idSchema,
  code: z.string().min(1).max(60),
  dimension: z.string().min(1).max(40),
});
export type OpenCalibration = z.infer<typeof openCalibrationSchema>;

/** An answer as it is graded: without a name, without the machine's score. */
export const blindAnswerSchema = z.object({
  id: idSchema,
  /** Empty where they are gone with the person. */
  words: z.string(),
  language: localeSchema,
  state: z.enum(['open', 'graded', 'skipped', 'gone']),
  /** The reader's own grade. */
  mine: gradeValue.nullable(),
});
export type BlindAnswer = z.infer<typeof blindAnswerSchema>;

export const calibrationViewSchema = z.object({
  id: idSchema,
  code: z.string(),
  kind: z.enum(questionKinds),
  text: textSchema,
  dimension: z.string(),
  dimensionName: textSchema,
  anchors: z.array(anchorSchema).length(5),
  /** Positions that ask it with these words and anchors: what is learned holds there. */
  positions: z.array(placeSchema),
  /** Positions that ask it otherwise: it does not hold there. */
  elsewhere: z.array(placeSchema),
  answers: z.array(blindAnswerSchema),
  graders: z.array(z.object({ name: z.string(), graded: z.number().int(), self: z.boolean() })),
  /** The reader and somebody else on the same answers, once both have graded three. */
  between: z
    .object({
      name: z.string(),
      answers: z.number().int(),
      same: z.number().int(),
      agreement: agreementViewSchema,
      apart: z.array(z.object({ id: idSchema, mine: gradeValue, theirs: gradeValue })),
    })
    .nullable(),
  /** What would be learned now, from five graded answers on. */
  preview: lessonSchema.nullable(),
  /** Grades are there that the newest version has not learned from. */
  fresh: z.boolean(),
  versions: z.array(calibrationVersionSchema),
  inUse: useSchema.nullable(),
  engine: z.string(),
  /** Cards with answers to grade, a day, to the reader; 0: none. */
  cardsADay: z.number().int(),
  may: z.object({ use: z.boolean() }),
});
export type CalibrationView = z.infer<typeof calibrationViewSchema>;

export const gradeAnswerSchema = z.object({
  id: idSchema,
  answer: idSchema,
  /** Null: cannot be graded. */
  value: gradeValue.nullable(),
});
export type GradeAnswer = z.infer<typeof gradeAnswerSchema>;

export const useCalibrationSchema = z.object({
  id: idSchema,
  /** Null takes it back: the engine reads as without any. */
  version: z.number().int().positive().nullable(),
  reason: z.string().trim().max(500),
});
export type UseCalibration = z.infer<typeof useCalibrationSchema>;

export const gradeByCardSchema = z.object({
  id: idSchema,
  aDay: z.number().int().min(0).max(mostCardsADay),
});
export type GradeByCard = z.infer<typeof gradeByCardSchema>;

/** What a person gave an answer, beside what the machine read. */
export const personGradeSchema = z.object({
  answerId: z.string(),
  dimension: z.string(),
  value: gradeValue,
  by: z.string(),
  at: momentSchema,
});
export type PersonGrade = z.infer<typeof personGradeSchema>;
