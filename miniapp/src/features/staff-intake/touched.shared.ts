import { routes } from '@zhiyu/contracts/routes';

/** What shows other people once somebody was taken in. */
export const touched = [
  routes.listApplications,
  routes.dashboard,
  routes.listPositions,
  routes.listBatches,
];
