import { Entity, Index } from 'typeorm';
import { IdColumn, MomentColumn, RefColumn, ShortColumn } from '../platform/database/columns.js';

/** Somebody in the pool was told of a position, and what he said. */
@Entity('pool_invitation')
@Index(['applicationId', 'positionId'], { unique: true })
@Index(['personId'])
export class PoolInvitation {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  personId: string;
  /** The application by which he is in the pool. */
  @RefColumn()
  applicationId: string;
  @RefColumn()
  positionId: string;
  @RefColumn()
  byStaffId: string;
  @MomentColumn()
  at: number;
  @ShortColumn(4)
  answer: 'open' | 'yes' | 'no';
  @MomentColumn({ nullable: true })
  answeredAt: number | null;
  /** After a yes. */
  @RefColumn({ nullable: true })
  newApplicationId: string | null;
}
