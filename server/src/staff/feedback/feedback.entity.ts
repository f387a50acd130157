import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** What somebody said of a page; its words are sealed with the company's key: they may name a candidate. */
@Entity('feedback')
@Index(['companyId', 'at'])
export class FeedbackRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  staffId: string;
  @ShortColumn(40)
  page: string;
  /** Sealed. */
  @LongColumn()
  text: string;
  @MomentColumn()
  at: number;
  @MomentColumn({ nullable: true })
  doneAt: number | null;
  @RefColumn({ nullable: true })
  doneBy: string | null;
  /** Sealed; empty: the writer was told nothing. */
  @LongColumn()
  answer: string;
}
