import { Injectable } from '@nestjs/common';
import { Vault } from '../platform/crypto/vault.js';
import type { Tx } from '../platform/database/database.js';
import { Person, SearchToken } from './person.entity.js';
import { SamePeople } from './same-people.service.js';

/** Erases a person: the one key, the traces in the search index; everybody who keeps files hears of it. */
@Injectable()
export class Erasure {
  constructor(
    private readonly vault: Vault,
    private readonly same: SamePeople,
  ) {}

  /** With everybody who is said to be the same person; nothing where the keys are gone already. */
  async erase(tx: Tx, personId: string): Promise<void> {
    for (const id of await this.same.groupOf(personId, tx.manager)) {
      await this.eraseOne(tx, id);
    }
  }

  /** Whether the key is gone. */
  async erased(personId: string): Promise<boolean> {
    return (await this.vault.of(personId)).erased;
  }

  private async eraseOne(tx: Tx, personId: string): Promise<void> {
    const vault = await this.vault.of(personId, tx.manager);
    const person = await tx.manager.findOneBy(Person, { id: personId });
    if (vault.erased || !person) {
      return;
    }
    const { companyId } = person;
    await tx.manager.delete(SearchToken, { companyId, personId });
    await this.vault.destroy(tx, personId);
    tx.emit('PersonErased', companyId, { personId });
  }
}
