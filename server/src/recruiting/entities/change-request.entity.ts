import type { ChangeState } from '@zhiyu/contracts/pass-alerts';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IntColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** What a meeting decided is to change in a position's model (变更请求). */
@Entity('change_request')
@Index(['companyId', 'positionId', 'state'])
@Index(['meetingId'], { unique: true })
export class ChangeRequestRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  positionId: string;
  @RefColumn()
  meetingId: string;
  @ShortColumn(9)
  state: ChangeState;
  @LongColumn()
  text: string;
  @RefColumn()
  createdBy: string;
  @MomentColumn()
  createdAt: number;
  /** The position's version when it was asked for. */
  @IntColumn()
  baseVersion: number;
  @RefColumn({ nullable: true })
  settledBy: string | null;
  @MomentColumn({ nullable: true })
  settledAt: number | null;
  @ShortColumn(300)
  reason: string;
  /** The version that stood when it was marked done; null: it was dismissed, or none had been published since. */
  @IntColumn({ nullable: true })
  doneVersion: number | null;
}
