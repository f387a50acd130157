import type { Text } from '@zhiyu/contracts/basics';
import type { InterviewState } from '@zhiyu/contracts/interview';
import type { Question } from '@zhiyu/contracts/position';
import type { Recognition } from '@zhiyu/contracts/unheard';
import { Entity, Index } from 'typeorm';
import {
  DoubleColumn,
  FlagColumn,
  IdColumn,
  IntColumn,
  JsonColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../../platform/database/columns.js';

/** A question that was planned and asked of this person before, and what is asked in its place. */
export interface Replaced {
  code: string;
  text: Text;
  /** Item of the bank asked instead; null where there was no other and it is asked again. */
  by: string | null;
}

/** One interview of an application: by the machine (ai) or by people (human). */
@Entity('interview')
@Index(['applicationId', 'round'])
@Index(['companyId', 'state'])
@Index(['companyId', 'startsAt'])
@Index(['companyId', 'createdAt'])
@Index(['tokenHash'], { unique: true })
@Index(['personId'])
export class Interview {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  applicationId: string;
  @RefColumn()
  personId: string;
  @ShortColumn(6)
  kind: 'ai' | 'human';
  @IntColumn()
  round: number;
  @ShortColumn(10)
  state: InterviewState;
  /** The version of the position whose plan, questions and model it uses. */
  @RefColumn()
  positionVersionId: string;
  /** SHA-256 of the invitation's token; null for human rounds. */
  @ShortColumn(64, { nullable: true })
  tokenHash: string | null;
  /** The token sealed with the person's key, for the link in the candidate's card. */
  @LongColumn({ nullable: true })
  token: string | null;
  /** The first exchange was made: another device needs a code. */
  @MomentColumn({ nullable: true })
  exchangedAt: number | null;
  /** Hash of the secret of the device that made it; null where that sent none. */
  @ShortColumn(64, { nullable: true })
  openedBy: string | null;
  /** Where the page was first opened, `<app>:<device>` (opened-on.ts); null where that was not told. */
  @ShortColumn(20, { nullable: true })
  openedOn: string | null;
  /** Keyed hash of the digits shown on the first device. */
  @ShortColumn(64, { nullable: true })
  codeHash: string | null;
  @MomentColumn()
  codeExpiresAt: number;
  @MomentColumn()
  deadline: number;
  @MomentColumn({ nullable: true })
  startedAt: number | null;
  @MomentColumn({ nullable: true })
  finishedAt: number | null;
  /** What worked on the candidate's device. */
  @JsonColumn({ nullable: true })
  device: object | null;
  /** Human rounds: when and where. */
  @MomentColumn({ nullable: true })
  startsAt: number | null;
  @ShortColumn(200)
  place: string;
  @ShortColumn(100)
  contact: string;
  @MomentColumn()
  createdAt: number;
}

/** A question as asked: the frozen version of the bank's, or one of a person's own words. */
@Entity('asked_question')
@Index(['interviewId', 'position'], { unique: true })
export class AskedQuestion {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  interviewId: string;
  /** 0-based place in the interview. */
  @IntColumn()
  position: number;
  @ShortColumn(13)
  kind: 'planned' | 'followUp' | 'supplementary';
  @JsonColumn()
  content: Question;
  @ShortColumn(200)
  reason: string;
  /** Of a follow-up: the asked question whose answer it goes on with. */
  @RefColumn({ nullable: true })
  followsId: string | null;
  /** Sealed: the candidate's own words that it takes up; of a planned one the reason that quotes the résumé. */
  @LongColumn({ nullable: true })
  said: string | null;
  /** Sealed: a follow-up in words that fit the answer before, instead of its content's text; null: that text. */
  @LongColumn({ nullable: true })
  worded: string | null;
  /** The planned question that this person had been asked before; null where the planned one stands. */
  @JsonColumn({ nullable: true })
  replaced: Replaced | null;
  @MomentColumn({ nullable: true })
  askedAt: number | null;
}

/** The answer to one asked question; its attempts hold what was said. */
@Entity('answer')
@Index(['interviewId'])
@Index(['questionId'], { unique: true })
export class Answer {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  interviewId: string;
  @RefColumn()
  questionId: string;
  @ShortColumn(10)
  state: 'waiting' | 'thinking' | 'answering' | 'reviewing' | 'done';
  @MomentColumn({ nullable: true })
  thinkingEndsAt: number | null;
  @RefColumn({ nullable: true })
  chosenAttemptId: string | null;
  @MomentColumn({ nullable: true })
  chosenAt: number | null;
}

/** One recording or text of an answer; one of them is chosen. */
@Entity('attempt')
@Index(['answerId'])
export class AttemptRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  answerId: string;
  @RefColumn()
  personId: string;
  @ShortColumn(6)
  mode: 'camera' | 'voice' | 'text';
  @ShortColumn(10)
  state: 'recording' | 'finished';
  /** Hash of the session that began it: one device answers. */
  @ShortColumn(64, { nullable: true })
  session: string | null;
  @MomentColumn()
  startedAt: number;
  @MomentColumn()
  endsAt: number;
  /** When that device was first heard from after the end, while it had not handed in. */
  @MomentColumn({ nullable: true })
  heardAt: number | null;
  @MomentColumn({ nullable: true })
  finishedAt: number | null;
  /** Length by the device's monotonic clock, seconds. */
  @DoubleColumn()
  seconds: number;
  /** Finished without a network: the device's clock ran on. */
  @FlagColumn()
  offline: boolean;
  @FlagColumn()
  pasted: boolean;
  @ShortColumn(8)
  recognition: Recognition;
}

/** Words of an attempt, by engine, candidate or HR; each version is kept, the newest of the highest origin counts. */
@Entity('transcript')
@Index(['attemptId', 'createdAt'])
export class TranscriptRow {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  attemptId: string;
  @RefColumn()
  personId: string;
  @ShortColumn(9)
  origin: 'engine' | 'candidate' | 'hr';
  @ShortColumn(60, { nullable: true })
  engine: string | null;
  @ShortColumn(2)
  locale: string;
  /** Sealed JSON: segments. */
  @LongColumn()
  segments: string;
  @RefColumn({ nullable: true })
  writtenBy: string | null;
  @MomentColumn()
  createdAt: number;
}
