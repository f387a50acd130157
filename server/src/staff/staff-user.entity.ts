import type { Role } from '@zhiyu/contracts/staff';
import { Entity, Index, PrimaryColumn } from 'typeorm';
import {
  FlagColumn,
  IdColumn,
  JsonColumn,
  MomentColumn,
  RefColumn,
  ShortColumn,
} from '../platform/database/columns.js';

/** A person who signs in to work here. Name and mail stand with the person. */
@Entity('staff_user')
@Index(['companyId'])
@Index(['loginToken'], { unique: true })
export class StaffUser {
  @IdColumn()
  id: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  personId: string;
  /** Blind index of the mail address over the whole installation: finds the user at log-in. */
  @ShortColumn(32)
  loginToken: string;
  /** argon2id; null until the invitation was used. */
  @ShortColumn(200, { nullable: true })
  passwordHash: string | null;
  @JsonColumn()
  roles: Role[];
  @RefColumn({ nullable: true })
  departmentId: string | null;
  @FlagColumn()
  active: boolean;
  @MomentColumn({ nullable: true })
  lastSeenAt: number | null;
  @MomentColumn()
  createdAt: number;
}

/** A link that signs in once: invitation, reset, or a person of the example company. */
@Entity('one_time_link')
@Index(['staffId'])
export class OneTimeLink {
  /** SHA-256 of the token. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  hash: string;
  @RefColumn()
  companyId: string;
  @RefColumn()
  staffId: string;
  @ShortColumn(12)
  purpose: 'invite' | 'reset' | 'example';
  @MomentColumn()
  expiresAt: number;
  @MomentColumn({ nullable: true })
  usedAt: number | null;
}
