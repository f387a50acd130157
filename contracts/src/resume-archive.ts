import { z } from 'zod';
import { idSchema } from './basics.js';
import { batchKeySchema } from './intake-batch.js';

/** Most files of one archive that can be résumés. */
export const archiveFilesAtMost = 300;

/** Why a file of an archive is not taken; null where it can be. */
export const archiveFaults = [
  /** No PDF, DOCX or text by its name. */
  'type',
  /** An archive within the archive. */
  'nested',
  'encrypted',
  /** Its name leads out of the archive, or it is a link to another file. */
  'unsafe',
  'tooLarge',
  'empty',
  /** Packed in a way that is not read. */
  'packed',
] as const;

export const archiveFileSchema = z.object({
  /** Place in the archive: by it the file is taken. */
  index: z.number().int().nonnegative(),
  /** With its folders, as its maker saw it. */
  path: z.string(),
  /** Unpacked, as far as the archive says. */
  bytes: z.number().int().nonnegative(),
  fault: z.enum(archiveFaults).nullable(),
});
export type ArchiveFile = z.infer<typeof archiveFileSchema>;

export const resumeArchiveSchema = z.object({
  /** Under it the archive is kept for an hour. */
  archiveId: idSchema,
  files: z.array(archiveFileSchema),
  /** What a system puts into archives by itself (`__MACOSX`, `.DS_Store`, …) and nobody misses. */
  leftOut: z.number().int().nonnegative(),
});
export type ResumeArchive = z.infer<typeof resumeArchiveSchema>;

export const openArchiveSchema = z.object({ id: idSchema, name: z.string().min(1).max(200) });
export type OpenArchive = z.infer<typeof openArchiveSchema>;

export const takeFromArchiveSchema = z.object({
  id: idSchema,
  archiveId: idSchema,
  index: z.coerce.number().int().nonnegative(),
  batch: batchKeySchema,
});
export type TakeFromArchive = z.infer<typeof takeFromArchiveSchema>;
