import { Entity, Index, PrimaryColumn } from 'typeorm';
import { MomentColumn, RefColumn, ShortColumn } from '../platform/database/columns.js';

/** What happened in a chat, once each by the full identity of the event. */
@Entity('channel_event')
@Index(['at'])
export class ChannelEventRow {
  @PrimaryColumn({ type: 'varchar', length: 20 })
  source: string;
  /** As the channel names it, or its SHA-256 where that is longer. */
  @PrimaryColumn({ type: 'varchar', length: 128 })
  eventId: string;
  @ShortColumn(24)
  type: string;
  @MomentColumn()
  at: number;
}

/** What a chat calls a candidate: known since he came by a signed link of his application. */
@Entity('candidate_address')
@Index(['applicationId'])
@Index(['companyId', 'personId'])
export class CandidateAddress {
  @PrimaryColumn({ type: 'varchar', length: 20 })
  channel: string;
  @PrimaryColumn({ type: 'varchar', length: 128 })
  address: string;
  @PrimaryColumn({ type: 'varchar', length: 26 })
  applicationId: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  personId: string;
  @MomentColumn()
  createdAt: number;
}
