import { audioRoutes } from './routes.audio.js';
import { calibrationRoutes } from './routes.calibration.js';
import { candidateRoutes } from './routes.candidate.js';
import { feedbackRoutes } from './routes.feedback.js';
import { impactRoutes } from './routes.impact.js';
import { maskingRoutes } from './routes.masking.js';
import { retentionRoutes } from './routes.retention.js';
import { weightRoutes } from './routes.weights.js';
import { ownPoolRoutes } from './routes.own-pool.js';
import { passAlertRoutes } from './routes.pass-alerts.js';
import { personRoutes } from './routes.person.js';
import { liveRoutes } from './routes.live.js';
import { meetingRoutes } from './routes.meetings.js';
import { offerRoutes } from './routes.offers.js';
import { reviewRoutes } from './routes.review.js';
import { requestRoutes } from './routes.requests.js';
import { pipelineRoutes } from './routes.pipeline.js';
import { questionRoutes } from './routes.questions.js';
import { draftRoutes } from './routes.drafts.js';
import { codingRoutes } from './routes.coding.js';
import { publishingRoutes } from './routes.publishing.js';
import { recruitingRoutes } from './routes.recruiting.js';
import { staffRoutes } from './routes.staff.js';
import { streamRoutes } from './routes.stream.js';
import { talentRoutes } from './routes.talent.js';
import { tourRoutes } from './routes.tour.js';
import { testRoutes } from './routes.tests.js';

export { rawPaths, timeZoneHeader } from './raw-paths.js';
export type { InputOf, Method, OutputOf, Route, Side } from './route.js';

/**
 * Every address of the HTTP API, zod-free: the server and the staff's pages import it as it is. A candidate's page
 * imports the groups it calls (`routes.candidate` and so on): it must not wait for addresses it never asks.
 */
export const routes = {
  ...staffRoutes,
  ...recruitingRoutes,
  ...streamRoutes,
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
  ...retentionRoutes,
  ...calibrationRoutes,
  ...testRoutes,
  ...reviewRoutes,
  ...personRoutes,
  ...talentRoutes,
  ...ownPoolRoutes,
  ...meetingRoutes,
  ...offerRoutes,
  ...liveRoutes,
  ...passAlertRoutes,
  ...pipelineRoutes,
} as const;

export type RouteName = keyof typeof routes;
