import type { AccommodationKind } from '@zhiyu/contracts/arrangements';
import type { RequestKind, RequestState } from '@zhiyu/contracts/requests';
import { Entity, Index } from 'typeorm';
import {
  IdColumn,
  JsonColumn,
  LongColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../platform/database/columns.js';

/** What exactly is asked for; nothing about why. */
export interface RequestFacts {
  days?: number;
  accommodations?: AccommodationKind[];
}

/** Something a candidate asked the company for, and what a person answered. */
@Entity('candidate_request')
@Index(['applicationId', 'kind'])
@Index(['personId'])
export class CandidateRequest {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  applicationId: string;
  @RefColumn()
  personId: string;
  @ShortColumn(13)
  kind: RequestKind;
  @ShortColumn(8)
  state: RequestState;
  @JsonColumn()
  facts: RequestFacts;
  /** The candidate's words, sealed. */
  @LongColumn({ nullable: true })
  text: string | null;
  /** The company's words, sealed. */
  @LongColumn({ nullable: true })
  answer: string | null;
  @MomentColumn()
  askedAt: number;
  @MomentColumn()
  dueAt: number;
  @MomentColumn({ nullable: true })
  answeredAt: number | null;
  @RefColumn({ nullable: true })
  answeredBy: string | null;
}
