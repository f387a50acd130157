import type { PositionContent, RoundPlan } from '@zhiyu/contracts/position';
import { roundIn, type RoundStage } from '@zhiyu/contracts/round-values';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  IntColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** How a round with people is arranged; the round itself is an interview of kind `human`. */
@Entity('meeting')
@Index(['companyId', 'startsAt'])
@Index(['applicationId'])
export class MeetingRow {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  interviewId: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  applicationId: string;
  @RefColumn()
  positionId: string;
  /** As the interview has it; here for asking what is to come. */
  @MomentColumn()
  startsAt: number;
  @IntColumn()
  minutes: number;
  /** Who is there of the company. */
  @JsonColumn()
  staffIds: string[];
  /** Beginnings offered by hand; none: the free ones are offered. */
  @JsonColumn()
  offered: number[];
  /** How often it was moved or cancelled: the SEQUENCE of its calendar file. */
  @IntColumn()
  changes: number;
  /** Of which stage it is the round; null from before there was more than one: of the first. */
  @ShortColumn(11, { nullable: true })
  stage: RoundStage | null;
  @ShortColumn(9, { nullable: true })
  cancelledBy: 'candidate' | 'staff' | null;
}

/** What the position plans for this round. */
export function planOf(row: Pick<MeetingRow, 'stage'> | null, content: PositionContent): RoundPlan {
  return roundIn(content, row?.stage ?? 'hrInterview');
}

/** A quarter of an hour of somebody's time that a round has: the key keeps two rounds from having the same. */
@Entity('held_time')
@Index(['interviewId'])
export class HeldTime {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  staffId: string;
  /** Quarters of an hour since 1970. */
  @PrimaryColumn({ type: 'int' })
  quarter: number;
  @RefColumn()
  companyId: string;
  @RefColumn()
  interviewId: string;
}
