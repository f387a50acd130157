import type { Done } from './basics.js';
import { route } from './route.js';
import type { InviteFromPool, Pool, SearchPool } from './talent-pool.js';

/** The talent pool (人才库): who agreed to be told of positions. */
export const talentRoutes = {
  pool: route<SearchPool, Pool>(
    'GET /api/pool',
    'staff',
    'People who agreed to be told of positions, with how they fit one',
  ),
  inviteFromPool: route<InviteFromPool, Done>(
    'POST /api/pool/:id/invitations',
    'staff',
    'Tell somebody in the pool of a position',
    { once: true },
  ),
} as const;
