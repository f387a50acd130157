import type { BulkKind, BulkOrder, StartBulk } from '@zhiyu/contracts/pipeline';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IntColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** Decisions on several applications by one person; until `runAt` nothing has happened. */
@Entity('bulk_order')
@Index(['staffId', 'createdAt'])
export class BulkOrderRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  staffId: string;
  @ShortColumn(10)
  kind: BulkKind;
  @ShortColumn(24)
  reason: StartBulk['reason'];
  @ShortColumn(8)
  state: BulkOrder['state'];
  /** The round that was looked at: a decision that was made meanwhile stands. */
  @JsonColumn()
  items: { applicationId: string; round: number }[];
  @IntColumn()
  decided: number;
  @IntColumn()
  late: number;
  @MomentColumn()
  runAt: number;
  @MomentColumn()
  createdAt: number;
}
