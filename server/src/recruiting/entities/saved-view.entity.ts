import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** A filter of the list that a person keeps: nobody else sees it. */
@Entity('saved_view')
@Index(['staffId', 'createdAt'])
export class SavedViewRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  staffId: string;
  @ShortColumn(24)
  name: string;
  @JsonColumn()
  filter: Record<string, string>;
  @MomentColumn()
  createdAt: number;
}
