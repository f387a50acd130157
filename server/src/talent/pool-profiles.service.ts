import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type { PoolProfile } from '@zhiyu/contracts/pool-profile';
import { type EntityManager, In } from 'typeorm';
import { Vault } from '../platform/crypto/vault.js';
import { Database, type Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { PoolProfileRow } from './pool-profile.entity.js';

const bodyOf = (row: string) => ({ table: 'pool_profile', column: 'body', row });
const step = 400;

export interface KeptProfile extends PoolProfile {
  /** Null: the person wrote it. */
  byStaffId: string | null;
  at: number;
}

/** Whose profile it is, and who says it: a colleague who was told, or null for the person. */
interface Said {
  companyId: string;
  personId: string;
  byStaffId: string | null;
}

/** What people in the pool said of place, languages and moving, sealed with the key of each. */
@Injectable()
export class PoolProfiles {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** By person; who said nothing, or whose key is gone, is missing. */
  async ofAll(
    personIds: readonly string[],
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Map<string, KeptProfile>> {
    const found = new Map<string, KeptProfile>();
    for (let at = 0; at < personIds.length; at += step) {
      const rows = await manager.findBy(PoolProfileRow, {
        personId: In(personIds.slice(at, at + step)),
      });
      const vaults = await this.vault.ofMany(
        rows.map(({ personId }) => personId),
        manager,
      );
      for (const row of rows) {
        const body = vaults.get(row.personId)?.open(bodyOf(row.id), row.body) ?? null;
        if (body !== null) {
          const { byStaffId, at: saidAt } = row;
          found.set(row.personId, { ...(JSON.parse(body) as PoolProfile), byStaffId, at: saidAt });
        }
      }
    }
    return found;
  }

  /** The newest word of one human, who may be known as several people. */
  async ofGroup(
    personIds: readonly string[],
    manager?: EntityManager,
  ): Promise<KeptProfile | null> {
    return newestOf(await this.ofAll(personIds, manager), personIds);
  }

  /** @throws saidByPerson where a colleague would change what the person wrote */
  async set(tx: Tx, { companyId, personId, byStaffId }: Said, said: PoolProfile): Promise<void> {
    const { country, languages, move } = said;
    const before = await tx.manager.findOneBy(PoolProfileRow, { personId });
    if (byStaffId !== null && before?.byStaffId === null) {
      throw new AppError('saidByPerson');
    }
    const id = before?.id ?? newId(tx.now);
    const vault = await this.vault.of(personId, tx.manager);
    const body = vault.seal(bodyOf(id), JSON.stringify({ country, languages, move }));
    await tx.manager.save(PoolProfileRow, {
      ...{ id, companyId, personId, body, byStaffId, at: tx.now },
    });
  }
}

export function newestOf(
  profiles: ReadonlyMap<string, KeptProfile>,
  personIds: readonly string[],
): KeptProfile | null {
  const own = personIds.flatMap((id) => profiles.get(id) ?? []);
  return own.sort((one, other) => other.at - one.at)[0] ?? null;
}
