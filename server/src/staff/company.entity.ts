import type { MaskMode } from '@zhiyu/contracts/masking';
import type { ScoreScale } from '@zhiyu/contracts/score-scale';
import type { StaffLanguage } from '@zhiyu/contracts/staff';
import { Entity, Index } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  IntColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../platform/database/columns.js';

/** A company of this installation; every root table carries its id. */
@Entity('company')
export class Company {
  @IdColumn()
  id: string;
  @ShortColumn(120)
  name: string;
  /** Days a recording is kept after the decision. */
  @IntColumn()
  keepDays: number;
  /** Months, of 30 days, after which people who were not hired are erased; null: not before somebody asks. */
  @IntColumn({ nullable: true })
  keepDataMonths: number | null;
  /** When somebody chose them. */
  @MomentColumn({ nullable: true })
  keepDataSince: number | null;
  /** Since when candidates may be asked about the browser's own recognition; null: they are not. */
  @MomentColumn({ nullable: true })
  browserRecognitionSince: number | null;
  /** Since when candidates get their version of the report; null: they do not. */
  @MomentColumn({ nullable: true })
  candidateReportSince: number | null;
  /** Since when its people rate an interview before they see what the machine gave; null: in any order. */
  @MomentColumn({ nullable: true })
  scorecardFirstSince: number | null;
  /** Since when a new version of a position needs a second person's yes; null: it does not. */
  @MomentColumn({ nullable: true })
  publishApprovalSince: number | null;
  /** Since when the rules of the European Union hold for it; null: they do not. */
  @MomentColumn({ nullable: true })
  europeanRulesSince: number | null;
  /** When an administrator decided about `keepDays`; null: it is still what the product begins with. */
  @MomentColumn({ nullable: true })
  keepDaysSince: number | null;
  /** Of the cards to its own people; null: nobody chose (see staff-language.ts). */
  @ShortColumn(2, { nullable: true })
  staffLanguage: StaffLanguage | null;
  /** Whether its people see who a candidate is; null: nobody chose, and they do. */
  @ShortColumn(9, { nullable: true })
  masking: MaskMode | null;
  /** How its people and papers show scores; null: nobody chose, 0–10. */
  @ShortColumn(7, { nullable: true })
  scoreScale: ScoreScale | null;
  @FlagColumn()
  example: boolean;
  /** Name of its logo, `<hash>.<ending>`; null = none. */
  @ShortColumn(40, { nullable: true })
  logo: string | null;
  @MomentColumn()
  createdAt: number;
}

/** The picture itself, apart from the row that every page reads. */
@Entity('company_logo')
export class CompanyLogo {
  /** The company's. */
  @IdColumn()
  id: string;
  @ShortColumn(40)
  name: string;
  /** Base64. */
  @LongColumn()
  image: string;
}

@Entity('department')
@Index(['companyId'])
export class Department {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @ShortColumn(120)
  name: string;
  @RefColumn({ nullable: true })
  parentId: string | null;
  /** Staff user who heads it. */
  @RefColumn({ nullable: true })
  managerId: string | null;
}
