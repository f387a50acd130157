import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { scopesOf } from '../staff/rights.js';
import { SignIn } from '../staff/sign-in.service.js';
import { StaffUser } from '../staff/staff-user.entity.js';

/** Members of the staff as what they may see and do: for messages that each gets with his own numbers. */
@Injectable()
export class Receivers {
  constructor(
    private readonly database: Database,
    private readonly signIn: SignIn,
  ) {}

  /** Ids of those who may do the act somewhere. */
  async idsWith(companyId: string, act: string): Promise<string[]> {
    const users = await this.database.read(StaffUser).findBy({ companyId, active: true });
    return users.filter(({ roles }) => scopesOf(roles, act).length > 0).map(({ id }) => id);
  }

  /** Null where he has left. */
  actor(staffId: string): Promise<StaffActor | null> {
    return this.signIn.actorOf(staffId, '');
  }

  async with(companyId: string, act: string): Promise<StaffActor[]> {
    const ids = await this.idsWith(companyId, act);
    const actors = await Promise.all(ids.map((id) => this.actor(id)));
    return actors.filter((actor) => actor !== null);
  }
}
