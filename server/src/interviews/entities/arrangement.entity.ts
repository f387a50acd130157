import { Entity, PrimaryColumn } from 'typeorm';
import { FlagColumn, IntColumn, MomentColumn, RefColumn } from '../../platform/database/columns.js';

/** What was arranged with a candidate for one interview; no row: nothing was. */
@Entity('arrangement')
export class Arrangement {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  interviewId: string;
  @RefColumn()
  companyId: string;
  /** Thinking and answering take this many hundredths of their time: 100, 150 or 200. */
  @IntColumn()
  timePercent: number;
  @FlagColumn()
  noCamera: boolean;
  @FlagColumn()
  textOnly: boolean;
  /** When the candidate took the days that the position allows. */
  @MomentColumn({ nullable: true })
  extendedAt: number | null;
  @MomentColumn({ nullable: true })
  remindAt: number | null;
  /** Null while nothing is paused. */
  @MomentColumn({ nullable: true })
  pausedAt: number | null;
  /** When the pause is over at the latest. */
  @MomentColumn({ nullable: true })
  pauseEndsAt: number | null;
  /** The answer whose thinking stands still; null for a pause between questions. */
  @RefColumn({ nullable: true })
  pausedAnswerId: string | null;
  /** Of the staff who asked for the pause; null: the candidate's own. */
  @RefColumn({ nullable: true })
  heldBy: string | null;
  /** Of the budget, used by the pauses that are over. */
  @IntColumn()
  pausedMs: number;
}
