import { routes } from '@zhiyu/contracts/routes';

/** What shows something else once somebody has decided. */
export const decisionTouched = [
  routes.application,
  routes.timeline,
  routes.listApplications,
  routes.dashboard,
  routes.inbox,
  routes.heldDecision,
];
