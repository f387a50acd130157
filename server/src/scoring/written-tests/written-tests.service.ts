import { Injectable } from '@nestjs/common';
import { AppError } from '@zhiyu/contracts/errors';
import type {
  PublishTest,
  RetireTest,
  SaveTest,
  TestContent,
  TestDetail,
  TestList,
  TestSummary,
} from '@zhiyu/contracts/written-tests';
import { type EntityManager, In } from 'typeorm';
import type { StaffActor } from '../../platform/auth/actor.js';
import { Database, type Tx } from '../../platform/database/database.js';
import { newId } from '../../platform/time/ids.js';
import { StaffService } from '../../staff/staff.service.js';
import { faultsOf, pointsOf } from './marking.js';
import { SittingRow, WrittenTestRow, WrittenTestVersion } from './written-test.entity.js';

/** A published version that can be sent. */
export interface Published {
  test: WrittenTestRow;
  version: WrittenTestVersion;
}

function refuseFaults(content: TestContent): void {
  const faults = faultsOf(content);
  if (faults.length > 0) {
    throw new AppError('invalidInput', {}, faults);
  }
}

/** Written tests as HR builds them: a draft, and versions that never change. */
@Injectable()
export class WrittenTests {
  constructor(
    private readonly database: Database,
    private readonly staff: StaffService,
  ) {}

  async list(actor: StaffActor): Promise<TestList> {
    const rows = await this.database
      .read(WrittenTestRow)
      .find({ where: { companyId: actor.companyId }, order: { createdAt: 'DESC', id: 'DESC' } });
    const taken = await this.taken(rows.map(({ id }) => id));
    return { tests: rows.map((row) => summaryOf(row, taken.get(row.id) ?? 0)) };
  }

  async detail(actor: StaffActor, id: string): Promise<TestDetail> {
    const row = await this.require(actor, id, this.database.dataSource.manager);
    const versions = await this.database
      .read(WrittenTestVersion)
      .find({ where: { testId: id }, order: { version: 'DESC' } });
    const names = await this.staff.namesOf(versions.map(({ createdBy }) => createdBy));
    const taken = await this.taken([id]);
    return {
      ...summaryOf(row, taken.get(id) ?? 0),
      draft: row.draft,
      revision: row.revision,
      versions: versions.map(({ version, createdAt: at, createdBy }) => ({
        version,
        at,
        by: names.get(createdBy) ?? '',
      })),
    };
  }

  async create(actor: StaffActor, content: TestContent): Promise<TestDetail> {
    refuseFaults(content);
    const id = await this.database.transaction(async (tx) => {
      const row = { id: newId(tx.now), companyId: actor.companyId, draft: content, revision: 0 };
      const rest = { version: 0, publishedRevision: -1, retired: false, createdAt: tx.now };
      await tx.manager.insert(WrittenTestRow, { ...row, ...rest });
      return row.id;
    });
    return this.detail(actor, id);
  }

  /** @throws conflict when somebody else saved in between */
  async save(actor: StaffActor, { id, revision, content }: SaveTest): Promise<TestDetail> {
    refuseFaults(content);
    await this.database.transaction(async (tx) => {
      await this.require(actor, id, tx.manager);
      const next = { draft: content, revision: revision + 1 };
      const { affected } = await tx.manager.update(WrittenTestRow, { id, revision }, next);
      if (affected !== 1) {
        throw new AppError('conflict');
      }
    });
    return this.detail(actor, id);
  }

  /** @throws conflict when the draft is another one by now */
  async publish(actor: StaffActor, { id, revision }: PublishTest): Promise<TestDetail> {
    await this.database.transaction(async (tx) => {
      const row = await this.require(actor, id, tx.manager);
      if (row.revision !== revision) {
        throw new AppError('conflict');
      }
      if (row.publishedRevision !== revision) {
        await this.addVersion(tx, row, actor.id);
      }
    });
    return this.detail(actor, id);
  }

  async retire(actor: StaffActor, { id, retired }: RetireTest): Promise<TestDetail> {
    await this.database.transaction(async (tx) => {
      await this.require(actor, id, tx.manager);
      await tx.manager.update(WrittenTestRow, { id }, { retired });
    });
    return this.detail(actor, id);
  }

  /** Tests of a company that can be sent, each with its newest version. */
  async published(
    companyId: string,
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Published[]> {
    const rows = await manager.findBy(WrittenTestRow, { companyId, retired: false });
    const out = rows.filter((row) => row.version > 0);
    const ids = out.map((row) => row.id);
    const versions = await manager.findBy(WrittenTestVersion, { testId: In(ids) });
    return out.flatMap((test) => {
      const version = versions.find((v) => v.testId === test.id && v.version === test.version);
      return version ? [{ test, version }] : [];
    });
  }

  async versionsOf(
    ids: string[],
    manager: EntityManager = this.database.dataSource.manager,
  ): Promise<Map<string, WrittenTestVersion>> {
    const rows = await manager.findBy(WrittenTestVersion, { id: In([...new Set(ids)]) });
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async addVersion(tx: Tx, row: WrittenTestRow, createdBy: string): Promise<void> {
    const { id: testId, companyId, draft: content, revision } = row;
    const version = row.version + 1;
    const made = { id: newId(tx.now), companyId, testId, version, content };
    await tx.manager.insert(WrittenTestVersion, { ...made, createdBy, createdAt: tx.now });
    const head = { version, publishedRevision: revision };
    await tx.manager.update(WrittenTestRow, { id: testId }, head);
  }

  private async require(
    actor: StaffActor,
    id: string,
    manager: EntityManager,
  ): Promise<WrittenTestRow> {
    const row = await manager.findOneBy(WrittenTestRow, { id, companyId: actor.companyId });
    if (!row) {
      throw new AppError('notFound');
    }
    return row;
  }

  private async taken(testIds: string[]): Promise<Map<string, number>> {
    if (testIds.length === 0) {
      return new Map();
    }
    const rows = await this.database
      .read(SittingRow)
      .createQueryBuilder('s')
      .select('s.testId', 'testId')
      .addSelect('COUNT(*)', 'n')
      .where('s.testId IN (:...testIds) AND s.submittedAt IS NOT NULL', { testIds })
      .groupBy('s.testId')
      .getRawMany<{ testId: string; n: string }>();
    return new Map(rows.map(({ testId, n }) => [testId, Number(n)]));
  }
}

function summaryOf(row: WrittenTestRow, taken: number): TestSummary {
  const { id, draft, version, retired, revision, publishedRevision } = row;
  return {
    ...{ id, title: draft.title, minutes: draft.minutes, items: draft.items.length },
    ...{ points: pointsOf(draft), version, changed: revision !== publishedRevision },
    ...{ retired, taken },
  };
}
