import type { Nothing } from './basics.js';
import type { OwnPool, SetOwnPool } from './pool-profile.js';
import { route } from './route.js';

/** The candidate's own entry in the talent pool. */
export const ownPoolRoutes = {
  ownPool: route<Nothing, OwnPool>(
    'GET /api/candidate/pool',
    'candidate',
    'Own place, languages and who sees them',
  ),
  setOwnPool: route<SetOwnPool, OwnPool>(
    'PUT /api/candidate/pool',
    'candidate',
    'Say where one lives, what one speaks and who may see it, and stay in the pool',
  ),
} as const;
