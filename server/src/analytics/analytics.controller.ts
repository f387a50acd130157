import { Controller } from '@nestjs/common';
import type { Dashboard } from '@zhiyu/contracts/application';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { DashboardService } from './dashboard.service.js';

@Controller()
export class AnalyticsController {
  constructor(private readonly counts: DashboardService) {}

  @Bind(routes.dashboard)
  @Can('dashboard.view')
  dashboard(actor: StaffActor): Promise<Dashboard> {
    return this.counts.view(actor);
  }
}
