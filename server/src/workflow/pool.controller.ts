import { Controller } from '@nestjs/common';
import type { Done } from '@zhiyu/contracts/basics';
import { routes } from '@zhiyu/contracts/routes';
import type { InviteFromPool } from '@zhiyu/contracts/talent-pool';
import type { StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { PoolFlow } from './pool.flow.js';

@Controller()
export class PoolController {
  constructor(private readonly flow: PoolFlow) {}

  @Bind(routes.inviteFromPool)
  @Can('talent.invite', { object: 'id' })
  async invite(actor: StaffActor, input: InviteFromPool): Promise<Done> {
    await this.flow.invite(actor, input);
    return { done: true };
  }
}
