import { Setting } from '@zhiyu/server/platform/database/setting.entity';
import { readOne } from '@zhiyu/server/platform/database/read-one';
import { newId } from '@zhiyu/server/platform/time/ids';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { aWorld } from '../harness/world.js';

describe('reading one row the short way', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
    await aWorld(app);
    await app.drainJobs();
  });
  after(() => app.stop());

  it('gives every row of every table as the query builder does', async () => {
    const { dataSource } = app.database;
    let tables = 0;
    for (const { target, primaryColumns } of dataSource.entityMetadatas) {
      const rows = await dataSource.getRepository(target).find({ take: 20 });
      tables += rows.length > 0 ? 1 : 0;
      for (const row of rows) {
        const key = Object.fromEntries(
          primaryColumns.map(({ propertyName }) => [propertyName, row[propertyName] as string]),
        );
        expect(await readOne(dataSource.manager, target, key)).to.deep.equal(row);
      }
    }
    expect(tables).to.be.greaterThan(20);
  });

  it('gives null where there is none, and reads what its transaction has written', async () => {
    const companyId = newId(1);
    await app.database.transaction(async ({ manager, now }) => {
      expect(await readOne(manager, Setting, { companyId }, { lock: true })).to.equal(null);
      const row = { companyId, name: 'a', value: { list: [1, '二', null] }, changedBy: null };
      await manager.insert(Setting, { ...row, changedAt: now });
      const found = await readOne(manager, Setting, { companyId, name: 'a' }, { lock: true });
      expect(found).to.deep.include({ ...row, changedAt: now });
    });
  });

  it('refuses a column that the table has not got', async () => {
    const read = readOne(app.database.dataSource.manager, Setting, { nobody: 1 } as never);
    const failure = await read.catch((error: unknown) => (error as Error).message);
    expect(failure).to.equal('Setting has no column nobody');
  });
});
