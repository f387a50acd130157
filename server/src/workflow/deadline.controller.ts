import { Controller } from '@nestjs/common';
import type { Done } from '@zhiyu/contracts/basics';
import type { ExtendDeadline } from '@zhiyu/contracts/live';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { Deadlines } from './deadlines.service.js';

@Controller()
export class DeadlineController {
  constructor(private readonly deadlines: Deadlines) {}

  @Bind(routes.extendDeadline)
  @Can('interview.ask', { object: 'id' })
  async extend(actor: StaffActor, input: ExtendDeadline): Promise<Done> {
    await this.deadlines.extend(actor, input);
    return { done: true };
  }
}
