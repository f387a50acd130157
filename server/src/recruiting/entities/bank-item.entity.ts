import type { BankIndicator, BankItem } from '@zhiyu/contracts/question-bank';
import { Entity, Index } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  IntColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** A question of a company's bank; what it says stands in immutable versions. */
@Entity('bank_item')
@Index(['companyId', 'code'], { unique: true })
export class BankItemRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @ShortColumn(60)
  code: string;
  @ShortColumn(7)
  origin: 'product' | 'own';
  @RefColumn()
  versionId: string;
  @IntColumn()
  version: number;
  /** SHA-256 of the product's item that the newest version was read from; null for an own one. */
  @ShortColumn(64, { nullable: true })
  seed: string | null;
  /** Out of use: neither offered nor asked in place of another. */
  @FlagColumn()
  retired: boolean;
  @MomentColumn()
  createdAt: number;
}

/** One saved state of an item, with the points of its competency as they were then. Never changed. */
@Entity('bank_item_version')
@Index(['itemId', 'version'], { unique: true })
export class BankItemVersion {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  itemId: string;
  @IntColumn()
  version: number;
  @JsonColumn()
  content: BankItem;
  @JsonColumn()
  indicators: BankIndicator[];
  @ShortColumn(200)
  note: string;
  @RefColumn({ nullable: true })
  createdBy: string | null;
  @MomentColumn()
  createdAt: number;
}

/** One asking of an item: a candidate had it on the screen. */
@Entity('question_exposure')
@Index(['companyId', 'code', 'at'])
export class QuestionExposure {
  /** Of the answer, so that one asking is one row. */
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @ShortColumn(60)
  code: string;
  @MomentColumn()
  at: number;
}
