import { z } from 'zod';
import * as a from './application.js';
import { idSchema } from './basics.js';
import * as ce from './candidate-entry.js';
import * as cds from './candidate-sheet.js';
import * as ib from './intake-batch.js';
import * as ra from './resume-archive.js';

const byId = z.object({ id: idSchema });

/** What goes in and comes out where candidates are handed in. */
export const intakeSchemas = {
  uploadResume: {
    input: byId.extend({ name: z.string().min(1).max(200), batch: ib.batchKeySchema }),
    output: a.uploadResultSchema,
  },
  readCandidates: { input: cds.readCandidatesSchema, output: cds.candidateSheetSchema },
  importCandidates: { input: cds.importCandidatesSchema, output: cds.candidateSheetSchema },
  listBatches: { input: byId, output: ib.intakeBatchListSchema },
  batchEffect: { input: byId, output: ib.batchEffectSchema },
  takeBackBatch: { input: byId, output: ib.batchEffectSchema },
  readCandidateResume: { input: cds.readCandidatesSchema, output: a.resumeDraftSchema },
  lookForCandidate: { input: ce.lookForCandidateSchema, output: ce.candidateFoundSchema },
  enterCandidate: { input: ce.enterCandidateSchema, output: ce.enteredCandidateSchema },
  openArchive: { input: ra.openArchiveSchema, output: ra.resumeArchiveSchema },
  takeFromArchive: { input: ra.takeFromArchiveSchema, output: a.uploadResultSchema },
};
