import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  FlagColumn,
  IntColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../platform/database/columns.js';

/** A line of the audit log: who did or saw what on what ground. `hash` covers the line and the hash before it. */
@Entity('audit_entry')
@Index(['companyId', 'sequence'])
export class AuditEntry {
  @PrimaryColumn({ type: 'int' })
  sequence: number;
  @RefColumn()
  companyId: string;
  @ShortColumn(60)
  actor: string;
  @ShortColumn(60)
  verb: string;
  @ShortColumn(60)
  object: string;
  @ShortColumn(60)
  ground: string;
  @FlagColumn()
  allowed: boolean;
  @MomentColumn()
  at: number;
  @ShortColumn(64)
  hash: string;
}

/** One row: the end of the chain, locked by whoever adds to it. */
@Entity('audit_head')
export class AuditHead {
  @PrimaryColumn({ type: 'int' })
  id: number;
  @IntColumn()
  sequence: number;
  @ShortColumn(64)
  hash: string;
}
