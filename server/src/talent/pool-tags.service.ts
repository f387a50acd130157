import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import { poolTagsAtMost } from '@zhiyu/contracts/pool-tags';
import type { TagInPool } from '@zhiyu/contracts/talent-pool';
import { type EntityManager, In } from 'typeorm';
import type { StaffActor } from '../platform/auth/actor.js';
import { Vault } from '../platform/crypto/vault.js';
import { Database, type Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { SamePeople } from '../privacy/same-people.service.js';
import type { PoolPerson } from './pool-people.service.js';
import { PoolSight } from './pool-sight.service.js';
import { PoolTag } from './pool-tag.entity.js';

const bodyOf = (row: string) => ({ table: 'pool_tag', column: 'body', row });
const step = 400;

type Opened = Pick<PoolTag, 'id' | 'personId'> & { tag: string };

/**
 * Tags of people in the pool: sealed with the person's key and gone with it or when he leaves (`pool-leavers.service.ts`).
 * They are words of the staff, for finding somebody again; nothing is computed from them.
 */
@Injectable()
export class PoolTags {
  constructor(
    private readonly database: Database,
    private readonly sight: PoolSight,
    private readonly same: SamePeople,
    private readonly vault: Vault,
  ) {}

  /** By the person who gave the consent; whoever has none is missing. */
  async ofAll(people: readonly PoolPerson[]): Promise<Map<string, string[]>> {
    const whose = new Map(
      people.flatMap(({ personId, applications }) =>
        applications.map((one): [string, string] => [one.personId, personId]),
      ),
    );
    const found = new Map<string, string[]>();
    for (const { personId, tag } of await this.opened([...whose.keys()])) {
      const key = whose.get(personId) ?? personId;
      const before = found.get(key) ?? [];
      found.set(key, before.includes(tag) ? before : [...before, tag]);
    }
    return found;
  }

  /** What is kept of a person, to take along. */
  async ofPerson(personId: string): Promise<string[]> {
    const tags = await this.opened(await this.same.groupOf(personId));
    return [...new Set(tags.map(({ tag }) => tag))];
  }

  /** @throws notFound, consentMissing, regionRule (PoolSight), conflict where there are too many */
  async set(actor: StaffActor, { id, tag, on }: TagInPool): Promise<void> {
    const { companyId } = actor;
    const person = await this.sight.require(actor, id);
    const group = await this.same.groupOf(person.personId);
    await this.database.transaction(async (tx) => {
      const known = await this.opened(group, tx.manager);
      const same = known.filter((one) => one.tag === tag);
      if (on === same.length > 0) {
        return;
      }
      if (on) {
        const all = new Set(known.map((one) => one.tag));
        await this.add(tx, { companyId, personId: person.personId, tag, by: actor.id, all });
      } else {
        await tx.manager.delete(PoolTag, { id: In(same.map((one) => one.id)) });
      }
      tx.emit('PoolTagged', companyId, { applicationId: id, tagged: on, byStaffId: actor.id });
    });
  }

  private async add(
    tx: Tx,
    of: { companyId: string; personId: string; tag: string; by: string; all: ReadonlySet<string> },
  ): Promise<void> {
    const { companyId, personId, tag, by, all } = of;
    if (all.size >= poolTagsAtMost) {
      throw new AppError('conflict');
    }
    const row = newId(tx.now);
    const vault = await this.vault.of(personId, tx.manager);
    const body = vault.seal(bodyOf(row), tag);
    await tx.manager.insert(PoolTag, {
      ...{ id: row, companyId, personId, body, byStaffId: by, at: tx.now },
    });
  }

  /** Oldest first; what was sealed with a key that is gone is nothing. */
  private async opened(
    personIds: readonly string[],
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Opened[]> {
    const found: Opened[] = [];
    for (let at = 0; at < personIds.length; at += step) {
      const rows = await manager.find(PoolTag, {
        where: { personId: In(personIds.slice(at, at + step)) },
        order: { at: 'ASC', id: 'ASC' },
      });
      const vaults = await this.vault.ofMany(
        rows.map(({ personId }) => personId),
        manager,
      );
      for (const { id, personId, body } of rows) {
        const tag = vaults.get(personId)?.open(bodyOf(id), body) ?? null;
        if (tag !== null) {
          found.push({ id, personId, tag });
        }
      }
    }
    return found;
  }
}
