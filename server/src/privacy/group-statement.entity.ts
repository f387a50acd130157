import { Entity, Index, PrimaryColumn } from 'typeorm';
import { LongColumn, MomentColumn, RefColumn, ShortColumn } from '../platform/database/columns.js';

/** What a candidate said of the own groups by choice: read only to be counted, and by the candidate. */
@Entity('group_statement')
@Index(['companyId'])
@Index(['personId'])
export class GroupStatement {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  applicationId: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  personId: string;
  /** Sealed JSON: StatedGroups. */
  @LongColumn()
  stated: string;
  /** Of the sentences that were read before. */
  @ShortColumn(20)
  textVersion: string;
  @MomentColumn()
  at: number;
}
