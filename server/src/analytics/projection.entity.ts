import type { Stage, Step } from '@zhiyu/contracts/stage-values';
import type { SourceName } from '@zhiyu/contracts/source-values';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  IntColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../platform/database/columns.js';
import type { CohortChange } from './cohorts.js';
import type { Measure } from './counting.js';

/** How far a projection has followed the event log; whoever carries it on locks this row. */
@Entity('projection')
export class Projection {
  @PrimaryColumn({ type: 'varchar', length: 40 })
  name: string;
  /** The last event that is counted in; -1 while nothing was counted yet. */
  @IntColumn()
  sequence: number;
}

/** A figure of the dashboard: how many of a position, or how often on a day. */
@Entity('dashboard_count')
export class DashboardCount {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  companyId: string;
  /** Beginning of the day in Asia/Shanghai; 0 for what stands now. */
  @PrimaryColumn({ type: 'bigint', transformer: { to: Number, from: Number } })
  day: number;
  @PrimaryColumn({ type: 'varchar', length: 26 })
  positionId: string;
  @PrimaryColumn({ type: 'varchar', length: 24 })
  measure: Measure;
  @IntColumn()
  amount: number;
}

/** What was last counted of an application: by the difference to what it is now the counts are moved. */
@Entity('counted_application')
@Index(['companyId', 'promiseAt', 'positionId'])
export class CountedApplication {
  @IdColumn()
  applicationId: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  positionId: string;
  @ShortColumn(16)
  stage: Stage;
  /** Has a total. */
  @FlagColumn()
  assessed: boolean;
  /** The total is not below the requirement. */
  @FlagColumn()
  passed: boolean;
  /** When the open promise to the candidate is due. */
  @MomentColumn({ nullable: true })
  promiseAt: number | null;
  @ShortColumn(12)
  source: SourceName;
  @MomentColumn()
  week: number;
  @ShortColumn(16)
  furthest: Step;
  @IntColumn()
  stageMinute: number;
}

/** How many applications share week, source, position, stage and the furthest step (cohorts.ts). */
@Entity('cohort_count')
export class CohortCount implements CohortChange {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  companyId: string;
  @PrimaryColumn({ type: 'bigint', transformer: { to: Number, from: Number } })
  week: number;
  @PrimaryColumn({ type: 'varchar', length: 12 })
  source: CohortChange['source'];
  @PrimaryColumn({ type: 'varchar', length: 26 })
  positionId: string;
  @PrimaryColumn({ type: 'varchar', length: 16 })
  stage: Stage;
  @PrimaryColumn({ type: 'varchar', length: 16 })
  furthest: Step;
  @IntColumn()
  amount: number;
  /** Of all of them, summed. */
  @MomentColumn()
  minutes: number;
}
