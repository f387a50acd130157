import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** Words of a company's questions read by a synthetic voice. Never changes: its name is what was read and by whom. */
@Entity('synthetic_audio')
@Index(['companyId', 'name'], { unique: true })
export class SyntheticAudio {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  /** Hash of words, language, model and voice. */
  @ShortColumn(64)
  name: string;
  /** MP3, Base64. */
  @LongColumn()
  body: string;
  @MomentColumn()
  createdAt: number;
}
