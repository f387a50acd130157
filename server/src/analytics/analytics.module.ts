import { Global, Module } from '@nestjs/common';
import { StandingCounts } from '../platform/standing-counts.js';
import { AnalyticsController } from './analytics.controller.js';
import { DashboardService } from './dashboard.service.js';
import { DigestNumbers } from './digest-numbers.service.js';
import { GroupImpact } from '../privacy/group-ratios.js';
import { StatedGroupImpact } from './impact/group-impact.service.js';
import { ImpactTables } from './impact/impact.service.js';
import { ExactReader } from './exact-reader.js';
import { FiguresReader } from './figures.service.js';
import { DashboardProjection } from './projection.service.js';
import { Pipelines } from './pipeline.service.js';
import { OutcomeCounts } from './outcomes/outcome-counts.js';
import { OutcomeSpans } from './outcomes/outcome-spans.js';
import { OutcomeTrends } from './outcomes/outcome-trends.service.js';
import { OutcomeFigures } from './outcomes/outcomes.service.js';
import { TodayReader } from './today.service.js';
import { Simulations } from './simulation/simulation.service.js';

/** Global: positions are shown with counts, rules with what they do to groups, and the digest says its numbers. */
@Global()
@Module({
  controllers: [AnalyticsController],
  providers: [
    DashboardService,
    DigestNumbers,
    ExactReader,
    FiguresReader,
    ImpactTables,
    DashboardProjection,
    Pipelines,
    TodayReader,
    OutcomeFigures,
    OutcomeTrends,
    OutcomeCounts,
    OutcomeSpans,
    Simulations,
    StatedGroupImpact,
    { provide: StandingCounts, useExisting: FiguresReader },
    { provide: GroupImpact, useExisting: StatedGroupImpact },
  ],
  exports: [StandingCounts, GroupImpact, DigestNumbers, OutcomeFigures],
})
export class AnalyticsModule {}
