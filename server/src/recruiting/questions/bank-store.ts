import { Injectable } from '@nestjs/common';
import type { BankIndicator, BankItem } from '@zhiyu/contracts/question-bank';
import { type EntityManager, In } from 'typeorm';
import { Database, isDuplicate, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { BankItemRow, BankItemVersion, QuestionExposure } from '../entities/bank-item.entity.js';
import { QuestionSeeds, type Seed } from './question-seeds.js';

/** An item with its newest version. */
export interface Stored {
  row: BankItemRow;
  content: BankItem;
  indicators: BankIndicator[];
}

export interface NewVersion {
  companyId: string;
  content: BankItem;
  /** Points of the item and of its competency. */
  indicators: BankIndicator[];
  createdBy: string | null;
  note: string;
  origin: BankItemRow['origin'];
  seed: string | null;
}

const versionsRemembered = 2_000;

/** Rows of the bank: items, their versions, and how often each was asked. */
@Injectable()
export class BankStore {
  private readonly versions = new Map<string, BankItemVersion>();
  /** Companies whose bank holds the product's items of this installation. */
  private readonly complete = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly seeds: QuestionSeeds,
  ) {}

  /** Before reading: the product's items are there, each as a version of its own. */
  async fill(companyId: string): Promise<void> {
    if (this.complete.has(companyId)) {
      return;
    }
    try {
      await this.database.transaction((tx) => this.fillIn(tx, companyId));
    } catch (error) {
      // Another process was filling at the same time: the rows are there.
      if (!isDuplicate(error)) {
        throw error;
      }
    }
    this.complete.add(companyId);
  }

  /** The same inside a transaction that is open already. */
  async fillIn(tx: Tx, companyId: string): Promise<void> {
    if (this.complete.has(companyId)) {
      return;
    }
    const rows = await tx.manager.findBy(BankItemRow, { companyId });
    const byCode = new Map(rows.map((row) => [row.code, row]));
    for (const seed of this.seeds.items()) {
      const row = byCode.get(seed.item.code) ?? null;
      // What the company has changed stays as it made it.
      if (row === null || (row.origin === 'product' && row.seed !== seed.hash)) {
        await this.add(tx, row, fromSeed(seed, companyId));
      }
    }
  }

  async all(
    companyId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Stored[]> {
    const rows = await manager.find(BankItemRow, { where: { companyId }, order: { code: 'ASC' } });
    await this.remember(rows, manager);
    return rows.flatMap((row) => this.stored(row));
  }

  async find(companyId: string, code: string): Promise<Stored | null> {
    const manager = this.database.dataSource.manager;
    const row = await manager.findOneBy(BankItemRow, { companyId, code });
    if (!row) {
      return null;
    }
    await this.remember([row], manager);
    return this.stored(row)[0] ?? null;
  }

  /** Writes a new version, of a new item where there is no row yet. @returns its number */
  async add(tx: Tx, row: BankItemRow | null, input: NewVersion): Promise<number> {
    const { companyId, content, indicators, createdBy, note, origin, seed } = input;
    const version = (row?.version ?? 0) + 1;
    const itemId = row?.id ?? newId(tx.now);
    const versionId = newId(tx.now);
    const of = { companyId, itemId, version, createdBy, note, createdAt: tx.now };
    await tx.manager.insert(BankItemVersion, { id: versionId, ...of, content, indicators });
    const head = { versionId, version, origin, seed };
    if (row) {
      await tx.manager.update(BankItemRow, { id: row.id, version: row.version }, head);
    } else {
      const made = { id: itemId, companyId, code: content.code, retired: false, createdAt: tx.now };
      await tx.manager.insert(BankItemRow, { ...made, ...head });
    }
    return version;
  }

  /** Asked: counted once for each answer. */
  async asked(tx: Tx, input: { companyId: string; code: string; answerId: string }): Promise<void> {
    const { companyId, code, answerId } = input;
    await tx.manager.insert(QuestionExposure, { id: answerId, companyId, code, at: tx.now });
  }

  /** By code: how often, and when last. */
  async exposures(
    companyId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Map<string, { asked: number; lastAt: number | null }>> {
    const rows = await manager
      .createQueryBuilder(QuestionExposure, 'exposure')
      .select('exposure.code', 'code')
      .addSelect('COUNT(*)', 'asked')
      .addSelect('MAX(exposure.at)', 'lastAt')
      .where('exposure.companyId = :companyId', { companyId })
      .groupBy('exposure.code')
      .getRawMany<{ code: string; asked: string; lastAt: string }>();
    return new Map(
      rows.map(({ code, asked, lastAt }) => [
        code,
        { asked: Number(asked), lastAt: Number(lastAt) },
      ]),
    );
  }

  private stored(row: BankItemRow): Stored[] {
    const version = this.versions.get(row.versionId);
    return version ? [{ row, content: version.content, indicators: version.indicators }] : [];
  }

  /** Versions never change, and so are kept. */
  private async remember(rows: BankItemRow[], manager: EntityManager): Promise<void> {
    if (this.versions.size > versionsRemembered) {
      this.versions.clear();
    }
    const unknown = rows.map((row) => row.versionId).filter((id) => !this.versions.has(id));
    if (unknown.length > 0) {
      for (const version of await manager.findBy(BankItemVersion, { id: In(unknown) })) {
        this.versions.set(version.id, version);
      }
    }
  }
}

function fromSeed({ item, competency, hash }: Seed, companyId: string): NewVersion {
  return {
    companyId,
    content: item,
    indicators: [...competency.indicators, ...item.indicators],
    createdBy: null,
    note: '',
    origin: 'product',
    seed: hash,
  };
}
