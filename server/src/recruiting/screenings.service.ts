import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Vault } from '../platform/crypto/vault.js';
import type { Tx } from '../platform/database/database.js';
import { Application } from './entities/application.entity.js';
import type { KeptScreening } from './screening-finding.js';

/** What the rules decided about each application, sealed with the key of its person. */
@Injectable()
export class Screenings {
  constructor(private readonly vault: Vault) {}

  async keep(tx: Tx, { id, personId }: Application, screening: KeptScreening): Promise<void> {
    const vault = await this.vault.of(personId, tx.manager);
    const sealed = vault.seal(placeOf(id), JSON.stringify(screening));
    const decided = { screening: sealed, screeningOutcome: screening.outcome };
    await tx.manager.update(Application, { id }, decided);
  }

  /** Null before the rules were asked and after an erasure; inside a transaction give its manager. */
  async of(
    { id, personId, screening }: Application,
    manager?: EntityManager,
  ): Promise<KeptScreening | null> {
    const opened = (await this.vault.of(personId, manager)).open(placeOf(id), screening);
    return opened === null ? null : (JSON.parse(opened) as KeptScreening);
  }
}

function placeOf(row: string) {
  return { table: 'application', column: 'screening', row };
}
