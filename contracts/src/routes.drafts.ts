import type { ResumeAssessment } from './resume-assessment.js';
import type {
  ChangeResumeQuestion,
  DraftInput,
  DraftView,
  ResumeQuestionList,
} from './question-drafts.js';
import { type ById, route } from './route.js';

/** Questions made from a job description or a résumé, before they are asked. */
export const draftRoutes = {
  draftQuestions: route<DraftInput, DraftView>(
    'POST /api/question-drafts',
    'staff',
    'Requirement lines of a position with the questions that cover them and drafts for the rest',
  ),
  resumeQuestions: route<ById, ResumeQuestionList>(
    'GET /api/applications/:id/resume-questions',
    'staff',
    'Questions about one résumé',
  ),
  resumeAssessment: route<ById, ResumeAssessment>(
    'GET /api/applications/:id/resume-assessment',
    'staff',
    'What a résumé claims, and its match with the position',
  ),
  changeResumeQuestion: route<ChangeResumeQuestion, ResumeQuestionList>(
    'PUT /api/resume-questions/:id',
    'staff',
    'Edit, approve or drop a question about a résumé',
  ),
} as const;
