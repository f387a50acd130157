import { Global, Module } from '@nestjs/common';
import { PoolDetails } from './pool-details.service.js';
import { PoolPeople } from './pool-people.service.js';
import { PoolQuiet } from './pool-quiet.service.js';
import { PoolTags } from './pool-tags.service.js';
import { TalentController } from './talent.controller.js';
import { TalentPool } from './pool.service.js';

/** The talent pool: who agreed, how they fit a position. Asking them again is workflow's. */
@Global()
@Module({
  controllers: [TalentController],
  providers: [PoolDetails, PoolPeople, PoolQuiet, PoolTags, TalentPool],
  exports: [PoolPeople, PoolQuiet, PoolTags],
})
export class TalentModule {}
