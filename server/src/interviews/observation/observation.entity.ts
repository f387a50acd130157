import type { FactKind } from '@zhiyu/contracts/observation';
import { Entity, Index } from 'typeorm';
import {
  DoubleColumn,
  IdColumn,
  IntColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** Something that happened beside the answers: never a verdict, weight 0. */
@Entity('interview_fact')
@Index(['interviewId', 'told'], { unique: true })
@Index(['applicationId'])
@Index(['personId'])
export class InterviewFact {
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
  /** The page's own key: told twice, it is one. */
  @ShortColumn(40)
  told: string;
  @ShortColumn(11)
  kind: FactKind;
  @RefColumn({ nullable: true })
  answerId: string | null;
  @MomentColumn()
  at: number;
  @DoubleColumn()
  seconds: number;
  /** Sealed JSON: detail and the candidate's reason. */
  @LongColumn()
  words: string;
}

/** Numbers of the face for some seconds of a recording; no picture was ever sent. */
@Entity('face_batch')
@Index(['attemptId', 'batch'], { unique: true })
@Index(['applicationId'])
@Index(['personId'])
export class FaceBatch {
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
  @IntColumn()
  batch: number;
  /** Sealed JSON: FaceSecond[]. */
  @LongColumn()
  seconds: string;
  @MomentColumn()
  at: number;
}
