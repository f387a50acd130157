import type { AddQuestion } from './added-question.js';
import type { Done, Nothing } from './basics.js';
import type {
  ApplicationDetail,
  ApplicationList,
  Apply,
  ApplyResult,
  ContactWay,
  Dashboard,
  Decide,
  DecideResult,
  ListApplications,
  ResumeDraft,
  Timeline,
  UploadResult,
} from './application.js';
import type { Inbox, PressInput, PressResult } from './card.js';
import type { HeldView, HoldResult } from './held-decision.js';
import type { StaffTranscript } from './interview.js';
import type { Observation } from './observation.js';
import type {
  ApproveRule,
  ChangePosition,
  CreatePosition,
  PositionDetail,
  PositionList,
  PublicPosition,
  SavePosition,
  TemplateList,
} from './position.js';
import type { CreateLink, SourceLink, SourceLinkList } from './source-link.js';
import type { AskSameAnswers, SameAnswers } from './same-answers.js';
import type { ReportView } from './scoring.js';
import { type ById, type ByCode, route } from './route.js';

/** Positions, intake, applications, cards, numbers. */
export const recruitingRoutes = {
  // positions
  templates: route<Nothing, TemplateList>('GET /api/templates', 'staff', 'Positions to start from'),
  listPositions: route<Nothing, PositionList>('GET /api/positions', 'staff', 'Positions'),
  position: route<ById, PositionDetail>('GET /api/positions/:id', 'staff', 'One position'),
  createPosition: route<CreatePosition, PositionDetail>(
    'POST /api/positions',
    'staff',
    'Open a position',
    { once: true },
  ),
  savePosition: route<SavePosition, PositionDetail>(
    'PUT /api/positions/:id',
    'staff',
    'Save a new version',
  ),
  changePosition: route<ChangePosition, PositionDetail>(
    'PATCH /api/positions/:id',
    'staff',
    'State, headcount, owner',
  ),
  approveRule: route<ApproveRule, PositionDetail>(
    'POST /api/positions/:id/rules/:ruleId/approve',
    'staff',
    'Second yes to a protected rule',
    { once: true },
  ),
  listLinks: route<ById, SourceLinkList>('GET /api/positions/:id/links', 'staff', 'Tracked links'),
  createLink: route<CreateLink, SourceLink>(
    'POST /api/positions/:positionId/links',
    'staff',
    'Make a tracked link',
    { once: true },
  ),
  // intake
  publicPosition: route<ByCode, PublicPosition>(
    'GET /api/public/links/:code',
    'public',
    'What a link shows',
  ),
  readResume: route<ByCode & { name: string }, ResumeDraft>(
    'POST /api/public/links/:code/resume',
    'public',
    'Read a résumé before sending it',
    { file: true },
  ),
  apply: route<Apply, ApplyResult>('POST /api/public/links/:code/applications', 'public', 'Apply', {
    once: true,
  }),
  uploadResume: route<ById & { name: string; batch?: string }, UploadResult>(
    'POST /api/positions/:id/resumes',
    'staff',
    'HR hands in one file',
    { file: true, once: true },
  ),
  // applications
  listApplications: route<ListApplications, ApplicationList>(
    'GET /api/applications',
    'staff',
    'Applications, newest first',
  ),
  application: route<ById, ApplicationDetail>(
    'GET /api/applications/:id',
    'staff',
    'The candidate file',
  ),
  timeline: route<ById, Timeline>(
    'GET /api/applications/:id/timeline',
    'staff',
    'All that happened',
  ),
  decide: route<Decide, DecideResult>('POST /api/applications/:id/decisions', 'staff', 'Decide', {
    once: true,
  }),
  holdDecision: route<Decide, HoldResult>(
    'POST /api/applications/:id/held-decision',
    'staff',
    'Decide, with a moment in which it can be taken back',
    { once: true },
  ),
  heldDecision: route<ById, HeldView>(
    'GET /api/applications/:id/held-decision',
    'staff',
    'The decision that waits for its moment',
  ),
  undoDecision: route<ById, HeldView>(
    'DELETE /api/applications/:id/held-decision',
    'staff',
    'Take the own decision back while it waits',
  ),
  contactWay: route<ById, ContactWay>(
    'POST /api/applications/:id/contact-way',
    'staff',
    'A QR code by which the candidate adds the caller as a contact in WeCom',
    { once: true },
  ),
  invite: route<ById, Done>(
    'POST /api/applications/:id/invitations',
    'staff',
    'Invite to the AI interview',
    { once: true },
  ),
  report: route<ById, ReportView>(
    'GET /api/interviews/:id/report',
    'staff',
    'The report of an interview',
  ),
  sameAnswers: route<AskSameAnswers, SameAnswers>(
    'GET /api/answers/:answerId/same-words',
    'staff',
    'Answers of other people in the same words',
  ),
  observation: route<ById, Observation>(
    'GET /api/interviews/:id/observation',
    'staff',
    'Observations beside a report, weight 0',
  ),
  addQuestion: route<AddQuestion, Done>(
    'POST /api/interviews/:id/questions',
    'staff',
    'One more question in a running interview',
    { once: true },
  ),
  staffTranscript: route<StaffTranscript, Done>(
    'PUT /api/attempts/:attemptId/transcript',
    'staff',
    'HR types what was said',
  ),
  // cards
  seenInbox: route<Nothing, Done>('POST /api/inbox/seen', 'staff', 'Everything there was read'),
  inbox: route<Nothing, Inbox>('GET /api/inbox', 'staff', 'Own cards, newest last'),
  press: route<PressInput, PressResult>(
    'POST /api/cards/:cardId/presses',
    'staff',
    'Press a button',
    { once: true },
  ),
  // looking
  dashboard: route<Nothing, Dashboard>(
    'GET /api/dashboard',
    'staff',
    'Stages, this week, pass rate',
  ),
} as const;
