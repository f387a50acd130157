import { Decision } from '@zhiyu/server/recruiting/entities/application.entity';
import { EventRow } from '@zhiyu/server/platform/events/event.entity';
import { Setting } from '@zhiyu/server/platform/database/setting.entity';
import { newId } from '@zhiyu/server/platform/time/ids';
import { expect } from 'chai';
import { type EntityManager, type EntityMetadata, In, type ObjectLiteral } from 'typeorm';
import { startApp, type TestApp } from '../harness/app.js';
import { aWorld } from '../harness/world.js';

describe('the short way to rows', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
    await aWorld(app);
    await app.drainJobs();
  });
  after(() => app.stop());

  const undo = new Error('undone');
  /** Runs in a transaction that leaves nothing. */
  const undone = (work: (manager: EntityManager) => Promise<void>) =>
    app.database
      .transaction(async ({ manager }) => {
        await work(manager);
        throw undo;
      })
      .catch((error: unknown) => {
        if (error !== undo) {
          throw error;
        }
      });

  const keyOf = ({ primaryColumns }: EntityMetadata, row: ObjectLiteral) =>
    Object.fromEntries(
      primaryColumns.map(({ propertyName }) => [propertyName, row[propertyName] as string]),
    );
  /** As the query builder reads it. */
  const built = (manager: EntityManager, { target }: EntityMetadata, key: ObjectLiteral) =>
    manager.createQueryBuilder<ObjectLiteral>(target, 'x').where(key).getOne();

  async function samples(): Promise<[EntityMetadata, ObjectLiteral[]][]> {
    const { dataSource } = app.database;
    const all = await Promise.all(
      dataSource.entityMetadatas.map(
        async (metadata): Promise<[EntityMetadata, ObjectLiteral[]]> => {
          const query = dataSource.manager.createQueryBuilder<ObjectLiteral>(metadata.target, 'x');
          return [metadata, await query.take(20).getMany()];
        },
      ),
    );
    const there = all.filter(([, rows]) => rows.length > 0);
    expect(there.length).to.be.greaterThan(20);
    return there;
  }

  it('reads every row of every table as the query builder does', async () => {
    const { manager } = app.database.dataSource;
    for (const [metadata, rows] of await samples()) {
      for (const row of rows) {
        const key = keyOf(metadata, row);
        expect(await manager.findOneBy(metadata.target, key)).to.deep.equal(row);
        expect(await manager.findBy(metadata.target, key)).to.deep.equal([row]);
        expect(await manager.findOne(metadata.target, { where: key })).to.deep.equal(row);
        expect(await manager.existsBy(metadata.target, key)).to.equal(true);
      }
    }
  });

  it('deletes, inserts and changes every row of every table as the query builder does', async () => {
    for (const [metadata, rows] of await samples()) {
      const { target, columns } = metadata;
      const [row] = rows;
      if (!row) {
        continue;
      }
      const key = keyOf(metadata, row);
      await undone(async (manager) => {
        expect((await manager.delete(target, key)).affected, metadata.name).to.equal(1);
        expect(await built(manager, metadata, key)).to.equal(null);
        await manager.insert(target, row);
        expect(await built(manager, metadata, key), metadata.name).to.deep.equal(row);
        const rest = columns.filter((column) => !column.isPrimary);
        if (rest.length > 0) {
          const values = rest.map((column) => [
            column.propertyName,
            row[column.propertyName] as unknown,
          ]);
          const changes = Object.fromEntries(values) as ObjectLiteral;
          expect((await manager.update(target, key, changes)).affected, metadata.name).to.equal(1);
          expect(await built(manager, metadata, key), metadata.name).to.deep.equal(row);
        }
      });
    }
  });

  it('keeps order and number, knows lists, locks, and tells how many it changed', async () => {
    const companyId = newId(1);
    const row = (name: string, value: string | number | { list: unknown[] }) => ({
      companyId,
      name,
      value,
      changedBy: null,
      changedAt: 5,
    });
    await undone(async (manager) => {
      await manager.insert(Setting, [
        row('a', { list: [1, '二', null] }),
        row('b', 2.5),
        row('c', 'x'),
      ]);
      const names = (rows: Setting[]) => rows.map((one) => one.name);
      const where = { companyId };
      expect(
        names(await manager.find(Setting, { where, order: { name: 'DESC' }, take: 2 })),
      ).to.deep.equal(['c', 'b']);
      const some = { companyId, name: In(['a', 'c', 'nobody']) };
      expect(names(await manager.findBy(Setting, some)).sort()).to.deep.equal(['a', 'c']);
      const locked = {
        where: { companyId, name: 'b' },
        lock: { mode: 'pessimistic_write' },
      } as const;
      expect(await manager.findOne(Setting, locked)).to.deep.equal(row('b', 2.5));
      expect((await manager.update(Setting, some, { value: 'neu' })).affected).to.equal(2);
      expect(
        (await manager.update(Setting, { ...where, name: 'nobody' }, { value: 1 })).affected,
      ).to.equal(0);
      expect((await manager.delete(Setting, some)).affected).to.equal(2);
      expect(names(await manager.findBy(Setting, where))).to.deep.equal(['b']);
    });
    expect(await app.database.read(Setting).existsBy({ companyId })).to.equal(false);
  });

  it('leaves to the query builder what is not simple', async () => {
    const decisions = app.database.read(Decision);
    const machine = await decisions.find({ where: { decidedBy: null as never } }).catch(() => null);
    expect(machine, 'null is refused as a condition').to.equal(null);
    expect(
      await app.database.read(EventRow).find({ select: { id: true }, take: 1 }),
    ).to.have.length(1);
    await undone(async (manager) => {
      const key = { companyId: newId(1), name: 'a' };
      await manager.insert(Setting, { ...key, value: 1, changedBy: null, changedAt: 5 });
      const longer = await manager.update(Setting, key, { name: () => "'other'" });
      expect(longer.affected).to.equal(1);
      expect(await manager.findOneBy(Setting, { ...key, name: 'other' })).to.include({
        name: 'other',
      });
    });
  });
});
