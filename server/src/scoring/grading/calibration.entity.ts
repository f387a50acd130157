import type { Text } from '@zhiyu/contracts/basics';
import type { Lesson } from '@zhiyu/contracts/calibration';
import type { Question } from '@zhiyu/contracts/position';
import { Entity, Index } from 'typeorm';
import {
  DoubleColumn,
  IdColumn,
  IntColumn,
  JsonColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';
import type { Weights } from '../calibration/known.js';

/** Calibration (校准) of one question on one dimension in a company: for all positions that ask it with the same words and anchors. */
@Entity('calibration')
@Index(['companyId', 'rubric'], { unique: true })
export class CalibrationRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  /** SHA-256 of what answers are graded by (rubric-key.ts). */
  @ShortColumn(64)
  rubric: string;
  @ShortColumn(60)
  code: string;
  @ShortColumn(40)
  dimension: string;
  /** As it was when grading began. */
  @JsonColumn()
  question: Question;
  @JsonColumn()
  dimensionName: Text;
  /** The version that the engine reads by; null: none. */
  @IntColumn({ nullable: true })
  inUse: number | null;
  @MomentColumn({ nullable: true })
  usedAt: number | null;
  @RefColumn({ nullable: true })
  usedBy: string | null;
  /** Why it is used although it agrees no better; empty where it does. */
  @ShortColumn(500)
  reason: string;
  @RefColumn()
  createdBy: string;
  @MomentColumn()
  createdAt: number;
}

/** An answer that was chosen to be graded, as it was then. */
@Entity('calibration_answer')
@Index(['calibrationId', 'answerId'], { unique: true })
@Index(['answerId'])
@Index(['applicationId'])
export class GradedAnswerRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  calibrationId: string;
  @RefColumn()
  answerId: string;
  @RefColumn()
  applicationId: string;
  @RefColumn()
  personId: string;
  /** In this order they are graded; it says nothing about how good they are. */
  @IntColumn()
  place: number;
  @ShortColumn(2)
  locale: string;
  /** What the engine read without any grades, 0-1: never shown to who grades. */
  @DoubleColumn()
  share: number;
  /** Numbers 0-1 that the engine saw in it (engine/features.ts); they stay when the words go. */
  @JsonColumn()
  features: number[];
  /** Sealed with the candidate's key; null after the consent was taken back. */
  @LongColumn({ nullable: true })
  words: string | null;
  @MomentColumn()
  createdAt: number;
}

/** What one person gave one answer. */
@Entity('calibration_grade')
@Index(['gradedId', 'graderId'], { unique: true })
@Index(['calibrationId'])
export class GradeRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  calibrationId: string;
  /** The graded answer. */
  @RefColumn()
  gradedId: string;
  @RefColumn()
  graderId: string;
  /** 0-100; null: cannot be graded. */
  @DoubleColumn({ nullable: true })
  value: number | null;
  @ShortColumn(4)
  way: 'page' | 'card';
  @MomentColumn()
  at: number;
}

/** What was learned from the grades of a moment. Never changed. */
@Entity('calibration_version')
@Index(['calibrationId', 'version'], { unique: true })
export class CalibrationVersionRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  calibrationId: string;
  @IntColumn()
  version: number;
  @JsonColumn()
  weights: Weights;
  /** The mean of the graders by graded answer, 0-100. */
  @JsonColumn()
  grades: { graded: string; value: number }[];
  @JsonColumn()
  lesson: Lesson;
  @RefColumn()
  createdBy: string;
  @MomentColumn()
  createdAt: number;
}

/** Who asked for answers to grade as cards. */
@Entity('calibration_cards')
@Index(['calibrationId', 'staffId'], { unique: true })
export class GradeCardsRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  calibrationId: string;
  @RefColumn()
  staffId: string;
  /** 1-5. */
  @IntColumn()
  aDay: number;
  /** The last day, YYYY-MM-DD in China, that brought some. */
  @ShortColumn(10, { nullable: true })
  sentOn: string | null;
}
