import { Entity, Index } from 'typeorm';
import { IdColumn, LongColumn, MomentColumn, RefColumn } from '../../platform/database/columns.js';

/** An appraisal of somebody who works here and applies inside the company (R6). */
@Entity('performance_record')
@Index(['personId'])
export class PerformanceRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  personId: string;
  /** Sealed JSON with the person's key: period, rating, note. */
  @LongColumn()
  body: string;
  @RefColumn()
  byStaffId: string;
  @MomentColumn()
  at: number;
}
