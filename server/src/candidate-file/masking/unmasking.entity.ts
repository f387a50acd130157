import type { UnmaskReason } from '@zhiyu/contracts/masking';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** Somebody of the company sees from then on who a candidate is. */
@Entity('unmasking')
@Index(['applicationId', 'staffId'])
export class Unmasking {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  applicationId: string;
  @RefColumn()
  staffId: string;
  @ShortColumn(12)
  reason: UnmaskReason;
  /** In words, sealed with the candidate's key. */
  @LongColumn({ nullable: true })
  note: string | null;
  @MomentColumn()
  at: number;
}
