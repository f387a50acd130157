import type { StaffWordKind } from '@zhiyu/contracts/live';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IntColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** What a person of the company said to a candidate, or did, while the interview ran. */
@Entity('staff_word')
@Index(['interviewId', 'at'])
@Index(['personId'])
export class StaffWordRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  interviewId: string;
  /** The candidate: whose key seals the words. */
  @RefColumn()
  personId: string;
  @RefColumn()
  staffId: string;
  @ShortColumn(7)
  kind: StaffWordKind;
  /** Sealed; empty where nothing was said. */
  @LongColumn()
  text: string;
  /** Of the pause, or given. */
  @IntColumn()
  minutes: number;
  @MomentColumn()
  at: number;
}
