import { Entity, PrimaryColumn } from 'typeorm';
import { JsonColumn, MomentColumn, RefColumn } from './columns.js';

/** What an administrator set for a company, by name. */
@Entity('setting')
export class Setting {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  companyId: string;
  @PrimaryColumn({ type: 'varchar', length: 40 })
  name: string;
  @JsonColumn()
  value: unknown;
  @RefColumn({ nullable: true })
  changedBy: string | null;
  @MomentColumn()
  changedAt: number;
}
