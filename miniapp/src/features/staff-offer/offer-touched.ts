import { routes } from '@zhiyu/contracts/routes';

/** What shows something else once an offer has changed. */
export const offerTouched = [
  routes.offers,
  routes.application,
  routes.timeline,
  routes.listApplications,
  routes.dashboard,
  routes.inbox,
];
