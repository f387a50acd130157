import { Controller } from '@nestjs/common';
import type { BatchEffect, IntakeBatchList } from '@zhiyu/contracts/intake-batch';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { TakeBack } from './take-back.service.js';

type ById = { id: string };

@Controller()
export class TakeBackController {
  constructor(private readonly batches: TakeBack) {}

  @Bind(routes.listBatches)
  @Can('application.takeBack')
  list(actor: StaffActor, { id }: ById): Promise<IntakeBatchList> {
    return this.batches.list(actor, id);
  }

  @Bind(routes.batchEffect)
  @Can('application.view', { object: 'id', views: true })
  effect(actor: StaffActor, { id }: ById): Promise<BatchEffect> {
    return this.batches.effect(actor, id);
  }

  @Bind(routes.takeBackBatch)
  @Can('application.takeBack', { object: 'id' })
  takeBack(actor: StaffActor, { id }: ById): Promise<BatchEffect> {
    return this.batches.takeBack(actor, id);
  }
}
