import type { Nothing } from './basics.js';
import type {
  AskCoding,
  AskRun,
  CodingTask,
  KeepProgram,
  KeptProgram,
  ProgramRun,
  RunProgram,
  SubmitProgram,
} from './coding.js';
import type {
  AskPrograms,
  ProblemList,
  ProgramsOfAnswer,
  Replay,
  SimilarPrograms,
} from './coding-staff.js';
import { route } from './route.js';

/** Programming questions: writing, running and handing in a program, and reading it. */
export const codingRoutes = {
  codingTask: route<AskCoding, CodingTask>(
    'GET /api/candidate/answers/:answerId/coding',
    'candidate',
    'The problem and the own programs',
  ),
  keepProgram: route<KeepProgram, KeptProgram>(
    'PUT /api/candidate/attempts/:attemptId/program',
    'candidate',
    'Keep what is written',
  ),
  runProgram: route<RunProgram, ProgramRun>(
    'POST /api/candidate/attempts/:attemptId/runs',
    'candidate',
    'Run on the samples or on an own input',
  ),
  programRun: route<AskRun, ProgramRun>(
    'GET /api/candidate/runs/:runId',
    'candidate',
    'What became of a run',
  ),
  submitProgram: route<SubmitProgram, CodingTask>(
    'POST /api/candidate/attempts/:attemptId/submissions',
    'candidate',
    'Hand a program in to the hidden tests',
    { once: true },
  ),
  problems: route<Nothing, ProblemList>('GET /api/problems', 'staff', 'Programming problems'),
  programs: route<AskPrograms, ProgramsOfAnswer>(
    'GET /api/answers/:answerId/programs',
    'staff',
    'The programs of an answer',
  ),
  replay: route<AskPrograms, Replay>(
    'GET /api/answers/:answerId/replay',
    'staff',
    'The typing, second by second',
  ),
  similarPrograms: route<AskPrograms, SimilarPrograms>(
    'GET /api/answers/:answerId/similar-programs',
    'staff',
    'Programs that are alike',
  ),
} as const;
