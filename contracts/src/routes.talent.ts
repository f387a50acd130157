import type { Done, Nothing } from './basics.js';
import { route } from './route.js';
import type {
  AddPoolNote,
  PoolRules,
  RemovePoolNote,
  SetPlace,
  SetPoolProfile,
  SetPoolRule,
} from './pool-profile.js';
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
  setPoolProfile: route<SetPoolProfile, Done>(
    'PUT /api/pool/:id/profile',
    'staff',
    'Enter what somebody in the pool said of place, languages and moving',
  ),
  addPoolNote: route<AddPoolNote, Done>(
    'POST /api/pool/:id/notes',
    'staff',
    'Add a note on working across cultures',
    { once: true },
  ),
  removePoolNote: route<RemovePoolNote, Done>(
    'DELETE /api/pool/:id/notes/:note',
    'staff',
    'Delete an own note',
  ),
  poolRules: route<Nothing, PoolRules>(
    'GET /api/pool-rules',
    'staff',
    'What holds for people of each region in the talent pool, and where the company’s people work',
  ),
  setPoolRule: route<SetPoolRule, PoolRules>(
    'PUT /api/pool-rules',
    'staff',
    'Set what holds for people of a region',
  ),
  setPlace: route<SetPlace, PoolRules>(
    'PUT /api/places/:id',
    'staff',
    'Say in which country the company or one of its people works',
  ),
} as const;
