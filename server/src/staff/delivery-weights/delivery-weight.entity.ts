import type { WeightCause } from '@zhiyu/contracts/delivery-weights';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IntColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** What face and voice weigh from now on: rows are added, never changed; the newest counts, none is zero. */
@Entity('delivery_weight')
@Index(['companyId', 'at'])
export class DeliveryWeight {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  /** Percent of the total. */
  @IntColumn()
  voice: number;
  @IntColumn()
  face: number;
  @LongColumn()
  ground: string;
  @ShortColumn(6)
  cause: WeightCause;
  /** Of the administrator. */
  @RefColumn()
  staffId: string;
  @MomentColumn()
  at: number;
}
