import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../platform/database/columns.js';

/** The one human behind candidate, employee and staff user. Everything personal is sealed with this person's key. */
@Entity('person')
@Index(['companyId', 'createdAt'])
export class Person {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @LongColumn()
  name: string;
  @LongColumn({ nullable: true })
  phone: string | null;
  @LongColumn({ nullable: true })
  email: string | null;
  @ShortColumn(2)
  locale: string;
  /** Belongs to the example company (示例). */
  @FlagColumn()
  example: boolean;
  @MomentColumn()
  createdAt: number;
}

/** Who a person is in a channel: `console` now, DingTalk and WeCom later. */
@Entity('person_identity')
@Index(['personId'])
export class PersonIdentity {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  companyId: string;
  @PrimaryColumn({ type: 'varchar', length: 20 })
  channel: string;
  @PrimaryColumn({ type: 'varchar', length: 64 })
  tenant: string;
  @PrimaryColumn({ type: 'varchar', length: 128 })
  externalId: string;
  @RefColumn()
  personId: string;
}

/** Blind index: phone and mail as a whole, the name by pairs of letters; keyed, so it tells nothing by itself. */
@Entity('search_token')
@Index(['personId'])
export class SearchToken {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  companyId: string;
  @PrimaryColumn({ type: 'varchar', length: 32 })
  token: string;
  @PrimaryColumn({ type: 'varchar', length: 26 })
  personId: string;
}
