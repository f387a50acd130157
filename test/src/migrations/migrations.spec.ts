import { migrations } from '@zhiyu/migrations/index';
import { entities } from '@zhiyu/server/entities';
import { makeDataSource } from '@zhiyu/server/platform/database/data-source';
import { expect } from 'chai';
import { makePlace, onMariadb, type TestPlace } from '../harness/test-place.js';

type DataSource = ReturnType<typeof makeDataSource>;

async function tablesOf(dataSource: DataSource): Promise<string[]> {
  const sql = onMariadb
    ? 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()'
    : "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
  const rows: { name: string }[] = await dataSource.query(sql);
  return rows.map((row) => row.name).sort();
}

async function differences(dataSource: DataSource): Promise<string[]> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map((query) => query.query);
}

async function downAll(dataSource: DataSource): Promise<void> {
  for (const _migration of migrations) {
    await dataSource.undoLastMigration({ transaction: 'each' });
  }
}

describe(`migrations on ${onMariadb ? 'MariaDB' : 'SQLite'}`, () => {
  let place: TestPlace;
  let dataSource: DataSource;

  before(async () => {
    place = await makePlace();
    dataSource = makeDataSource({ dataDir: place.dataDir, url: place.url }, entities);
    await dataSource.initialize();
    await dataSource.runMigrations({ transaction: 'each' });
  });

  after(async () => {
    await dataSource.destroy();
    await place.remove();
  });

  it('make exactly the tables, columns and indexes that the entities describe', async () => {
    expect(await differences(dataSource)).to.deep.equal([]);
    expect(await tablesOf(dataSource)).to.have.length(entities.length + 1);
  });

  it('run once: a second start changes nothing', async () => {
    expect(await dataSource.runMigrations({ transaction: 'each' })).to.deep.equal([]);
  });

  it('can be taken back to an empty database and made again', async () => {
    await downAll(dataSource);
    expect(await tablesOf(dataSource)).to.deep.equal(['migrations']);
    await dataSource.runMigrations({ transaction: 'each' });
    expect(await differences(dataSource)).to.deep.equal([]);
  });

  it('begin in the order of their names, so that every installation runs them alike', () => {
    const stamps = migrations.map((migration) => Number(/\d{13}$/.exec(migration.name)?.[0]));
    expect(stamps).to.deep.equal([...stamps].sort((a, b) => a - b));
    expect(new Set(stamps).size).to.equal(stamps.length);
  });
});
