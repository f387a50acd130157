import type { Done } from './basics.js';
import { route } from './route.js';
import type { InviteFromPool, Pool, SearchPool, TagInPool } from './talent-pool.js';

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
  tagInPool: route<TagInPool, Done>(
    'PUT /api/pool/:id/tags',
    'staff',
    'Put a tag on somebody in the pool, or take it off',
  ),
} as const;
