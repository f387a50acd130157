import { Controller } from '@nestjs/common';
import type { Decide } from '@zhiyu/contracts/application';
import type { HeldView, HoldResult } from '@zhiyu/contracts/held-decision';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { HeldDecisions } from './held-decisions.service.js';

type ById = { id: string };

@Controller()
export class HeldDecisionsController {
  constructor(private readonly held: HeldDecisions) {}

  @Bind(routes.holdDecision)
  @Can('application.decide', { object: 'id' })
  hold(actor: StaffActor, input: Decide): Promise<HoldResult> {
    return this.held.hold(actor, input);
  }

  @Bind(routes.heldDecision)
  @Can('application.decide')
  view(actor: StaffActor, { id }: ById): Promise<HeldView> {
    return this.held.view(actor, id);
  }

  @Bind(routes.undoDecision)
  @Can('application.decide', { object: 'id' })
  undo(actor: StaffActor, { id }: ById): Promise<HeldView> {
    return this.held.undo(actor, id);
  }
}
