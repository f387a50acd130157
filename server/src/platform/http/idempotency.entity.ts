import { Entity, Index, PrimaryColumn } from 'typeorm';
import { LongColumn, MomentColumn, ShortColumn } from '../database/columns.js';

/** A request that must have one effect, and its answer for the repetitions (kept 24 h). */
@Entity('idempotency')
@Index(['createdAt'])
export class IdempotencyRow {
  /** SHA-256 of actor and key. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id: string;
  /** SHA-256 of method, address and body. */
  @ShortColumn(64)
  fingerprint: string;
  @ShortColumn(10)
  state: 'running' | 'done';
  /** The answer, sealed with a key of this installation. */
  @LongColumn({ nullable: true })
  answer: string | null;
  @MomentColumn()
  createdAt: number;
}
