import { Entity, Index } from 'typeorm';
import { IdColumn, LongColumn, MomentColumn, RefColumn } from '../platform/database/columns.js';

/** What somebody in the talent pool said of place, languages and moving: one row a person. */
@Entity('pool_profile')
@Index(['personId'], { unique: true })
export class PoolProfileRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  personId: string;
  /** Sealed with the person's key. */
  @LongColumn()
  body: string;
  /** Who was told; null: the person wrote it. */
  @RefColumn({ nullable: true })
  byStaffId: string | null;
  @MomentColumn()
  at: number;
}

/** A note of the staff on working across cultures with somebody in the pool. */
@Entity('pool_note')
@Index(['personId'])
export class PoolNoteRow {
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
