import { Controller } from '@nestjs/common';
import { routes } from '@zhiyu/contracts/routes';
import type { Pool, SearchPool } from '@zhiyu/contracts/talent-pool';
import type { StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { TalentPool } from './pool.service.js';

@Controller()
export class TalentController {
  constructor(private readonly pool: TalentPool) {}

  @Bind(routes.pool)
  @Can('talent.view', { views: true })
  search(actor: StaffActor, input: SearchPool): Promise<Pool> {
    return this.pool.search(actor, input);
  }
}
