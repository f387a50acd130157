import type { Locale } from '@zhiyu/contracts/basics';
import type { CardTexts, TextKind } from '@zhiyu/contracts/card-texts';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  IntColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** A version of a company's words; never changed, the highest counts. */
@Entity('card_text')
@Index(['companyId', 'positionId', 'kind', 'locale', 'version'], { unique: true })
export class CardText {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  /** Empty for the whole company. */
  @RefColumn()
  positionId: string;
  @ShortColumn(16)
  kind: TextKind;
  @ShortColumn(2)
  locale: Locale;
  @IntColumn()
  version: number;
  /** What differs from the words below it; empty = nothing does. */
  @JsonColumn()
  texts: CardTexts;
  @RefColumn()
  byStaffId: string;
  @MomentColumn()
  at: number;
}
