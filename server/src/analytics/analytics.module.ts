import { Global, Module } from '@nestjs/common';
import { StandingCounts } from '../platform/standing-counts.js';
import { AnalyticsController } from './analytics.controller.js';
import { DashboardService } from './dashboard.service.js';
import { DigestNumbers } from './digest-numbers.service.js';
import { ImpactTables } from './impact/impact.service.js';
import { ExactReader } from './exact-reader.js';
import { FiguresReader } from './figures.service.js';
import { DashboardProjection } from './projection.service.js';
import { Pipelines } from './pipeline.service.js';
import { OutcomeFigures } from './outcomes/outcomes.service.js';
import { TodayReader } from './today.service.js';
import { Simulations } from './simulation/simulation.service.js';

/** Global, because the positions are shown with counts, and the digest says them. */
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
    Simulations,
    { provide: StandingCounts, useExisting: FiguresReader },
  ],
  exports: [StandingCounts, DigestNumbers],
})
export class AnalyticsModule {}
