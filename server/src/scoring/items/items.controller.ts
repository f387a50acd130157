import { Controller } from '@nestjs/common';
import type { AskItemStatistics, ItemStatisticsList } from '@zhiyu/contracts/item-statistics';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { ItemStatisticsDesk } from './item-statistics.service.js';

@Controller()
export class ItemsController {
  constructor(private readonly desk: ItemStatisticsDesk) {}

  @Bind(routes.itemStatistics)
  @Can('position.edit')
  list(actor: StaffActor, input: AskItemStatistics): Promise<ItemStatisticsList> {
    return this.desk.list(actor, input);
  }
}
