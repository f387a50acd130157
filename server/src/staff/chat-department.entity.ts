import { Entity, Index, PrimaryColumn } from 'typeorm';
import { RefColumn } from '../platform/database/columns.js';

/** Which department a chat's department is here. One without a row is kept by hand. */
@Entity('chat_department')
@Index(['departmentId'])
export class ChatDepartmentRow {
  /** Name of the channel, e.g. dingtalk. */
  @PrimaryColumn({ type: 'varchar', length: 20 })
  channel: string;
  /** What the chat calls it. */
  @PrimaryColumn({ type: 'varchar', length: 128 })
  externalId: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  departmentId: string;
}
