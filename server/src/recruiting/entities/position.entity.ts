import type { PositionContent } from '@zhiyu/contracts/position';
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

/** What is recruited for; its content stands in immutable versions. */
@Entity('position')
@Index(['companyId', 'state'])
export class Position {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @ShortColumn(40)
  code: string;
  @ShortColumn(10)
  state: 'draft' | 'open' | 'closed';
  @IntColumn()
  headcount: number;
  @RefColumn({ nullable: true })
  departmentId: string | null;
  /** The responsible HR. */
  @RefColumn({ nullable: true })
  ownerId: string | null;
  @RefColumn()
  versionId: string;
  @IntColumn()
  version: number;
  @FlagColumn()
  example: boolean;
  @MomentColumn()
  createdAt: number;
}

/** One saved state of a position: JD, requirements, competency model, questions, plan. Never changed. */
@Entity('position_version')
@Index(['positionId', 'version'], { unique: true })
export class PositionVersion {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  positionId: string;
  @IntColumn()
  version: number;
  @JsonColumn()
  content: PositionContent;
  @ShortColumn(200)
  note: string;
  @RefColumn({ nullable: true })
  createdBy: string | null;
  @MomentColumn()
  createdAt: number;
}

/** A tracked way to the application form (R7). */
@Entity('source_link')
@Index(['code'], { unique: true })
@Index(['positionId'])
export class SourceLinkRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  positionId: string;
  @ShortColumn(40)
  code: string;
  @ShortColumn(12)
  source: string;
  @ShortColumn(60)
  label: string;
  @IntColumn()
  visits: number;
  @IntColumn()
  applications: number;
  @MomentColumn()
  createdAt: number;
}
