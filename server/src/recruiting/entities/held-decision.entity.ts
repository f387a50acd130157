import type { Decide } from '@zhiyu/contracts/application';
import type { HeldState } from '@zhiyu/contracts/held-decision';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IntColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** A decision on one candidate that waits; until `runAt` nothing has happened and nobody was told. */
@Entity('held_decision')
@Index(['applicationId', 'createdAt'])
export class HeldDecisionRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  applicationId: string;
  @RefColumn()
  personId: string;
  @RefColumn()
  staffId: string;
  /** The round that was looked at: a decision that was made meanwhile stands. */
  @IntColumn()
  round: number;
  @ShortColumn(10)
  kind: Decide['kind'];
  @ShortColumn(24)
  reason: Decide['reason'];
  /** Sealed JSON with the candidate's key: note and question. */
  @LongColumn()
  body: string;
  @ShortColumn(8)
  state: HeldState;
  @MomentColumn()
  runAt: number;
  @MomentColumn()
  createdAt: number;
}
