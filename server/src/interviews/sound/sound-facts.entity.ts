import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** What was measured on the sound of one attempt, once, or why it was not. Never a score (weight 0). */
@Entity('sound_facts')
@Index(['attemptId'], { unique: true })
@Index(['applicationId'])
@Index(['personId'])
export class SoundFactsRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  personId: string;
  @RefColumn()
  applicationId: string;
  @RefColumn()
  interviewId: string;
  @RefColumn()
  attemptId: string;
  /** What measured it; null where nothing could be. */
  @ShortColumn(60, { nullable: true })
  engine: string | null;
  /** Code of the error that kept it from being measured. */
  @ShortColumn(20, { nullable: true })
  failure: string | null;
  /** Sealed JSON: SoundSignals. */
  @LongColumn({ nullable: true })
  facts: string | null;
  @MomentColumn()
  at: number;
}
