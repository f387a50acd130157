import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { PoolNote } from '@zhiyu/contracts/pool-profile';
import { poolNotesAtMost } from '@zhiyu/contracts/pool-values';
import type { PoolMember } from '@zhiyu/contracts/talent-pool';
import { In } from 'typeorm';
import type { StaffActor } from '../platform/auth/actor.js';
import { Vault } from '../platform/crypto/vault.js';
import { Database } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { StaffService } from '../staff/staff.service.js';
import type { PoolPerson } from './pool-people.service.js';
import { PoolNoteRow } from './pool-profile.entity.js';
import type { KeptProfile } from './pool-profiles.service.js';

const bodyOf = (row: string) => ({ table: 'pool_note', column: 'body', row });

/** A note with whose it is. */
export type WhoseNote = PoolNote & { personId: string };

/** Notes on working across cultures: dated, with their author, sealed with the person's key and gone with it. */
@Injectable()
export class PoolNotes {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly staff: StaffService,
  ) {}

  /** Newest first. @param reader whose notes are `own`; null: nobody's */
  async of(personIds: readonly string[], reader: string | null): Promise<WhoseNote[]> {
    const rows = await this.database
      .read(PoolNoteRow)
      .find({ where: { personId: In([...personIds]) }, order: { at: 'DESC', id: 'DESC' } });
    const vaults = await this.vault.ofMany(rows.map(({ personId }) => personId));
    const names = await this.staff.namesOf(rows.map(({ byStaffId }) => byStaffId));
    return rows.flatMap(({ id, personId, body, byStaffId, at }) => {
      const text = vaults.get(personId)?.open(bodyOf(id), body) ?? null;
      const by = names.get(byStaffId) ?? '';
      return text === null ? [] : [{ id, personId, text, by, own: byStaffId === reader, at }];
    });
  }

  /** What stands beside people of the pool beyond their applications: what they said of themselves, and the notes. */
  async about(
    reader: string,
    persons: readonly PoolPerson[],
  ): Promise<(person: PoolPerson) => Pick<PoolMember, 'profile' | 'notes'>> {
    const idsOf = ({ applications }: PoolPerson) => applications.map(({ personId }) => personId);
    const notes = await this.of([...new Set(persons.flatMap(idsOf))], reader);
    const names = await this.staff.namesOf(
      persons.map(({ profile }) => profile?.byStaffId ?? null),
    );
    return (person) => {
      const { profile } = person;
      const ids = new Set(idsOf(person));
      return {
        profile: profile && saidOf(profile, names),
        notes: notes
          .filter(({ personId }) => ids.has(personId))
          .map(({ id, text, by, own, at }) => ({ id, text, by, own, at })),
      };
    };
  }

  /** @throws conflict where there are too many */
  async add(
    { id: byStaffId, companyId }: StaffActor,
    personId: string,
    text: string,
  ): Promise<void> {
    await this.database.transaction(async (tx) => {
      if ((await tx.manager.countBy(PoolNoteRow, { personId })) >= poolNotesAtMost) {
        throw new AppError('conflict');
      }
      const id = newId(tx.now);
      const body = (await this.vault.of(personId, tx.manager)).seal(bodyOf(id), text);
      await tx.manager.insert(PoolNoteRow, {
        id,
        companyId,
        personId,
        body,
        byStaffId,
        at: tx.now,
      });
    });
  }

  /** Only the own ones. @throws notFound */
  async remove({ id: byStaffId }: StaffActor, personIds: readonly string[], id: string) {
    const where = { id, byStaffId, personId: In([...personIds]) };
    await this.database.transaction(async (tx) => {
      const { affected } = await tx.manager.delete(PoolNoteRow, where);
      if (affected === 0) {
        throw new AppError('notFound');
      }
    });
  }
}

function saidOf({ byStaffId, ...said }: KeptProfile, names: ReadonlyMap<string, string>) {
  return { ...said, by: byStaffId === null ? null : (names.get(byStaffId) ?? '') };
}
