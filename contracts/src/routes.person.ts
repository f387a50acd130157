import type { ResumeDraft, UploadResult } from './application.js';
import type {
  CandidateFound,
  EnterCandidate,
  EnteredCandidate,
  LookForCandidate,
} from './candidate-entry.js';
import type { CandidateSheet, ImportCandidates, ReadCandidates } from './candidate-sheet.js';
import type { BatchEffect, IntakeBatchList } from './intake-batch.js';
import type { MessageList } from './messages.js';
import type {
  AddPerformance,
  InternalView,
  PerformanceList,
  RemovePerformance,
} from './performance.js';
import type { OpenArchive, ResumeArchive, TakeFromArchive } from './resume-archive.js';
import { type ById, route } from './route.js';
import type { MergePreview, OtherPerson, PersonAround, UndoMerge } from './same-person.js';

/** Around a candidate: the same person elsewhere, internal applications, messages; people from a table. */
export const personRoutes = {
  personAround: route<ById, PersonAround>(
    'GET /api/applications/:id/person',
    'staff',
    'Other applications of the person, and who may be the same',
  ),
  mergePreview: route<OtherPerson, MergePreview>(
    'GET /api/applications/:id/person/:other',
    'staff',
    'What saying that two people are one would put together',
  ),
  mergePeople: route<OtherPerson, PersonAround>(
    'POST /api/applications/:id/person/:other',
    'staff',
    'Say that two people are one',
    { once: true },
  ),
  keepApart: route<OtherPerson, PersonAround>(
    'PUT /api/applications/:id/person/:other/apart',
    'staff',
    'Say that two people are not one',
  ),
  undoMerge: route<UndoMerge, PersonAround>(
    'DELETE /api/applications/:id/merges/:merge',
    'staff',
    'Take back that two people are one',
  ),
  internalView: route<ById, InternalView>(
    'GET /api/applications/:id/internal',
    'staff',
    'Whether somebody of the company applies',
  ),
  performance: route<ById, PerformanceList>(
    'GET /api/applications/:id/performance',
    'staff',
    'Past performance of somebody who works here',
  ),
  addPerformance: route<AddPerformance, PerformanceList>(
    'POST /api/applications/:id/performance',
    'staff',
    'Enter an appraisal of somebody who works here',
    { once: true },
  ),
  removePerformance: route<RemovePerformance, PerformanceList>(
    'DELETE /api/applications/:id/performance/:record',
    'staff',
    'Take an appraisal back',
  ),
  messages: route<ById, MessageList>(
    'GET /api/applications/:id/messages',
    'staff',
    'Every card about an application, to whom it went, how it arrived, who pressed what',
  ),
  readCandidates: route<ReadCandidates, CandidateSheet>(
    'PUT /api/positions/:id/candidates/sheet',
    'staff',
    'What an XLSX or CSV table with candidates would bring',
    { file: true },
  ),
  importCandidates: route<ImportCandidates, CandidateSheet>(
    'POST /api/positions/:id/candidates/sheet',
    'staff',
    'Take the candidates of a table whose rows are right',
    { file: true, once: true },
  ),
  listBatches: route<ById, IntakeBatchList>(
    'GET /api/positions/:id/batches',
    'staff',
    'What was handed in together for a position, newest first',
  ),
  batchEffect: route<ById, BatchEffect>(
    'GET /api/batches/:id',
    'staff',
    'What taking a batch back would remove, and what would stay',
  ),
  takeBackBatch: route<ById, BatchEffect>(
    'POST /api/batches/:id/take-back',
    'staff',
    'Take back those of a batch about whom nothing has been done',
    { once: true },
  ),
  readCandidateResume: route<ReadCandidates, ResumeDraft>(
    'POST /api/positions/:id/candidates/resume',
    'staff',
    'What a résumé says of somebody whom HR enters; it is kept for an hour',
    { file: true },
  ),
  lookForCandidate: route<LookForCandidate, CandidateFound>(
    'PUT /api/positions/:id/candidates/look',
    'staff',
    'Whether somebody whom HR enters has been here before',
  ),
  enterCandidate: route<EnterCandidate, EnteredCandidate>(
    'POST /api/positions/:id/candidates',
    'staff',
    'HR enters one candidate by hand',
    { once: true },
  ),
  openArchive: route<OpenArchive, ResumeArchive>(
    'POST /api/positions/:id/archives',
    'staff',
    'What a ZIP archive with résumés holds; it is kept for an hour',
    { file: true },
  ),
  takeFromArchive: route<TakeFromArchive, UploadResult>(
    'POST /api/positions/:id/archives/:archiveId/files/:index',
    'staff',
    'Take one file of an archive',
    { once: true },
  ),
} as const;
