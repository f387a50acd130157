import type { Region, Sight } from '@zhiyu/contracts/regions';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  IdColumn,
  IntColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../platform/database/columns.js';

/** What holds for people of a region in a company's talent pool; without a row, what the product begins with. */
@Entity('pool_rule')
export class PoolRuleRow {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  companyId: string;
  @PrimaryColumn({ type: 'varchar', length: 8 })
  region: Region;
  @ShortColumn(8)
  sight: Sight;
  @IntColumn()
  keepMonths: number;
  @ShortColumn(10, { nullable: true })
  textsFrom: string | null;
  @LongColumn()
  ground: string;
  @RefColumn()
  byStaffId: string;
  @MomentColumn()
  at: number;
}

/** In which country the company, or one of its people, works. */
@Entity('place')
@Index(['companyId'])
export class Place {
  /** Of the company or of the staff user. */
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @ShortColumn(2)
  country: string;
}
