import type { UploadResult } from './application.js';
import type { CandidateSheet, ImportCandidates, ReadCandidates } from './candidate-sheet.js';
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
