import { z } from 'zod';
import { idSchema } from './basics.js';
import { batchKeySchema } from './intake-batch.js';

/** What a row of a table with candidates comes to. */
export const candidateRowStates = ['ready', 'underWay', 'wrong', 'taken'] as const;
/** Why a row is wrong. */
export const candidateRowFaults = ['noName', 'noContact', 'phone', 'email', 'twice'] as const;

export const candidateRowSchema = z.object({
  /** As the table numbers it, from 1. */
  line: z.number().int(),
  state: z.enum(candidateRowStates),
  fault: z.enum(candidateRowFaults).nullable(),
  name: z.string(),
  contact: z.string(),
  /** The person had been known by phone or mail. */
  known: z.boolean(),
  /** Where it was taken, or is under way. */
  applicationId: idSchema.nullable(),
  /** What the rules found; null before it was taken. */
  outcome: z.enum(['pass', 'reject', 'look']).nullable(),
});
export type CandidateRow = z.infer<typeof candidateRowSchema>;

export const candidateSheetSchema = z.object({
  rows: z.array(candidateRowSchema),
  /** Of what was read: the same file gives the same. */
  hash: z.string(),
});
export type CandidateSheet = z.infer<typeof candidateSheetSchema>;

export const readCandidatesSchema = z.object({ id: idSchema, name: z.string().min(1).max(200) });
export type ReadCandidates = z.infer<typeof readCandidatesSchema>;
export const importCandidatesSchema = readCandidatesSchema.extend({
  hash: z.string().min(10).max(100),
  batch: batchKeySchema,
});
export type ImportCandidates = z.infer<typeof importCandidatesSchema>;
