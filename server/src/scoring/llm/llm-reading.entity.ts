import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** What a language model read in an answer: the same words are not asked about twice. */
@Entity('llm_reading')
@Index(['personId', 'content'], { unique: true })
export class LlmReadingRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  personId: string;
  /** SHA-256 of model, version of the question to it, and everything it was asked about. */
  @ShortColumn(64)
  content: string;
  /** Sealed JSON: ReadDimension[]. */
  @LongColumn()
  body: string;
  @MomentColumn()
  createdAt: number;
}
