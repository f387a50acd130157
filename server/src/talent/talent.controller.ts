import { Controller } from '@nestjs/common';
import type { Done } from '@zhiyu/contracts/basics';
import { routes } from '@zhiyu/contracts/routes';
import type { Pool, SearchPool, TagInPool } from '@zhiyu/contracts/talent-pool';
import type { StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { PoolTags } from './pool-tags.service.js';
import { TalentPool } from './pool.service.js';

@Controller()
export class TalentController {
  constructor(
    private readonly pool: TalentPool,
    private readonly tags: PoolTags,
  ) {}

  @Bind(routes.pool)
  @Can('talent.view', { views: true })
  search(actor: StaffActor, input: SearchPool): Promise<Pool> {
    return this.pool.search(actor, input);
  }

  @Bind(routes.tagInPool)
  @Can('talent.tag', { object: 'id' })
  async tag(actor: StaffActor, input: TagInPool): Promise<Done> {
    await this.tags.set(actor, input);
    return { done: true };
  }
}
