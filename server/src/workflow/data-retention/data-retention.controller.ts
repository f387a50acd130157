import { Controller } from '@nestjs/common';
import type {
  AskDataRetention,
  DataRetention as View,
  SetDataRetention,
} from '@zhiyu/contracts/data-retention';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Can } from '../../platform/auth/can.js';
import { Bind } from '../../platform/http/bind.js';
import { DataRetention } from './data-retention.service.js';

@Controller()
export class DataRetentionController {
  constructor(private readonly retention: DataRetention) {}

  @Bind(routes.dataRetention)
  @Can('company.view')
  view({ companyId }: StaffActor, { months }: AskDataRetention): Promise<View> {
    return this.retention.view(companyId, months);
  }

  @Bind(routes.setDataRetention)
  @Can('company.edit')
  set(actor: StaffActor, input: SetDataRetention): Promise<View> {
    return this.retention.set(actor, input);
  }
}
