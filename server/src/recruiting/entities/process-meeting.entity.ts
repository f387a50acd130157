import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  JsonColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** How many passed the AI interview of those who were decided on. */
export interface PassCount {
  passed: number;
  decided: number;
}

/** Why a meeting was proposed: counts and means only, nobody's result. */
export interface PassEvidence {
  now: PassCount;
  /** The same length of time before. */
  before: PassCount;
  /** The dimension whose mean lies furthest under its requirement; null where nothing was measured. */
  dimension: { code: string; mean: number; requirement: number; people: number } | null;
  /** The question of the plan with the lowest mean share; null without figures. */
  question: { code: string; share: number; people: number } | null;
  /** Of the threshold, 0-100. */
  threshold: number;
  /** How many more would meet it if it were five points lower, by their newest totals. */
  atFiveLess: number;
}

/** A meeting about how a position selects (流程优化会议). */
@Entity('process_meeting')
@Index(['companyId', 'positionId', 'state'])
export class ProcessMeeting {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  positionId: string;
  /** The version of the position that it was proposed about. */
  @RefColumn()
  versionId: string;
  /** proposed: the card is out; arranged: it has a time; decided: what comes of it is written down; over: no longer needed. */
  @ShortColumn(8)
  state: 'proposed' | 'asked' | 'arranged' | 'decided' | 'over';
  @JsonColumn()
  evidence: PassEvidence;
  @JsonColumn()
  staffIds: string[];
  @MomentColumn()
  proposedAt: number;
  @MomentColumn({ nullable: true })
  startsAt: number | null;
  /** Of the chat's meeting; empty where there is none. */
  @ShortColumn(250)
  link: string;
  /** What is to change in the model, in words. */
  @LongColumn()
  decision: string;
  @RefColumn({ nullable: true })
  decidedBy: string | null;
  @MomentColumn({ nullable: true })
  decidedAt: number | null;
}
