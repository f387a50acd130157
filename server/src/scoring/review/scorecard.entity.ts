import { Entity, Index } from 'typeorm';
import {
  DoubleColumn,
  IdColumn,
  IntColumn,
  JsonColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** What one person gives one interview (评分卡). */
@Entity('scorecard')
@Index(['interviewId', 'reviewerId'], { unique: true })
@Index(['applicationId'])
export class ScorecardRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  applicationId: string;
  @RefColumn()
  interviewId: string;
  /** The candidate, whose key seals it. */
  @RefColumn()
  personId: string;
  /** Of the interview. */
  @IntColumn()
  round: number;
  @RefColumn()
  reviewerId: string;
  /** A `ScorecardBody`, sealed. */
  @LongColumn()
  body: string;
  @MomentColumn()
  createdAt: number;
  @MomentColumn()
  changedAt: number;
  /** From then on it stays as it is. */
  @MomentColumn({ nullable: true })
  submittedAt: number | null;
}

/** Somebody who was asked to rate an interview: what the scope `asked` looks at. */
@Entity('asked_reviewer')
@Index(['interviewId', 'staffId'], { unique: true })
export class AskedReviewer {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  interviewId: string;
  @RefColumn()
  staffId: string;
  @RefColumn()
  askedBy: string;
  @MomentColumn()
  at: number;
}

/** A comment or a mark at a second. */
@Entity('review_note')
@Index(['interviewId'])
export class ReviewNoteRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  applicationId: string;
  @RefColumn()
  interviewId: string;
  @RefColumn()
  personId: string;
  @RefColumn()
  authorId: string;
  @ShortColumn(7)
  kind: 'comment' | 'mark';
  @RefColumn()
  answerId: string;
  /** From the start of the attempt; null where nothing timed it. */
  @DoubleColumn({ nullable: true })
  second: number | null;
  /** Sealed with the candidate's key. */
  @LongColumn()
  text: string;
  /** Ids of staff users. */
  @JsonColumn()
  mentions: string[];
  @MomentColumn()
  createdAt: number;
}

/** Somebody who has the room open, as long as he says so again. */
@Entity('review_presence')
@Index(['interviewId', 'staffId'], { unique: true })
export class ReviewPresenceRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  interviewId: string;
  @RefColumn()
  staffId: string;
  /** The answer on the screen. */
  @RefColumn({ nullable: true })
  answerId: string | null;
  @MomentColumn()
  at: number;
}
