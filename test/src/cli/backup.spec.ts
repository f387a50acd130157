import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '@zhiyu/server/platform/database/database';
import { AuditLog } from '@zhiyu/server/privacy/audit.service';
import { ReportRow } from '@zhiyu/server/scoring/report.entity';
import { expect } from 'chai';
import { zhiyu } from '../harness/command-line.js';
import { makePlace, onMariadb, type TestPlace } from '../harness/test-place.js';
import { makeExampleIn, manifestOf, opened, recordingsIn, sqlitePlace } from './backup-stand.js';

describe(`a backup of the example company, restored into ${onMariadb ? 'MariaDB' : 'SQLite'}`, function () {
  this.timeout(300_000);
  const origin = sqlitePlace();
  const shelf = sqlitePlace();
  const keys = join(origin.dataDir, 'keys');
  const first = join(shelf.dataDir, 'first');
  let there: TestPlace;
  let heard: Record<string, string>;

  before(async () => {
    await makeExampleIn(origin);
    await opened(origin, async (app) => {
      const line = { companyId: '', actor: '', verb: 'application.view', ground: '' };
      for (const object of ['one', 'two', 'three']) {
        await app.get(AuditLog).record({ ...line, object, allowed: true });
      }
    });
    heard = await recordingsIn(origin);
    there = await makePlace();
  });

  after(async () => {
    await Promise.all([origin, shelf, there].map((place) => place.remove()));
  });

  it('holds every table, every file and no key', async () => {
    const { code, out, err } = await zhiyu(origin, 'backup', first);
    expect(code, err).to.equal(0);
    expect(out).to.equal(`${first}\n`);
    expect(err).to.contain('密钥（keys/）不在备份里');
    expect(readdirSync(shelf.dataDir)).to.deep.equal(['first']);
    const manifest = manifestOf(first);
    expect(manifest).to.include({ database: 'sqlite', withKeys: false });
    const rows = Object.fromEntries(manifest.tables.map((table) => [table.name, table.rows]));
    expect(rows).to.include({ company: 1, audit_head: 1, media: Object.keys(heard).length });
    const all = readdirSync(first, { recursive: true, encoding: 'utf8' });
    expect(all.filter((name) => name.endsWith('.key'))).to.be.empty;
    const kept = all.filter((name) => /^files\/.*\/[^/]+\/[^/]+$/.test(name));
    expect(kept).to.have.length(manifest.files.rows);
  });

  it('knows every folder of the data folder: a new kind of file is not forgotten', () => {
    const known = ['drafts', 'keys', 'recordings', 'resumes'];
    const names = readdirSync(origin.dataDir).filter((name) => !name.startsWith('zhiyu.sqlite'));
    expect(known).to.include.members(names);
  });

  it('comes back with the audit chain whole, recordings that play, and reports that replay', async () => {
    const restored = await zhiyu(there, 'restore', first, '--keys', keys);
    expect(restored.code, restored.err).to.equal(0);
    expect(restored.err).to.contain('审计链完整');
    expect(Object.keys(heard)).to.not.be.empty;
    expect(await recordingsIn(there)).to.deep.equal(heard);
    const reports = await opened(there, (app) => app.get(Database).read(ReportRow).find());
    expect(reports).to.not.be.empty;
    for (const { id } of reports.slice(0, 2)) {
      const { code, err } = await zhiyu(there, 'replay', id);
      expect(code, err).to.equal(0);
      expect(err).to.contain('逐字节相同');
    }
  });

  it('goes on from there to SQLite and is the same in every row', async () => {
    const second = join(shelf.dataDir, 'second');
    const made = await zhiyu(there, 'backup', second, '--with-keys');
    expect(made.code, made.err).to.equal(0);
    expect(made.err).to.contain('密钥也在备份里');
    expect(manifestOf(second).database).to.equal(onMariadb ? 'mariadb' : 'sqlite');
    const back = sqlitePlace();
    try {
      // The key is in it: nothing else is needed.
      const restored = await zhiyu(back, 'restore', second);
      expect(restored.code, restored.err).to.equal(0);
      const key = (folder: string) => readFileSync(join(folder, 'keys/k1.key'), 'utf8');
      expect(key(back.dataDir)).to.equal(key(origin.dataDir));
      expect(readdirSync(back.dataDir)).to.include('zhiyu.sqlite').and.not.include('.restoring');
      const third = join(shelf.dataDir, 'third');
      expect((await zhiyu(back, 'backup', third)).code).to.equal(0);
      const hashes = (folder: string) =>
        Object.fromEntries(manifestOf(folder).tables.map(({ name, sha256 }) => [name, sha256]));
      expect(hashes(third)).to.deep.equal(hashes(first));
      expect(manifestOf(third).files.rows).to.equal(manifestOf(first).files.rows);
    } finally {
      await back.remove();
    }
  });

  it('of an audit log that somebody changed comes back, and says from which line', async () => {
    await opened(origin, (app) =>
      app.get(Database).dataSource.query("UPDATE audit_entry SET object = 'x' WHERE sequence = 2"),
    );
    const fourth = join(shelf.dataDir, 'fourth');
    expect((await zhiyu(origin, 'backup', fourth, '--with-keys')).code).to.equal(0);
    const back = sqlitePlace();
    try {
      const { code, err } = await zhiyu(back, 'restore', fourth);
      expect(code, err).to.equal(3);
      expect(err).to.contain('第 2 条');
      expect(await recordingsIn(back)).to.deep.equal(heard);
    } finally {
      await back.remove();
    }
  });
});
