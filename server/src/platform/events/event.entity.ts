import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  IntColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../database/columns.js';

/** A row of the append-only log; `sequence` follows the order of commits. */
@Entity('event_log')
@Index(['companyId', 'sequence'])
@Index(['subjectId', 'sequence'])
export class EventRow {
  @PrimaryColumn({ type: 'int' })
  sequence: number;
  @RefColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @ShortColumn(40)
  name: string;
  /** The application it is about, for timelines; empty where it is about none. */
  @ShortColumn(26)
  subjectId: string;
  @JsonColumn()
  payload: object;
  @MomentColumn()
  at: number;
}

/** One row: the sequence given out last. Locked by each commit that states facts, so their order is the commits'. */
@Entity('event_counter')
export class EventCounter {
  @PrimaryColumn({ type: 'int' })
  id: number;
  @IntColumn()
  value: number;
}
