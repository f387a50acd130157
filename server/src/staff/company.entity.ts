import { Entity, Index } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  IntColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../platform/database/columns.js';

/** A company of this installation; every root table carries its id. */
@Entity('company')
export class Company {
  @IdColumn()
  id: string;
  @ShortColumn(120)
  name: string;
  /** Days a recording is kept after the decision. */
  @IntColumn()
  keepDays: number;
  /** Since when candidates may be asked about the browser's own recognition; null: they are not. */
  @MomentColumn({ nullable: true })
  browserRecognitionSince: number | null;
  @FlagColumn()
  example: boolean;
  @MomentColumn()
  createdAt: number;
}

@Entity('department')
@Index(['companyId'])
export class Department {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @ShortColumn(120)
  name: string;
  @RefColumn({ nullable: true })
  parentId: string | null;
  /** Staff user who heads it. */
  @RefColumn({ nullable: true })
  managerId: string | null;
}
