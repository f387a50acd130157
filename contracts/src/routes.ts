import { audioRoutes } from './routes.audio.js';
import { calibrationRoutes } from './routes.calibration.js';
import { candidateRoutes } from './routes.candidate.js';
import { feedbackRoutes } from './routes.feedback.js';
import { impactRoutes } from './routes.impact.js';
import { maskingRoutes } from './routes.masking.js';
import { weightRoutes } from './routes.weights.js';
import { passAlertRoutes } from './routes.pass-alerts.js';
import { personRoutes } from './routes.person.js';
import { liveRoutes } from './routes.live.js';
import { meetingRoutes } from './routes.meetings.js';
import { reviewRoutes } from './routes.review.js';
import { requestRoutes } from './routes.requests.js';
import { pipelineRoutes } from './routes.pipeline.js';
import { questionRoutes } from './routes.questions.js';
import { draftRoutes } from './routes.drafts.js';
import { codingRoutes } from './routes.coding.js';
import { publishingRoutes } from './routes.publishing.js';
import { recruitingRoutes } from './routes.recruiting.js';
import { staffRoutes } from './routes.staff.js';
import { talentRoutes } from './routes.talent.js';
import { tourRoutes } from './routes.tour.js';
import { testRoutes } from './routes.tests.js';

export type { InputOf, Method, OutputOf, Route, Side } from './route.js';

/** Every address of the HTTP API, zod-free: the mini-app imports it as it is. */
export const routes = {
  ...staffRoutes,
  ...recruitingRoutes,
  ...draftRoutes,
  ...publishingRoutes,
  ...feedbackRoutes,
  ...tourRoutes,
  ...candidateRoutes,
  ...requestRoutes,
  ...questionRoutes,
  ...codingRoutes,
  ...audioRoutes,
  ...impactRoutes,
  ...maskingRoutes,
  ...weightRoutes,
  ...calibrationRoutes,
  ...testRoutes,
  ...reviewRoutes,
  ...personRoutes,
  ...talentRoutes,
  ...meetingRoutes,
  ...liveRoutes,
  ...passAlertRoutes,
  ...pipelineRoutes,
} as const;

export type RouteName = keyof typeof routes;

/** Header in which a device names its time zone, e.g. `Europe/Paris`: nobody is written to in his night. */
export const timeZoneHeader = 'x-time-zone';

/** Addresses that are streams or files and so not in `routes`. */
export const rawPaths = {
  stream: '/api/stream',
  uploads: '/api/uploads',
  media: '/api/media',
  resumeFile: '/api/resumes',
  /** Reports as files: `/api/reports/<interview>/hr.pdf`, manager.pdf, candidate.pdf, report.json. */
  reportFile: '/api/reports',
  /** Figures as a file: `/api/outcomes/file/figures.csv`, figures.xlsx. */
  outcomeFile: '/api/outcomes/file',
  /** The candidate's own version. */
  ownReport: '/api/candidate/report.pdf',
  calendar: '/api/calendar',
  /** Logos, for anybody: `/api/logos/<company>/<hash>.png`. */
  logo: '/api/logos',
  /** Where a chat sends the browser back to: `/api/sign-in/dingtalk` and so on, as its console is told. */
  chatReturn: '/api/sign-in',
  live: '/api/health/live',
  ready: '/api/health/ready',
  /** Where the chats' servers call, by channel. */
  callbacks: '/api/callbacks',
  /** Short links of text messages. */
  short: '/s',
  openapi: '/api/openapi.json',
} as const;
