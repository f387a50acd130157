import { Entity, Index } from 'typeorm';
import { IdColumn, LongColumn, MomentColumn, RefColumn } from '../platform/database/columns.js';

/** A word by which the staff find somebody of the talent pool again. */
@Entity('pool_tag')
@Index(['personId'])
export class PoolTag {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  personId: string;
  /** Sealed with the person's key. */
  @LongColumn()
  body: string;
  @RefColumn()
  byStaffId: string;
  @MomentColumn()
  at: number;
}
