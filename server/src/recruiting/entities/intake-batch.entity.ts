import type { BatchKind } from '@zhiyu/contracts/intake-batch';
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
import type { AddedContact } from '../../privacy/added-contact.js';

/** Who was handed in together: by one upload, one table, or one entered by hand. */
@Entity('intake_batch')
@Index(['staffId', 'batchKey'], { unique: true })
@Index(['positionId', 'at'])
export class IntakeBatchRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  positionId: string;
  @RefColumn()
  staffId: string;
  /** Under which the page hands in what belongs together. */
  @ShortColumn(40)
  batchKey: string;
  @ShortColumn(8)
  kind: BatchKind;
  @MomentColumn()
  at: number;
  @MomentColumn({ nullable: true })
  takenBackAt: number | null;
  @RefColumn({ nullable: true })
  takenBackBy: string | null;
  /** So many went when it was taken back, and so many stayed. */
  @IntColumn()
  removed: number;
  @IntColumn()
  stayed: number;
}

/** One of a batch, and all that came in with it: what was there before is none of it. */
@Entity('intake_item')
@Index(['batchId'])
export class IntakeItemRow {
  @IdColumn()
  applicationId: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  batchId: string;
  @RefColumn()
  personId: string;
  @RefColumn({ nullable: true })
  resumeId: string | null;
  /** The person was not known before. */
  @FlagColumn()
  newPerson: boolean;
  /** What a person who was known got beside it; null: nothing. */
  @JsonColumn({ nullable: true })
  added: AddedContact | null;
  @FlagColumn()
  removed: boolean;
}
