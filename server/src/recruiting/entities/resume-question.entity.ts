import type { ClaimKind, ResumeQuestion } from '@zhiyu/contracts/question-drafts';
import type { Question } from '@zhiyu/contracts/position';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IntColumn,
  JsonColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** A question about one candidate's résumé, for one application. */
@Entity('resume_question')
@Index(['applicationId', 'place'], { unique: true })
@Index(['personId', 'claim'])
export class ResumeQuestionRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  applicationId: string;
  @RefColumn()
  personId: string;
  /** 0-based: the most telling first. */
  @IntColumn()
  place: number;
  @ShortColumn(8)
  kind: ClaimKind;
  @ShortColumn(8)
  state: ResumeQuestion['state'];
  /** Keyed token of kind and words, so that nobody is asked the same twice. */
  @ShortColumn(64)
  claim: string;
  /** Holds no words of the résumé. */
  @JsonColumn()
  content: Question;
  /** Sealed JSON with the person's key: reason and line. */
  @LongColumn()
  sealed: string;
  /** The interview that asks it. */
  @RefColumn({ nullable: true })
  interviewId: string | null;
  /** Who said yes or no or changed the words; null: nobody did. */
  @RefColumn({ nullable: true })
  byStaffId: string | null;
  @MomentColumn()
  at: number;
}
