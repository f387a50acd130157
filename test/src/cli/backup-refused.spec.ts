import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { checkBackup } from '@zhiyu/server/platform/backup/check-backup';
import { restoreBackup } from '@zhiyu/server/platform/backup/restore-backup';
import { expect } from 'chai';
import { type Ended, zhiyu } from '../harness/command-line.js';
import { makePlace, type TestPlace } from '../harness/test-place.js';
import { anInstallation, manifestOf, signAnew, sqlitePlace, whatLiesIn } from './backup-stand.js';

const kept = 'resumes/7Q/01KAS3Y3Z5QJ5Q3ZJX3V6S5K7Q';

async function withAFile(): Promise<TestPlace> {
  const place = await anInstallation();
  mkdirSync(join(place.dataDir, 'resumes/7Q'), { recursive: true });
  writeFileSync(join(place.dataDir, kept), randomBytes(300_000));
  return place;
}

/** What the error says; empty when there is none. */
const whyNot = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => '',
    (error: unknown) => (error instanceof Error ? error.message : ''),
  );

describe('a backup that must not be restored', function () {
  this.timeout(300_000);
  const shelf = sqlitePlace();
  const good = join(shelf.dataDir, 'good');
  let origin: TestPlace;
  let other: TestPlace;
  let there: TestPlace;
  let keys: string;

  before(async () => {
    origin = await withAFile();
    other = await anInstallation();
    there = await makePlace();
    keys = join(origin.dataDir, 'keys');
    const made = await zhiyu(origin, 'backup', good);
    expect(made.code, made.err).to.equal(0);
  });

  after(async () => {
    await Promise.all([shelf, origin, other, there].map((place) => place.remove()));
  });

  /** One sentence, exit code 1, and the place as empty as it was. */
  async function isRefused(ended: Promise<Ended>, why: string): Promise<void> {
    const { code, out, err } = await ended;
    expect(code, err).to.equal(1);
    expect(out).to.equal('');
    expect(err).to.contain(why);
    expect(err.trim().split('\n'), err).to.have.length(1);
    expect(await whatLiesIn(there)).to.deep.equal([]);
  }

  it('because it is torn, in one sentence and with an exit code', async () => {
    const folder = join(shelf.dataDir, 'torn');
    cpSync(good, folder, { recursive: true });
    truncateSync(join(folder, 'files', kept), 200_000);
    await isRefused(zhiyu(there, 'restore', folder, '--keys', keys), kept);
  });

  const damages: [string, (folder: string) => void | Promise<void>, string][] = [
    [
      'a torn table',
      (folder) => {
        const table = join(folder, 'tables/company.ndjson.gz');
        truncateSync(table, readFileSync(table).length - 5);
      },
      'tables/company.ndjson.gz',
    ],
    [
      'a changed row',
      (folder) => {
        const table = join(folder, 'tables/company.ndjson.gz');
        const text = gunzipSync(readFileSync(table)).toString().replace('青云', '白云');
        writeFileSync(table, gzipSync(text));
      },
      'tables/company.ndjson.gz',
    ],
    [
      'one flipped bit of a file',
      (folder) => {
        const bytes = readFileSync(join(folder, 'files', kept));
        bytes.writeUInt8(bytes.readUInt8(200_000) ^ 1, 200_000);
        writeFileSync(join(folder, 'files', kept), bytes);
      },
      kept,
    ],
    [
      'a missing file',
      (folder) => {
        rmSync(join(folder, 'files', kept));
      },
      kept,
    ],
    [
      'a manifest changed to fit',
      (folder) => {
        const manifest = { ...manifestOf(folder), madeAt: 0 };
        writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
      },
      'manifest.json',
    ],
    [
      'no manifest, because it was not finished',
      (folder) => {
        rmSync(join(folder, 'manifest.json'));
      },
      '没有做完',
    ],
    [
      'one of a newer version',
      (folder) => {
        const manifest = manifestOf(folder);
        const migrations = [...manifest.migrations, 'AddTomorrow1999999999999'];
        return signAnew(folder, { ...manifest, migrations }, keys);
      },
      'AddTomorrow1999999999999',
    ],
  ];
  for (const [name, damage, why] of damages) {
    it(name, async () => {
      const folder = join(shelf.dataDir, 'damaged');
      cpSync(good, folder, { recursive: true });
      try {
        await damage(folder);
        const message = await whyNot(checkBackup(folder, { mayLie: [keys], stays: keys }));
        expect(message).to.contain(why);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
  }

  it('with another key, or with none', async () => {
    const wrong = join(other.dataDir, 'keys');
    await isRefused(zhiyu(there, 'restore', good, '--keys', wrong), '密钥不是这份备份的密钥');
    await isRefused(zhiyu(there, 'restore', good), '没有密钥');
    await isRefused(zhiyu(there, 'restore', good, '--keys', shelf.dataDir), '没有密钥');
  });

  it('beside another key that would stay', async () => {
    const place = sqlitePlace();
    try {
      cpSync(join(other.dataDir, 'keys'), join(place.dataDir, 'keys'), { recursive: true });
      const { code, err } = await zhiyu(place, 'restore', good, '--keys', keys);
      expect(code).to.equal(1);
      expect(err).to.contain('密钥不是这份备份的密钥');
      expect(await whatLiesIn(place)).to.deep.equal(['keys']);
    } finally {
      await place.remove();
    }
  });

  it('into a place where something is', async () => {
    const before = await whatLiesIn(other);
    const { code, err } = await zhiyu(other, 'restore', good, '--keys', keys);
    expect(code).to.equal(1);
    expect(err).to.contain('不是空的').and.contain('zhiyu.sqlite');
    expect(await whatLiesIn(other)).to.have.members(before);
  });

  it('with a list of erased people that is none', async () => {
    const file = join(shelf.dataDir, 'list');
    writeFileSync(file, '张三\n');
    const args = ['restore', good, '--keys', keys, '--erased', file];
    await isRefused(zhiyu(there, ...args), '没有恢复');
  });

  it('broken off at the end: all of it is taken back', async () => {
    const backup = await checkBackup(good, { mayLie: [keys], stays: join(there.dataDir, 'keys') });
    let seen: string[] = [];
    const failing = restoreBackup(backup, there, async () => {
      seen = await whatLiesIn(there);
      throw new Error('the disk is full');
    });
    expect(await whyNot(failing)).to.equal('the disk is full');
    expect(seen).to.include('.restoring');
    expect(await whatLiesIn(there)).to.deep.equal([]);
  });

  it('is told whole by --check, which restores nothing', async () => {
    const { code, out } = await zhiyu(there, 'restore', good, '--keys', keys, '--check');
    expect(code).to.equal(0);
    expect(out).to.contain('备份完好');
    expect(await whatLiesIn(there)).to.deep.equal([]);
  });

  it('is not made within the data folder, over another one, or of nothing', async () => {
    const refusals: [TestPlace, string, string][] = [
      [origin, join(origin.dataDir, 'backup'), '数据文件夹里面'],
      [origin, good, '已有东西'],
      [shelf, join(other.dataDir, 'backup'), '没有数据库'],
    ];
    for (const [place, target, why] of refusals) {
      const { code, err } = await zhiyu(place, 'backup', target);
      expect(code, target).to.equal(1);
      expect(err).to.contain(why);
    }
    expect(await whatLiesIn(other)).to.not.include.members(['backup', 'backup.unfinished']);
  });
});
