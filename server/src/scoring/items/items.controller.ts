import { Controller } from '@nestjs/common';
import type {
  AcceptProposal,
  AskItemStatistics,
  ItemStatisticsList,
  ProposalDone,
} from '@zhiyu/contracts/item-statistics';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { ItemActs } from './item-acts.service.js';
import { ItemStatisticsDesk } from './item-statistics.service.js';

@Controller()
export class ItemsController {
  constructor(
    private readonly desk: ItemStatisticsDesk,
    private readonly acts: ItemActs,
  ) {}

  @Bind(routes.itemStatistics)
  @Can('position.edit')
  list(actor: StaffActor, input: AskItemStatistics): Promise<ItemStatisticsList> {
    return this.desk.list(actor, input);
  }

  @Bind(routes.acceptProposal)
  @Can('position.edit')
  accept(actor: StaffActor, input: AcceptProposal): Promise<ProposalDone> {
    return this.acts.accept(actor, input);
  }
}
