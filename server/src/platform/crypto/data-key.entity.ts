import { Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, RefColumn, ShortColumn } from '../database/columns.js';

/** The data key of one subject (a person, or a company for its indexes), wrapped. Destroying it erases the subject. */
@Entity('data_key')
@Index(['companyId'])
export class DataKey {
  @IdColumn()
  subjectId: string;
  @RefColumn()
  companyId: string;
  @ShortColumn(120)
  wrapped: string;
  @MomentColumn()
  createdAt: number;
}
