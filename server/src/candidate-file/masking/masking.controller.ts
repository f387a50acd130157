import { Controller } from '@nestjs/common';
import type { MaskState, Unmask } from '@zhiyu/contracts/masking';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { MaskDesk } from './mask-desk.service.js';

@Controller()
export class MaskingController {
  constructor(private readonly desk: MaskDesk) {}

  @Bind(routes.maskState)
  @Can('application.view', { object: 'id' })
  state(actor: StaffActor, input: { id: string }): Promise<MaskState> {
    return this.desk.state(actor, input.id);
  }

  @Bind(routes.unmask)
  @Can('application.unmask', { object: 'id' })
  unmask(actor: StaffActor, input: Unmask): Promise<MaskState> {
    return this.desk.unmask(actor, input);
  }
}
