import { Controller } from '@nestjs/common';
import type {
  AskBulk,
  BulkOrder,
  BulkOrderList,
  BulkPreview,
  StartBulk,
} from '@zhiyu/contracts/pipeline';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { BulkOrders } from './bulk.service.js';

@Controller()
export class BulkController {
  constructor(private readonly orders: BulkOrders) {}

  @Bind(routes.previewBulk)
  @Can('application.decide', { views: true })
  preview(actor: StaffActor, input: AskBulk): Promise<BulkPreview> {
    return this.orders.preview(actor, input);
  }

  @Bind(routes.listBulk)
  @Can('application.decide')
  list(actor: StaffActor): Promise<BulkOrderList> {
    return this.orders.list(actor);
  }

  @Bind(routes.startBulk)
  @Can('application.decide')
  start(actor: StaffActor, input: StartBulk): Promise<BulkOrder> {
    return this.orders.start(actor, input);
  }

  @Bind(routes.undoBulk)
  @Can('application.decide', { object: 'id' })
  undo(actor: StaffActor, input: { id: string }): Promise<BulkOrder> {
    return this.orders.undo(actor, input.id);
  }
}
