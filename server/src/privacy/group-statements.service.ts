import { Injectable } from '@nestjs/common';
import { groupTextVersion, type StatedGroups } from '@zhiyu/contracts/groups';
import { MoreThan } from 'typeorm';
import type { SubjectVault } from '../platform/crypto/sealed.js';
import { Vault } from '../platform/crypto/vault.js';
import { Database, type Tx } from '../platform/database/database.js';
import { GroupStatement } from './group-statement.entity.js';

const step = 500;
const place = (row: string) => ({ table: 'group_statement', column: 'stated', row });

type Whose = Pick<GroupStatement, 'applicationId' | 'companyId' | 'personId'>;

/** What people said of their groups, sealed with each person's key: whoever is erased is in no count. */
@Injectable()
export class GroupStatements {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  /** The newest word counts; the one before is gone. */
  async state(tx: Tx, whose: Whose, stated: StatedGroups): Promise<void> {
    const { applicationId, companyId, personId } = whose;
    const vault = await this.vault.of(personId, tx.manager);
    await tx.manager.delete(GroupStatement, { applicationId });
    await tx.manager.insert(GroupStatement, {
      ...{ applicationId, companyId, personId },
      stated: vault.seal(place(applicationId), JSON.stringify(stated)),
      textVersion: groupTextVersion,
      at: tx.now,
    });
  }

  async drop(tx: Tx, applicationId: string): Promise<void> {
    await tx.manager.delete(GroupStatement, { applicationId });
  }

  async of(applicationId: string): Promise<StatedGroups | null> {
    const row = await this.database.read(GroupStatement).findOneBy({ applicationId });
    return row ? opened(row, await this.vault.of(row.personId)) : null;
  }

  /** Everybody's of a company by application, piece by piece. */
  async *all(companyId: string): AsyncGenerator<Map<string, StatedGroups>> {
    let after = '';
    for (;;) {
      const rows = await this.database.read(GroupStatement).find({
        where: { companyId, applicationId: MoreThan(after) },
        order: { applicationId: 'ASC' },
        take: step,
      });
      const last = rows.at(-1);
      if (!last) {
        return;
      }
      after = last.applicationId;
      const vaults = await this.vault.ofMany(rows.map(({ personId }) => personId));
      const open = rows.flatMap((row): [string, StatedGroups][] => {
        const vault = vaults.get(row.personId);
        const stated = vault ? opened(row, vault) : null;
        return stated ? [[row.applicationId, stated]] : [];
      });
      yield new Map(open);
    }
  }
}

function opened(row: GroupStatement, vault: SubjectVault): StatedGroups | null {
  const text = vault.open(place(row.applicationId), row.stated);
  return text === null ? null : (JSON.parse(text) as StatedGroups);
}
