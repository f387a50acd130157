import type { Done, Nothing } from './basics.js';
import type {
  ApplicationDetail,
  ApplicationList,
  Apply,
  ApplyResult,
  Dashboard,
  Decide,
  DecideResult,
  ListApplications,
  ResumeDraft,
  Timeline,
  UploadResult,
} from './application.js';
import type { Inbox, PressInput, PressResult } from './card.js';
import type {
  BeginAttempt,
  BegunAttempt,
  CandidateInterview,
  CandidateStatus,
  ChooseAttempt,
  CodeInput,
  ConsentInput,
  DeviceCheck,
  DeviceCode,
  Exchange,
  ExchangeResult,
  FinishAttempt,
  StaffTranscript,
  TalentPoolInput,
  WriteTranscript,
} from './interview.js';
import type {
  ApproveRule,
  ChangePosition,
  CreateLink,
  CreatePosition,
  PositionDetail,
  PositionList,
  PublicPosition,
  SavePosition,
  SourceLink,
  SourceLinkList,
  TemplateList,
} from './position.js';
import type { ReportView } from './scoring.js';
import type {
  AuditPage,
  ChangeCompany,
  ChangeStaff,
  Company,
  DepartmentList,
  HolidayList,
  InviteStaff,
  LinkInput,
  LinkResult,
  ListAudit,
  Login,
  Me,
  ReplayJob,
  SaveDepartment,
  SetPassword,
  StaffLink,
  StaffList,
  SystemState,
} from './staff.js';
import type { Poll, PollResult } from './stream.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
/** Who may call at all; what exactly they may do is `@Can`. */
export type Side = 'public' | 'staff' | 'candidate' | 'any';

/** One address of the API. `In` are path, query and body fields together, `Out` what comes back. */
export interface Route<In, Out> {
  readonly method: Method;
  readonly path: string;
  readonly side: Side;
  /** A raw file is the body; `In` then stands in path and query. */
  readonly file: boolean;
  /** Creates or decides: needs an Idempotency-Key. */
  readonly once: boolean;
  readonly about: string;
  /** Only for the type; never there at run time. */
  readonly types?: { in: In; out: Out };
}

interface More {
  file?: true;
  once?: true;
}

function route<In, Out>(
  at: `${Method} /api/${string}`,
  side: Side,
  about: string,
  more: More = {},
): Route<In, Out> {
  const [method, path] = at.split(' ') as [Method, string];
  return { method, path, side, about, file: more.file ?? false, once: more.once ?? false };
}

interface ById {
  id: string;
}
interface ByCode {
  code: string;
}

