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

/** Voice and face in the total of an application's newest report, as numbers alone; no row: words alone count. */
@Entity('delivery_value')
@Index(['applicationId'], { unique: true })
export class DeliveryValue {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  applicationId: string;
  /** Share of the total, 0-0.1. */
  @DoubleColumn()
  voiceWeight: number;
  /** Points of 0-100; null: not weighed. */
  @DoubleColumn({ nullable: true })
  voice: number | null;
  @DoubleColumn()
  faceWeight: number;
  @DoubleColumn({ nullable: true })
  face: number | null;
  @MomentColumn()
  scoredAt: number;
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
