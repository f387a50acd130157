import type { OfferState } from '@zhiyu/contracts/offer-values';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** An offer (录用通知) to a candidate; of an application the newest one counts. */
@Entity('offer')
@Index(['applicationId', 'createdAt'])
@Index(['companyId', 'endedAt'])
export class OfferRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  applicationId: string;
  @RefColumn()
  personId: string;
  @ShortColumn(10)
  state: OfferState;
  /** Sealed JSON with the candidate's key: OfferTerms. */
  @LongColumn()
  terms: string;
  /** Sealed: why it was not approved, taken back or turned down. */
  @LongColumn({ nullable: true })
  words: string | null;
  @RefColumn()
  byStaffId: string;
  @RefColumn({ nullable: true })
  approvedBy: string | null;
  @MomentColumn()
  createdAt: number;
  @MomentColumn({ nullable: true })
  sentAt: number | null;
  @MomentColumn({ nullable: true })
  expiresAt: number | null;
  /** When the candidate accepted it or turned it down. */
  @MomentColumn({ nullable: true })
  answeredAt: number | null;
  /** When it was said that who had accepted came, or did not. */
  @MomentColumn({ nullable: true })
  endedAt: number | null;
}
