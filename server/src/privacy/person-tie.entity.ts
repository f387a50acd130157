import { Entity, Index } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../platform/database/columns.js';

/**
 * What somebody said of two people: that they are one, or that they are not. Nothing else changes, above all nothing
 * that is sealed: taken back, everything stands as it was.
 */
@Entity('person_tie')
@Index(['pair'], { unique: true })
@Index(['personId'])
@Index(['otherId'])
export class PersonTie {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  personId: string;
  @RefColumn()
  otherId: string;
  /** Both ids in their order, as long as it holds: one word a pair. Null once it was taken back. */
  @ShortColumn(53, { nullable: true })
  pair: string | null;
  @FlagColumn()
  same: boolean;
  @RefColumn()
  byStaffId: string;
  @MomentColumn()
  at: number;
  @RefColumn({ nullable: true })
  undoneBy: string | null;
  @MomentColumn({ nullable: true })
  undoneAt: number | null;
}
