import { Entity, Index } from 'typeorm';
import {
  DoubleColumn,
  IdColumn,
  IntColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../platform/database/columns.js';

/** A report (报告): never changed; a new transcript makes a new one, the highest version counts. */
@Entity('report')
@Index(['interviewId', 'version'], { unique: true })
@Index(['applicationId', 'createdAt'])
export class ReportRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  interviewId: string;
  @RefColumn()
  applicationId: string;
  @RefColumn()
  personId: string;
  @IntColumn()
  version: number;
  @ShortColumn(60)
  engine: string;
  /** SHA-256 of the words and the model that it was made from: the same input is not scored twice. */
  @ShortColumn(64)
  inputHash: string;
  @DoubleColumn({ nullable: true })
  total: number | null;
  @DoubleColumn({ nullable: true })
  standardError: number | null;
  @ShortColumn(8)
  verdict: string;
  /** Sealed JSON: Report. */
  @LongColumn()
  body: string;
  /** Sealed JSON: AssessInput, all that it was made of; null in reports from before it was kept. */
  @LongColumn({ nullable: true })
  snapshot: string | null;
  @MomentColumn()
  createdAt: number;
}

/** One dimension of an application's newest report, as numbers alone. */
@Entity('dimension_value')
@Index(['applicationId', 'code'], { unique: true })
export class DimensionValue {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  applicationId: string;
  @ShortColumn(40)
  code: string;
  /** Points of 0-100; null: not measured. */
  @DoubleColumn({ nullable: true })
  value: number | null;
  @DoubleColumn({ nullable: true })
  standardError: number | null;
  @MomentColumn()
  scoredAt: number;
}
