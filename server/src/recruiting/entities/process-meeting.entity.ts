import type { PassAlertState, PassCount, PassLimits } from '@zhiyu/contracts/pass-alerts';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  JsonColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** The same people's share had one planned question not counted. */
export interface WithoutQuestion extends PassCount {
  /** Code of the question in the position. */
  question: string;
  /** How many of them have a score for it. */
  asked: number;
}

/** Why a meeting was proposed: counts and means only, nobody's result. */
export interface PassEvidence {
  now: PassCount;
  /** The same length of time before. */
  before: PassCount;
  /** The dimension whose mean lies furthest under its requirement; null where nothing was measured. */
  dimension: { code: string; mean: number; requirement: number; people: number } | null;
  /** The question of the plan with the lowest mean share; null without figures. */
  question: {
    code: string;
    share: number;
    people: number;
    /** Correlation with the rest; absent in evidence from before it was kept. */
    discrimination?: number | null;
  } | null;
  /** What the share would be had a planned question not counted; absent in evidence from before it was reckoned. */
  without?: WithoutQuestion[];
  /** Of the threshold, 0-100. */
  threshold: number;
  /** How many of those turned down would meet it if it were five points lower, by their newest totals. */
  atFiveLess: number;
  /** What it was counted by; absent: what the product began with. */
  limits?: PassLimits;
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
  /** proposed: the card is out; arranged: it has a time; decided: what comes of it is written down; over: put off (`decidedBy`), or the share has risen. */
  @ShortColumn(8)
  state: PassAlertState;
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
  /** When it was last tried to find a time, and none suited everybody. */
  @MomentColumn({ nullable: true })
  noTimeAt: number | null;
  /** What is to change in the model, in words; of a meeting that was put off, why. */
  @LongColumn()
  decision: string;
  @RefColumn({ nullable: true })
  decidedBy: string | null;
  @MomentColumn({ nullable: true })
  decidedAt: number | null;
}
