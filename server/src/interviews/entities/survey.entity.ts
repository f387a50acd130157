import { Entity, Index, PrimaryColumn } from 'typeorm';
import { IntColumn, LongColumn, MomentColumn, RefColumn } from '../../platform/database/columns.js';

/**
 * What one candidate thinks of the interview. Nothing leads back to the person: no application, no time, and an id
 * that is drawn by lot, so that the order of the rows says nothing either.
 */
@Entity('survey_answer')
@Index(['companyId', 'positionId'])
export class SurveyAnswer {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  positionId: string;
  /** 1-5. */
  @IntColumn()
  fair: number;
  @IntColumn()
  smooth: number;
  /** Sealed with the company's key. */
  @LongColumn({ nullable: true })
  text: string | null;
}

/** This application has answered; what, is not known. */
@Entity('survey_done')
export class SurveyDone {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  applicationId: string;
  @RefColumn()
  companyId: string;
  @MomentColumn()
  at: number;
}
