import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Checkpoints } from '@zhiyu/server/platform/database/checkpoints';
import { expect } from 'chai';
import libsql from 'libsql';

const laterMs = 10_000;

describe('the log of a SQLite file', () => {
  let folder: string;
  let file: string;
  let database: libsql.Database;
  let checkpoints: Checkpoints;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhiyu-log-'));
    file = join(folder, 'log.sqlite');
    database = new libsql(file);
    database.pragma('journal_mode = WAL');
    database.pragma('wal_autocheckpoint = 0');
    database.exec('CREATE TABLE page (body text)');
    checkpoints = new Checkpoints(file);
  });
  afterEach(async () => {
    await checkpoints.close();
    database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const fill = (rows: number) => {
    const insert = database.prepare('INSERT INTO page VALUES (?)');
    for (let n = 0; n < rows; n++) {
      insert.run('x'.repeat(8000));
    }
  };
  const size = () => statSync(file).size;

  it('stays as it is while it is small', async () => {
    fill(10);
    const before = size();
    checkpoints.committed(performance.now() + laterMs);
    await sleep(50);
    expect(size()).to.equal(before);
  });

  it('is moved into the file once it is large, and begins anew', async () => {
    fill(800);
    const before = size();
    const log = () => statSync(`${file}-wal`).size;
    const full = log();
    checkpoints.committed(performance.now() + laterMs);
    await sleep(1000);
    expect(size()).to.be.greaterThan(before + 800 * 8000);
    fill(100);
    expect(log(), 'the same pages of the log again').to.equal(full);
  });

  it('is left in order when the process ends in the middle of it', async () => {
    for (let round = 0; round < 5; round++) {
      fill(600);
      const one = new Checkpoints(file);
      one.committed(performance.now() + laterMs);
      await one.close();
    }
    const rows = database.prepare('SELECT COUNT(*) AS n FROM page').get() as { n: number };
    expect(rows.n).to.equal(3000);
    expect(database.pragma('integrity_check')).to.deep.equal([{ integrity_check: 'ok' }]);
  });
});
