import type { PositionContent } from '@zhiyu/contracts/position';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IntColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** A change of a position that needs, or had, a second person's yes. Its content is never changed. */
@Entity('position_proposal')
@Index(['positionId', 'state'])
export class PositionProposal {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  positionId: string;
  /** The version it was made on. */
  @IntColumn()
  baseVersion: number;
  @JsonColumn()
  content: PositionContent;
  @ShortColumn(200)
  note: string;
  @RefColumn()
  createdBy: string;
  @MomentColumn()
  createdAt: number;
  /** replaced: its maker saved again before anybody answered. */
  @ShortColumn(10)
  state: 'waiting' | 'published' | 'refused' | 'withdrawn' | 'replaced';
  @RefColumn({ nullable: true })
  decidedBy: string | null;
  @MomentColumn({ nullable: true })
  decidedAt: number | null;
  /** Of a no. */
  @ShortColumn(300)
  reason: string;
  /** What it became. */
  @IntColumn({ nullable: true })
  publishedVersion: number | null;
}
