import type {
  Marking,
  SittingState,
  TestContent,
  TestSource,
} from '@zhiyu/contracts/written-tests';
import { Entity, Index } from 'typeorm';
import {
  DoubleColumn,
  FlagColumn,
  IdColumn,
  IntColumn,
  JsonColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** A written test of a company: its draft; what was published stands in versions. */
@Entity('written_test')
@Index(['companyId'])
export class WrittenTestRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @JsonColumn()
  draft: TestContent;
  /** Counts the saved changes of the draft. */
  @IntColumn()
  revision: number;
  /** Newest published version; 0: none. */
  @IntColumn()
  version: number;
  /** The draft's revision that it was made from. */
  @IntColumn()
  publishedRevision: number;
  /** Out of use: can be sent to nobody. */
  @FlagColumn()
  retired: boolean;
  @MomentColumn()
  createdAt: number;
}

/** A published state of a test. Never changed: who was sent it takes this one. */
@Entity('written_test_version')
@Index(['testId', 'version'], { unique: true })
export class WrittenTestVersion {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  testId: string;
  @IntColumn()
  version: number;
  @JsonColumn()
  content: TestContent;
  @RefColumn()
  createdBy: string;
  @MomentColumn()
  createdAt: number;
}

/** A test that was sent to one candidate. */
@Entity('test_sitting')
@Index(['applicationId'])
@Index(['testId', 'state'])
export class SittingRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  applicationId: string;
  @RefColumn()
  personId: string;
  @RefColumn()
  testId: string;
  @RefColumn()
  versionId: string;
  @ShortColumn(9)
  state: SittingState;
  /** Hexadecimal; the order of the options comes from it. */
  @ShortColumn(32)
  seed: string;
  /** Null: with the invitation. */
  @RefColumn({ nullable: true })
  sentBy: string | null;
  @MomentColumn()
  sentAt: number;
  /** Until when it has to be begun. */
  @MomentColumn()
  deadline: number;
  /** The candidate lets the engine mark short texts. */
  @FlagColumn()
  byEngine: boolean;
  /** That this candidate has, once begun; 0 before. */
  @IntColumn()
  minutes: number;
  @MomentColumn({ nullable: true })
  startedAt: number | null;
  @MomentColumn({ nullable: true })
  endsAt: number | null;
  @MomentColumn({ nullable: true })
  submittedAt: number | null;
  @FlagColumn()
  timeUp: boolean;
  @MomentColumn({ nullable: true })
  markedAt: number | null;
}

/** What a candidate answered to one item, and what it was worth. */
@Entity('test_answer')
@Index(['sittingId', 'item'], { unique: true })
export class TestAnswerRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  personId: string;
  @RefColumn()
  sittingId: string;
  @ShortColumn(12)
  item: string;
  /** Sealed JSON: TestAnswer; null: nothing was answered. */
  @LongColumn({ nullable: true })
  body: string | null;
  @IntColumn()
  revision: number;
  /** On the screen, as the device says. */
  @DoubleColumn()
  seconds: number;
  @ShortColumn(6)
  marking: Marking;
  @DoubleColumn({ nullable: true })
  points: number | null;
  @DoubleColumn({ nullable: true })
  standardError: number | null;
  /** Sealed JSON: what the engine's points rest on. */
  @LongColumn({ nullable: true })
  evidence: string | null;
  @RefColumn({ nullable: true })
  markedBy: string | null;
  @MomentColumn()
  changedAt: number;
}

/** One result, entered, imported or taken. A withdrawn one stays, and counts nowhere. */
@Entity('test_result')
@Index(['applicationId', 'key'], { unique: true })
export class TestResultRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  applicationId: string;
  @RefColumn()
  personId: string;
  @ShortColumn(100)
  name: string;
  /** YYYY-MM-DD. */
  @ShortColumn(10)
  takenOn: string;
  @DoubleColumn()
  score: number;
  @DoubleColumn()
  maximum: number;
  @DoubleColumn({ nullable: true })
  required: number | null;
  /** Points by the engine that no person has looked at. */
  @DoubleColumn()
  byEngine: number;
  @ShortColumn(8)
  source: TestSource;
  @RefColumn({ nullable: true })
  sittingId: string | null;
  @RefColumn({ nullable: true })
  createdBy: string | null;
  @MomentColumn()
  createdAt: number;
  /** The same test on the same day is one result; of a withdrawn one its own id. */
  @ShortColumn(64)
  key: string;
  @MomentColumn({ nullable: true })
  withdrawnAt: number | null;
  @RefColumn({ nullable: true })
  withdrawnBy: string | null;
  @ShortColumn(200)
  reason: string;
}
