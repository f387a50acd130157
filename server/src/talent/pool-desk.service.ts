import { Injectable } from '@nestjs/common';
import type { AddPoolNote, RemovePoolNote, SetPoolProfile } from '@zhiyu/contracts/pool-profile';
import type { StaffActor } from '../platform/auth/actor.js';
import { Database } from '../platform/database/database.js';
import { PoolNotes } from './pool-notes.service.js';
import { PoolProfiles } from './pool-profiles.service.js';
import { PoolSight } from './pool-sight.service.js';

/** What colleagues write of somebody in the pool: only of whom they may see. */
@Injectable()
export class PoolDesk {
  constructor(
    private readonly database: Database,
    private readonly sight: PoolSight,
    private readonly profiles: PoolProfiles,
    private readonly notes: PoolNotes,
  ) {}

  /** @throws notFound, consentMissing, regionRule; saidByPerson where the person wrote it */
  async profile(actor: StaffActor, { id, country, languages, move }: SetPoolProfile) {
    const { companyId, id: byStaffId } = actor;
    const { personId } = await this.sight.require(actor, id);
    await this.database.transaction((tx) =>
      this.profiles.set(tx, { companyId, personId, byStaffId }, { country, languages, move }),
    );
  }

  async note(actor: StaffActor, { id, text }: AddPoolNote): Promise<void> {
    const { personId } = await this.sight.require(actor, id);
    await this.notes.add(actor, personId, text);
  }

  async removeNote(actor: StaffActor, { id, note }: RemovePoolNote): Promise<void> {
    const { applications } = await this.sight.require(actor, id);
    const people = [...new Set(applications.map(({ personId }) => personId))];
    await this.notes.remove(actor, people, note);
  }
}
