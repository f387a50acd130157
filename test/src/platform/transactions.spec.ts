import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Tx } from '@zhiyu/server/platform/database/database';
import { Setting } from '@zhiyu/server/platform/database/setting.entity';
import { EventCounter, EventRow } from '@zhiyu/server/platform/events/event.entity';
import { newId } from '@zhiyu/server/platform/time/ids';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { onMariadb } from '../harness/test-place.js';
import type { CountingOrder } from './counting.child.js';
import { settingRow } from './rows.js';

const run = promisify(execFile);
const child = new URL('counting.child.js', import.meta.url).pathname;

async function failureOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('expected a failure');
}

describe('transactions', () => {
  let app: TestApp;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  const namesOf = async (companyId: string): Promise<string[]> => {
    const rows = await app.database.read(Setting).findBy({ companyId });
    return rows.map((row) => row.name).sort();
  };
  const put = (tx: Tx, companyId: string, name: string) =>
    tx.manager.insert(Setting, settingRow(companyId, name));

  it('keep what one wrote when another that overlaps is rolled back', async () => {
    const id = newId(1);
    const kept = app.database.transaction(async (tx) => {
      await put(tx, id, 'A1');
      await sleep(20);
      await put(tx, id, 'A2');
    });
    const lost = app.database.transaction(async (tx) => {
      await put(tx, id, 'B1');
      await sleep(10);
      throw new Error('B fails');
    });
    await sleep(5);
    const plain = app.database.read(Setting).insert(settingRow(id, 'C'));
    expect(await failureOf(lost)).to.equal('B fails');
    await Promise.all([kept, plain]);
    expect(await namesOf(id)).to.deep.equal(['A1', 'A2', 'C']);
  });

  it('inside another one lose only themselves', async () => {
    const id = newId(2);
    await app.database.transaction(async (tx) => {
      await put(tx, id, 'outer');
      const inner = tx.manager.transaction(async (manager) => {
        await manager.insert(Setting, settingRow(id, 'inner'));
        throw new Error('inner fails');
      });
      expect(await failureOf(inner)).to.equal('inner fails');
      await put(tx, id, 'after');
    });
    expect(await namesOf(id)).to.deep.equal(['after', 'outer']);
  });

  it('are made again from the start when another writer was in the way', async () => {
    const id = newId(3);
    let tries = 0;
    await app.database.transaction(async (tx) => {
      tries += 1;
      await put(tx, id, 'row');
      tx.emit('PersonErased', id, { personId: id });
      if (tries === 1) {
        throw new Error('SQLITE_BUSY or ER_LOCK_DEADLOCK');
      }
    });
    expect(tries).to.equal(2);
    expect(await namesOf(id)).to.deep.equal(['row']);
    expect(await app.database.read(EventRow).countBy({ companyId: id })).to.equal(1);
  });

  it('are not repeated for a failure of their own', async () => {
    let tries = 0;
    const work = app.database.transaction(() => {
      tries += 1;
      return Promise.reject(new Error('no'));
    });
    expect(await failureOf(work)).to.equal('no');
    expect(tries).to.equal(1);
  });

  if (onMariadb) {
    it('read what is committed, on every connection', async () => {
      const levels = Array.from({ length: 12 }, () =>
        app.database.transaction(async ({ manager }) => {
          await manager.query('SELECT SLEEP(0.05)');
          const names = "('tx_isolation', 'transaction_isolation')";
          const sql = `SHOW SESSION VARIABLES WHERE Variable_name IN ${names}`;
          return (await manager.query<{ Value: string }[]>(sql))[0]?.Value;
        }),
      );
      expect(new Set(await Promise.all(levels))).to.deep.equal(new Set(['READ-COMMITTED']));
    });
  }

  if (!onMariadb) {
    it('refuse a query beside their own manager instead of waiting for ever', async () => {
      const id = newId(4);
      const work = app.database.transaction(async (tx) => {
        await put(tx, id, 'row');
        await app.database.read(Setting).countBy({ companyId: id });
      });
      expect(await failureOf(work)).to.match(/outside the open transaction/);
      expect(await namesOf(id)).to.deep.equal([]);
    });

    it('refuse a second transaction beside their own manager instead of waiting for ever', async () => {
      const work = app.database.transaction(() =>
        app.database.transaction(() => Promise.resolve()),
      );
      expect(await failureOf(work)).to.match(/outside the open transaction/);
    });
  }

  it('of two processes, 500 each, lose none and give every fact its own number', async () => {
    const id = newId(5);
    const database = app.database;
    await database.read(Setting).insert(settingRow(id, 'count', 0));
    const before = await database.read(EventCounter).findOneByOrFail({ id: 1 });
    const order = (name: string): string => {
      const { dataDir, url } = app.place;
      const told: CountingOrder = { dataDir, url, companyId: id, name, transactions: 500 };
      return JSON.stringify(told);
    };
    await Promise.all(['p', 'q'].map((name) => run(process.execPath, [child, order(name)])));
    const count = await database.read(Setting).findOneByOrFail({ companyId: id, name: 'count' });
    expect(count.value).to.equal(1000);
    expect(await database.read(Setting).countBy({ companyId: id })).to.equal(1001);
    const events = await database.read(EventRow).find({
      where: { companyId: id },
      order: { sequence: 'ASC' },
    });
    const sequences = events.map((event) => event.sequence);
    const expected = Array.from({ length: 1000 }, (_one, at) => before.value + 1 + at);
    expect(sequences).to.deep.equal(expected);
  }).timeout(60_000);
});
