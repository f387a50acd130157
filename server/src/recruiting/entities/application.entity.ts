import type { DecisionKind } from '@zhiyu/contracts/application';
import type { Stage, Step } from '@zhiyu/contracts/stage-values';
import type { Screening } from '@zhiyu/contracts/screening';
import type { Verdict } from '@zhiyu/contracts/scoring';
import { Entity, Index } from 'typeorm';
import {
  DoubleColumn,
  FlagColumn,
  IdColumn,
  IntColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** A candidate's application (投递) for a position, and the versions it is judged by. */
@Entity('application')
@Index(['companyId', 'positionId', 'stage', 'stageAt', 'id'])
@Index(['companyId', 'positionId', 'stageAt', 'id'])
@Index(['companyId', 'stage', 'stageAt', 'id'])
@Index(['companyId', 'stageAt', 'id'])
@Index(['companyId', 'source', 'stage', 'stageAt', 'id'])
@Index(['companyId', 'positionId', 'source', 'stage', 'stageAt', 'id'])
@Index(['companyId', 'createdAt', 'id', 'positionId', 'stage', 'source'])
@Index(['personId'])
export class Application {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  positionId: string;
  @RefColumn()
  positionVersionId: string;
  @RefColumn()
  personId: string;
  @ShortColumn(12)
  source: string;
  @RefColumn({ nullable: true })
  linkId: string | null;
  @RefColumn({ nullable: true })
  resumeId: string | null;
  @ShortColumn(16)
  stage: Stage;
  @MomentColumn()
  stageAt: number;
  /** The furthest step it ever reached; an end is none. */
  @ShortColumn(16, { nullable: true })
  furthest: Step;
  @ShortColumn(2)
  locale: string;
  @ShortColumn(8, { nullable: true })
  screeningOutcome: Screening['outcome'] | null;
  /** Sealed JSON: every rule with the line of the résumé. */
  @LongColumn({ nullable: true })
  screening: string | null;
  /** Rises with each decision asked for: a card is about one round. */
  @IntColumn()
  round: number;
  /** Total of the newest report 0-100, for lists; the report is the truth. */
  @DoubleColumn({ nullable: true })
  total: number | null;
  @DoubleColumn({ nullable: true })
  standardError: number | null;
  @DoubleColumn({ nullable: true })
  requirement: number | null;
  @ShortColumn(8, { nullable: true })
  verdict: Verdict | null;
  /** Why a person should look, whatever the interval says (doubts.ts); null: nothing. */
  @ShortColumn(40, { nullable: true })
  doubts: string | null;
  /** The newest report met the position's rule of high potential; null: it did not, or nobody knows. */
  @ShortColumn(4, { nullable: true })
  potential: 'met' | null;
  @FlagColumn()
  example: boolean;
  @MomentColumn()
  createdAt: number;
  /** SHA-256 of the status page's token. */
  @ShortColumn(64, { nullable: true })
  tokenHash: string | null;
  @MomentColumn()
  tokenExpiresAt: number;
  /** The first exchange was made: another device needs the digits. */
  @MomentColumn({ nullable: true })
  tokenUsedAt: number | null;
  /** Hash of the secret of the device that made it; null where that sent none. */
  @ShortColumn(64, { nullable: true })
  openedBy: string | null;
  /** Wrong digits since the last right ones. */
  @IntColumn()
  codeTries: number;
}

/** A decision (决定): one a round, whoever was first. */
@Entity('decision')
@Index(['applicationId', 'round'], { unique: true })
@Index(['companyId', 'at'])
export class Decision {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  applicationId: string;
  @IntColumn()
  round: number;
  @ShortColumn(10)
  kind: DecisionKind;
  @ShortColumn(24)
  reason: string;
  /** Sealed with the candidate's key. */
  @LongColumn({ nullable: true })
  note: string | null;
  /** Staff user; null when the machine decided by a setting. */
  @RefColumn({ nullable: true })
  decidedBy: string | null;
  /** The setting or legal ground of an automatic decision. */
  @ShortColumn(120)
  ground: string;
  @ShortColumn(16)
  fromStage: Stage;
  @MomentColumn()
  at: number;
}

/** A dated word to a candidate (承诺), kept as a timer. */
@Entity('promise')
@Index(['applicationId'])
@Index(['companyId', 'state', 'dueAt'])
export class PromiseRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  applicationId: string;
  @ShortColumn(24)
  kind: 'answerApplication' | 'answerInterview';
  @ShortColumn(8)
  state: 'open' | 'kept' | 'broken';
  @MomentColumn()
  madeAt: number;
  @MomentColumn()
  dueAt: number;
  @MomentColumn({ nullable: true })
  keptAt: number | null;
  /** Who gave it in the company's name. */
  @RefColumn({ nullable: true })
  byStaffId: string | null;
}

/** What a candidate or HR handed in, with what was read from it; all of it sealed. */
@Entity('resume')
@Index(['personId'])
export class Resume {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  personId: string;
  @LongColumn()
  fileName: string;
  @ShortColumn(8)
  format: string;
  /** Relative path of the sealed original under DATA_DIR; empty when there was no file. */
  @ShortColumn(120)
  file: string;
  @IntColumn()
  bytes: number;
  /** Sealed JSON: ParsedResume. */
  @LongColumn()
  parsed: string;
  /** Sealed JSON: what the candidate typed beside it. */
  @LongColumn()
  corrected: string;
  @MomentColumn()
  createdAt: number;
}

/** A file that was read for a visitor and not yet sent: goes after an hour. Sealed with a key of its own. */
@Entity('resume_draft')
export class ResumeDraftRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @LongColumn()
  sealed: string;
  @MomentColumn()
  expiresAt: number;
}
