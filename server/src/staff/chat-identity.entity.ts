import { Entity, Index, PrimaryColumn } from 'typeorm';
import { MomentColumn, RefColumn } from '../platform/database/columns.js';

/** What a chat calls a member of the staff: an address belongs to one person only. */
@Entity('chat_identity')
@Index(['staffId'])
export class ChatIdentity {
  /** Name of the channel, e.g. dingtalk. */
  @PrimaryColumn({ type: 'varchar', length: 20 })
  channel: string;
  /** The channel's own name for the person. */
  @PrimaryColumn({ type: 'varchar', length: 128 })
  address: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  staffId: string;
  @MomentColumn()
  createdAt: number;
  /** When the chat's directory no longer had the person, which closed the account; null: still there. */
  @MomentColumn({ nullable: true })
  leftAt: number | null;
}
