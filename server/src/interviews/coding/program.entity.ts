import { Entity, Index } from 'typeorm';
import {
  DoubleColumn,
  FlagColumn,
  IdColumn,
  IntColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** What a candidate has written in one attempt of a programming question; its id is the attempt's. */
@Entity('program_draft')
@Index(['answerId'])
export class ProgramDraft {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  answerId: string;
  @RefColumn()
  personId: string;
  /** Counts the changes as the device does. */
  @IntColumn()
  revision: number;
  /** Sealed JSON: the language and a program for each. */
  @LongColumn()
  body: string;
  /** Snapshots that were kept, and their characters; no more are taken beyond the limit. */
  @IntColumn()
  snapshots: number;
  @IntColumn()
  snapshotSize: number;
  @FlagColumn()
  full: boolean;
  @MomentColumn()
  changedAt: number;
}

/** Snapshots of the typing, as they came: a batch a row. */
@Entity('program_snapshot')
@Index(['attemptId', 'first'], { unique: true })
export class SnapshotBatch {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  attemptId: string;
  @RefColumn()
  personId: string;
  /** Number of the first of them, from 0. */
  @IntColumn()
  first: number;
  /** Sealed JSON: Snapshot[]. */
  @LongColumn()
  body: string;
  @MomentColumn()
  createdAt: number;
}

/** A program handed in to the hidden tests; of an answer the one with the most points counts. */
@Entity('program_submission')
@Index(['answerId', 'createdAt'])
@Index(['companyId', 'problem', 'language'])
@Index(['state', 'createdAt'])
export class SubmissionRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  interviewId: string;
  @RefColumn()
  answerId: string;
  @RefColumn()
  attemptId: string;
  @RefColumn()
  personId: string;
  @ShortColumn(60)
  problem: string;
  @ShortColumn(10)
  language: string;
  @ShortColumn(9)
  state: 'queued' | 'done' | 'notJudged';
  /** Handed in by the end of the time. */
  @FlagColumn()
  auto: boolean;
  /** Sealed. */
  @LongColumn()
  source: string;
  @DoubleColumn({ nullable: true })
  points: number | null;
  /** Sealed JSON: Judged. */
  @LongColumn({ nullable: true })
  result: string | null;
  /** How often the judge failed at it. */
  @IntColumn()
  tries: number;
  @MomentColumn()
  createdAt: number;
  @MomentColumn({ nullable: true })
  judgedAt: number | null;
}
