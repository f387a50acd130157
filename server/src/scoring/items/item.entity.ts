import type { ItemKind, ItemStatistics } from '@zhiyu/contracts/item-statistics';
import { Entity, Index } from 'typeorm';
import {
  DoubleColumn,
  IdColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** What one answer was worth: numbers without a name, so that they outlive the person's erasure. */
@Entity('item_point')
@Index(['companyId', 'kind', 'code', 'at'])
export class ItemPoint {
  /** Of the answer: one answer counts once, however often it is scored again. */
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @ShortColumn(4)
  kind: ItemKind;
  /** Of the bank's question; of a test's item: the test's id, a blank, the item's code; of an own one as in own-key.ts. */
  @ShortColumn(60)
  code: string;
  /** Of the most that can be had, 0-1; null: not measured. */
  @DoubleColumn({ nullable: true })
  share: number | null;
  /** The same of everything else in this interview or test; null: there was nothing else. */
  @DoubleColumn({ nullable: true })
  rest: number | null;
  @ShortColumn(24, { nullable: true })
  gate: string | null;
  @DoubleColumn({ nullable: true })
  seconds: number | null;
  @MomentColumn()
  at: number;
}

/** The newest figures of a question. */
@Entity('item_statistic')
@Index(['companyId', 'kind', 'code'], { unique: true })
export class ItemStatistic {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @ShortColumn(4)
  kind: ItemKind;
  @ShortColumn(60)
  code: string;
  @JsonColumn()
  figures: ItemStatistics;
  @MomentColumn()
  at: number;
}
