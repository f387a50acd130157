import { z } from 'zod';
import { idSchema } from './basics.js';
import { daySchema } from './written-tests.js';

/** What a row of an imported table comes to. */
export const sheetRowStates = ['ready', 'known', 'wrong'] as const;
/** Why a row is wrong. */
export const sheetFaults = [
  'noPerson',
  'notFound',
  'several',
  'twoPeople',
  'otherName',
  'noTest',
  'score',
  'maximum',
  'above',
  'day',
  'twice',
  'otherScore',
  'notAllowed',
] as const;
export type SheetFault = (typeof sheetFaults)[number];

/** What the table does not say about every row; a file travels with it in the address. */
export const sheetQuestionSchema = z.object({
  /** Of the file. */
  name: z.string().min(1).max(200),
  /** Only applications to this position. */
  positionId: idSchema.optional(),
  test: z.string().trim().max(100).optional(),
  maximum: z.coerce.number().positive().max(100_000).optional(),
  takenOn: daySchema.optional(),
});
export type SheetQuestion = z.infer<typeof sheetQuestionSchema>;

export const sheetRowSchema = z.object({
  /** As the table numbers it, from 1. */
  line: z.number().int(),
  state: z.enum(sheetRowStates),
  fault: z.enum(sheetFaults).nullable(),
  /** What the row says of the person, as it stands there. */
  who: z.string(),
  applicationId: idSchema.nullable(),
  candidateName: z.string().nullable(),
  positionName: z.string().nullable(),
  test: z.string(),
  score: z.number().nullable(),
  maximum: z.number().nullable(),
  takenOn: z.string(),
});
export type SheetRow = z.infer<typeof sheetRowSchema>;
export const sheetPreviewSchema = z.object({
  rows: z.array(sheetRowSchema),
  ready: z.number().int(),
  known: z.number().int(),
  wrong: z.number().int(),
  /** Of what was read: the same file with the same answers gives the same. */
  hash: z.string(),
  /** Rows that this call has stored; 0 in a preview. */
  stored: z.number().int(),
});
export type SheetPreview = z.infer<typeof sheetPreviewSchema>;
/** Stores what a preview showed: nothing is stored when the rows would come out differently now. */
export const importSheetSchema = sheetQuestionSchema.extend({ hash: z.string().min(10).max(100) });
export type ImportSheet = z.infer<typeof importSheetSchema>;
