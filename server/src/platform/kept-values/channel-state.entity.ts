import { Entity, Index, PrimaryColumn } from 'typeorm';
import { LongColumn, MomentColumn } from '../database/columns.js';

/** What a channel remembers: tokens, cursors, marks of what was sent. */
@Entity('channel_state')
@Index(['expiresAt'])
export class ChannelState {
  /** SHA-256 of the channel's own name for it, which may be long and tell big letters from small ones. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  name: string;
  /** Sealed: some values open a chat. */
  @LongColumn()
  value: string;
  @MomentColumn()
  expiresAt: number;
}
