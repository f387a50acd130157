import { Entity, Index, PrimaryColumn } from 'typeorm';
import { MomentColumn, RefColumn, ShortColumn } from '../database/columns.js';

/** A session; the token itself is only with its owner, here stands its SHA-256. */
@Entity('session')
@Index(['subjectId'])
export class Session {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  hash: string;
  @ShortColumn(10)
  kind: 'staff' | 'candidate';
  /** Staff user or application. */
  @RefColumn()
  subjectId: string;
  @RefColumn()
  companyId: string;
  @MomentColumn()
  createdAt: number;
  @MomentColumn()
  expiresAt: number;
}
