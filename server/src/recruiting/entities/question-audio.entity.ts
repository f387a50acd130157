import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** A question of the company read by a person. Never changes: its name is its content. */
@Entity('question_audio')
@Index(['companyId', 'file'], { unique: true })
export class QuestionAudio {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @ShortColumn(40)
  file: string;
  /** Base64. */
  @LongColumn()
  body: string;
  @RefColumn()
  createdBy: string;
  @MomentColumn()
  createdAt: number;
}
