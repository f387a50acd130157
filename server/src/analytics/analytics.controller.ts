import { Controller } from '@nestjs/common';
import type { Dashboard } from '@zhiyu/contracts/application';
import type { AskImpact, ImpactView } from '@zhiyu/contracts/groups';
import { routes } from '@zhiyu/contracts/routes';
import type { AskSimulation, Simulation } from '@zhiyu/contracts/simulation';
import type { StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { ImpactTables } from './impact/impact.service.js';
import { DashboardService } from './dashboard.service.js';
import { Simulations } from './simulation/simulation.service.js';

@Controller()
export class AnalyticsController {
  constructor(
    private readonly counts: DashboardService,
    private readonly impacts: ImpactTables,
    private readonly simulations: Simulations,
  ) {}

  @Bind(routes.dashboard)
  @Can('dashboard.view')
  dashboard(actor: StaffActor): Promise<Dashboard> {
    return this.counts.view(actor);
  }

  @Bind(routes.impact)
  @Can('impact.view', { views: true })
  impact(actor: StaffActor, input: AskImpact): Promise<ImpactView> {
    return this.impacts.view(actor, input);
  }

  @Bind(routes.simulate)
  @Can('position.edit', { object: 'id' })
  simulate(actor: StaffActor, input: AskSimulation): Promise<Simulation> {
    return this.simulations.of(actor, input);
  }
}
