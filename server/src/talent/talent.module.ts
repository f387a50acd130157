import { Global, Module } from '@nestjs/common';
import { OwnPoolCopy } from './own-pool-copy.service.js';
import { OwnPoolDesk } from './own-pool.service.js';
import { PoolDesk } from './pool-desk.service.js';
import { PoolDetails } from './pool-details.service.js';
import { PoolLeavers } from './pool-leavers.service.js';
import { PoolNotes } from './pool-notes.service.js';
import { PoolPeople } from './pool-people.service.js';
import { PoolProfileController } from './pool-profile.controller.js';
import { PoolProfiles } from './pool-profiles.service.js';
import { PoolQuiet } from './pool-quiet.service.js';
import { PoolRules } from './pool-rules.service.js';
import { PoolSight } from './pool-sight.service.js';
import { PoolTags } from './pool-tags.service.js';
import { TalentController } from './talent.controller.js';
import { TalentPool } from './pool.service.js';

/** The talent pool: who agreed, who may see them, how they fit a position. Asking them again is workflow's. */
@Global()
@Module({
  controllers: [TalentController, PoolProfileController],
  providers: [
    ...[
      OwnPoolCopy,
      OwnPoolDesk,
      PoolDesk,
      PoolDetails,
      PoolLeavers,
      PoolNotes,
      PoolPeople,
      PoolProfiles,
    ],
    ...[PoolQuiet, PoolRules, PoolSight, PoolTags, TalentPool],
  ],
  exports: [OwnPoolCopy, PoolPeople, PoolQuiet, PoolSight],
})
export class TalentModule {}
