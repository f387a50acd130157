import { Controller } from '@nestjs/common';
import type { Dashboard } from '@zhiyu/contracts/application';
import type { AskImpact, ImpactView } from '@zhiyu/contracts/groups';
import type { AskOutcomes, Outcomes, OutcomeTrend } from '@zhiyu/contracts/outcomes';
import type { AskPipeline, Pipeline } from '@zhiyu/contracts/pipeline';
import { routes } from '@zhiyu/contracts/routes';
import type { AskSimulation, Simulation } from '@zhiyu/contracts/simulation';
import type { Today } from '@zhiyu/contracts/today';
import type { StaffActor } from '../platform/auth/actor.js';
import { Can } from '../platform/auth/can.js';
import { Bind } from '../platform/http/bind.js';
import { ImpactTables } from './impact/impact.service.js';
import { DashboardService } from './dashboard.service.js';
import { Pipelines } from './pipeline.service.js';
import { OutcomeTrends } from './outcomes/outcome-trends.service.js';
import { OutcomeFigures } from './outcomes/outcomes.service.js';
import { TodayReader } from './today.service.js';
import { Simulations } from './simulation/simulation.service.js';

@Controller()
export class AnalyticsController {
  constructor(
    private readonly counts: DashboardService,
    private readonly impacts: ImpactTables,
    private readonly simulations: Simulations,
    private readonly pipelines: Pipelines,
    private readonly days: TodayReader,
    private readonly figures: OutcomeFigures,
    private readonly trends: OutcomeTrends,
  ) {}

  @Bind(routes.dashboard)
  @Can('dashboard.view')
  dashboard(actor: StaffActor): Promise<Dashboard> {
    return this.counts.view(actor);
  }

  @Bind(routes.pipeline)
  @Can('dashboard.view')
  pipeline(actor: StaffActor, input: AskPipeline): Promise<Pipeline> {
    return this.pipelines.view(actor, input);
  }

  @Bind(routes.today)
  @Can('application.view', { views: true })
  today(actor: StaffActor): Promise<Today> {
    return this.days.view(actor);
  }

  @Bind(routes.outcomes)
  @Can('dashboard.view')
  outcomes(actor: StaffActor, input: AskOutcomes): Promise<Outcomes> {
    return this.figures.view(actor, input);
  }

  @Bind(routes.outcomeTrend)
  @Can('dashboard.view')
  outcomeTrend(actor: StaffActor, input: AskOutcomes): Promise<OutcomeTrend> {
    return this.trends.view(actor, input);
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
