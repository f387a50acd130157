import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager, In } from 'typeorm';
import type { Tx } from '../database/database.js';
import { DataKey } from './data-key.entity.js';
import { Keyring } from './keyring.js';
import { SubjectVault } from './sealed.js';

const remembered = 5000;

/** Data keys, one a subject: made, found, destroyed. */
@Injectable()
export class Vault {
  private readonly known = new Map<string, SubjectVault>();

  constructor(
    private readonly keyring: Keyring,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  async create(tx: Tx, companyId: string, subjectId: string): Promise<SubjectVault> {
    const key = randomBytes(32);
    const wrapped = this.keyring.wrap(key);
    await tx.manager.insert(DataKey, { subjectId, companyId, wrapped, createdAt: tx.now });
    return new SubjectVault(companyId, key);
  }

  /** The vault of a subject; inside a transaction give its manager. */
  async of(subjectId: string, manager?: EntityManager): Promise<SubjectVault> {
    const found = await this.ofMany([subjectId], manager);
    return found.get(subjectId) ?? new SubjectVault('', null);
  }

  async ofMany(
    subjectIds: string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<Map<string, SubjectVault>> {
    const missing = [...new Set(subjectIds)].filter((id) => !this.known.has(id));
    if (missing.length > 0) {
      const rows = await manager.findBy(DataKey, { subjectId: In(missing) });
      for (const row of rows) {
        this.remember(
          row.subjectId,
          new SubjectVault(row.companyId, this.keyring.unwrap(row.wrapped)),
        );
      }
    }
    return new Map(subjectIds.map((id) => [id, this.known.get(id) ?? new SubjectVault('', null)]));
  }

  /** Erasure: what was sealed with it is noise from now on. */
  async destroy(tx: Tx, subjectId: string): Promise<void> {
    await tx.manager.delete(DataKey, { subjectId });
    this.known.delete(subjectId);
  }

  /** Another process destroyed it. */
  forget(subjectId: string): void {
    this.known.delete(subjectId);
  }

  private remember(subjectId: string, vault: SubjectVault): void {
    if (this.known.size >= remembered) {
      const oldest = this.known.keys().next();
      if (!oldest.done) {
        this.known.delete(oldest.value);
      }
    }
    this.known.set(subjectId, vault);
  }
}
