import type { ConsentPurpose } from '@zhiyu/contracts/interview';
import { Entity, Index } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../platform/database/columns.js';

/** One sentence agreed to or refused: never changed, the newest of a purpose counts. */
@Entity('consent')
@Index(['applicationId', 'purpose', 'at'])
@Index(['companyId', 'purpose', 'at'])
@Index(['personId'])
export class Consent {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  personId: string;
  @RefColumn()
  applicationId: string;
  @ShortColumn(24)
  purpose: ConsentPurpose;
  @FlagColumn()
  given: boolean;
  /** Version of the sentence that was read. */
  @ShortColumn(20)
  textVersion: string;
  @ShortColumn(2)
  locale: string;
  @MomentColumn()
  at: number;
}
