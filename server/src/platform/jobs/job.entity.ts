import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IntColumn,
  JsonColumn,
  LongColumn,
  MomentColumn,
  ShortColumn,
} from '../database/columns.js';

export type JobState = 'ready' | 'leased' | 'done' | 'dead';

/** A piece of work; written in the transaction that orders it. */
@Entity('job')
@Index(['state', 'runAt'])
@Index(['uniqueKey'], { unique: true })
export class Job {
  @IdColumn()
  id: string;
  @ShortColumn(120)
  name: string;
  /** Set for schedules (name + due time) and whatever must exist once; MariaDB and SQLite allow many nulls. */
  @ShortColumn(190, { nullable: true })
  uniqueKey: string | null;
  @JsonColumn()
  payload: object;
  @ShortColumn(10)
  state: JobState;
  @IntColumn()
  attempts: number;
  @MomentColumn()
  runAt: number;
  @ShortColumn(40)
  leaseOwner: string;
  @MomentColumn()
  leaseUntil: number;
  @LongColumn({ nullable: true })
  lastError: string | null;
  @MomentColumn()
  createdAt: number;
}