/** Every address of the HTTP API, zod-free: the mini-app imports it as it is. */
export const routes = {
  // signing in
  login: route<Login, Me>('POST /api/auth/login', 'public', 'Sign in with mail and password'),
  useLink: route<LinkInput, LinkResult>('POST /api/auth/link', 'public', 'Sign in once by a link'),
  setPassword: route<SetPassword, Done>('POST /api/auth/password', 'staff', 'Set the own password'),
  logout: route<Nothing, Done>('POST /api/auth/logout', 'any', 'End the session'),
  me: route<Nothing, Me>('GET /api/me', 'staff', 'Who is signed in'),
  // administration
  company: route<Nothing, Company>('GET /api/company', 'staff', 'The company'),
  changeCompany: route<ChangeCompany, Company>('PATCH /api/company', 'staff', 'Change the company'),
  listStaff: route<Nothing, StaffList>('GET /api/staff', 'staff', 'People who work here'),
  inviteStaff: route<InviteStaff, StaffLink>('POST /api/staff', 'staff', 'Invite a person', {
    once: true,
  }),
  changeStaff: route<ChangeStaff, Done>(
    'PATCH /api/staff/:id',
    'staff',
    'Change roles, scope or activity',
  ),
  resetStaff: route<ById, StaffLink>('POST /api/staff/:id/link', 'staff', 'Make a new link', {
    once: true,
  }),
  departments: route<Nothing, DepartmentList>('GET /api/departments', 'staff', 'Departments'),
  saveDepartment: route<SaveDepartment, ById>(
    'POST /api/departments',
    'staff',
    'Save a department',
    { once: true },
  ),
  audit: route<ListAudit, AuditPage>('GET /api/audit', 'staff', 'The audit log, newest first'),
  system: route<Nothing, SystemState>('GET /api/system', 'staff', 'Engines, jobs, database'),
  replayJob: route<ReplayJob, Done>('POST /api/jobs/:id/replay', 'staff', 'Run a dead job again', {
    once: true,
  }),
  holidays: route<Nothing, HolidayList>(
    'GET /api/holidays',
    'staff',
    'Days that differ from the calendar',
  ),
  saveHolidays: route<HolidayList, Done>('PUT /api/holidays', 'staff', 'Set days that differ'),
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
  uploadResume: route<ById & { name: string }, UploadResult>(
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
  staffTranscript: route<StaffTranscript, Done>(
    'PUT /api/attempts/:attemptId/transcript',
    'staff',
    'HR types what was said',
  ),
  // cards
  inbox: route<Nothing, Inbox>('GET /api/inbox', 'staff', 'Own cards, newest last'),
  press: route<PressInput, PressResult>(
    'POST /api/cards/:cardId/presses',
    'staff',
    'Press a button',
    { once: true },
  ),
  // candidate
  exchange: route<Exchange, ExchangeResult>(
    'POST /api/candidate/sessions',
    'public',
    'Trade the invitation for a session',
  ),
  enterCode: route<CodeInput, ExchangeResult>(
    'POST /api/candidate/sessions/code',
    'public',
    'Open on a second device',
  ),
  deviceCode: route<Nothing, DeviceCode>(
    'POST /api/candidate/device-code',
    'candidate',
    'Digits for a second device',
  ),
  candidateInterview: route<Nothing, CandidateInterview>(
    'GET /api/candidate/interview',
    'candidate',
    'The own interview',
  ),
  giveConsents: route<ConsentInput, CandidateInterview>(
    'PUT /api/candidate/consents',
    'candidate',
    'Agree or refuse, each apart',
  ),
  deviceCheck: route<DeviceCheck, CandidateInterview>(
    'POST /api/candidate/device-check',
    'candidate',
    'What works on this device',
  ),
  nextQuestion: route<Nothing, CandidateInterview>(
    'POST /api/candidate/questions/next',
    'candidate',
    'Open the next question',
  ),
  beginAttempt: route<BeginAttempt, BegunAttempt>(
    'POST /api/candidate/answers/:answerId/attempts',
    'candidate',
    'Start answering',
    { once: true },
  ),
  finishAttempt: route<FinishAttempt, CandidateInterview>(
    'POST /api/candidate/attempts/:attemptId/finish',
    'candidate',
    'Done answering',
    { once: true },
  ),
  writeTranscript: route<WriteTranscript, CandidateInterview>(
    'PUT /api/candidate/attempts/:attemptId/transcript',
    'candidate',
    'Write or correct the words',
  ),
  chooseAttempt: route<ChooseAttempt, CandidateInterview>(
    'POST /api/candidate/answers/:answerId/choice',
    'candidate',
    'Use this one',
    { once: true },
  ),
  finishInterview: route<Nothing, CandidateStatus>(
    'POST /api/candidate/interview/finish',
    'candidate',
    'Hand in',
    { once: true },
  ),
  askForPerson: route<Nothing, Done>(
    'POST /api/candidate/person-please',
    'candidate',
    'A person instead of the machine',
    { once: true },
  ),
  candidateStatus: route<Nothing, CandidateStatus>(
    'GET /api/candidate/status',
    'candidate',
    'Where the application stands',
  ),
  talentPool: route<TalentPoolInput, CandidateStatus>(
    'PUT /api/candidate/talent-pool',
    'candidate',
    'Join or leave the talent pool',
  ),
  withdraw: route<Nothing, CandidateStatus>(
    'POST /api/candidate/withdraw',
    'candidate',
    'Withdraw the application',
    { once: true },
  ),
  candidateInbox: route<Nothing, Inbox>('GET /api/candidate/inbox', 'candidate', 'Own cards'),
  candidatePress: route<PressInput, PressResult>(
    'POST /api/candidate/cards/:cardId/presses',
    'candidate',
    'Press a button',
    { once: true },
  ),
  // looking
  dashboard: route<Nothing, Dashboard>(
    'GET /api/dashboard',
    'staff',
    'Stages, this week, pass rate',
  ),
  poll: route<Poll, PollResult>('GET /api/stream/poll', 'any', 'What happened since'),
} as const;

export type RouteName = keyof typeof routes;
export type InputOf<R extends Route<unknown, unknown>> = NonNullable<R['types']>['in'];
export type OutputOf<R extends Route<unknown, unknown>> = NonNullable<R['types']>['out'];

/** Addresses that are streams or files and so not in `routes`. */
export const rawPaths = {
  stream: '/api/stream',
  uploads: '/api/uploads',
  media: '/api/media',
  resumeFile: '/api/resumes',
  calendar: '/api/calendar',
  live: '/api/health/live',
  ready: '/api/health/ready',
  openapi: '/api/openapi.json',
} as const;
