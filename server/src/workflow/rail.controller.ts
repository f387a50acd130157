import { Controller } from '@nestjs/common';
import type { RailCounts } from '@zhiyu/contracts/rail';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { Rail } from './rail.service.js';

@Controller()
export class RailController {
  constructor(private readonly rail: Rail) {}

  @Bind(routes.railCounts)
  @Can('inbox.use')
  counts(actor: StaffActor): Promise<RailCounts> {
    return this.rail.counts(actor);
  }
}
