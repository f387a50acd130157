import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { rowsIn, tableFile } from '@zhiyu/server/platform/backup/check-backup';
import { packLines } from '@zhiyu/server/platform/backup/packed-lines';
import { migrationNames } from '@zhiyu/server/platform/database/data-source';
import { Database } from '@zhiyu/server/platform/database/database';
import { Company } from '@zhiyu/server/staff/company.entity';
import { expect } from 'chai';
import { zhiyu } from '../harness/command-line.js';
import { makePlace, type TestPlace } from '../harness/test-place.js';
import { anInstallation, manifestOf, opened, signAnew, sqlitePlace } from './backup-stand.js';

/** A migration in the middle that was not there yet, and what it adds. */
const newer = 'AddStaffLanguage1763769600150';
const added = ['staffLanguage'];

async function* without(rows: AsyncIterable<unknown[]>, columns: string[]): AsyncGenerator<string> {
  for await (const row of rows) {
    yield JSON.stringify(row.filter((_, n) => !added.includes(columns[n] ?? '')));
  }
}

/** Makes of this backup what a version without that migration would have made. */
async function makeOlder(folder: string, keys: string): Promise<void> {
  const manifest = manifestOf(folder);
  const company = manifest.tables.find(({ name }) => name === 'company');
  if (!company || !added.every((name) => company.columns.includes(name))) {
    throw new Error('the newer columns are not there');
  }
  const path = tableFile(folder, 'company');
  const older = without(rowsIn(folder, 'company'), company.columns);
  const { lines, ...file } = await packLines(`${path}.older`, older);
  renameSync(`${path}.older`, path);
  const columns = company.columns.filter((name) => !added.includes(name));
  const tables = manifest.tables.map((table) =>
    table === company ? { ...table, ...file, rows: lines, columns } : table,
  );
  const migrations = manifest.migrations.filter((name) => name !== newer);
  await signAnew(folder, { ...manifest, tables, migrations }, keys);
}

describe('a backup of an older version', function () {
  this.timeout(300_000);
  const shelf = sqlitePlace();
  const backup = join(shelf.dataDir, 'backup');
  let origin: TestPlace;
  let there: TestPlace;

  before(async () => {
    origin = await anInstallation();
    there = await makePlace();
  });

  after(async () => {
    await Promise.all([shelf, origin, there].map((place) => place.remove()));
  });

  it('is restored, and its tables brought up to date', async () => {
    const keys = join(origin.dataDir, 'keys');
    expect((await zhiyu(origin, 'backup', backup)).code).to.equal(0);
    await makeOlder(backup, keys);
    const { code, err } = await zhiyu(there, 'restore', backup, '--keys', keys);
    expect(code, err).to.equal(0);
    const [company] = await opened(there, (app) => app.get(Database).read(Company).find());
    expect(company).to.include({ name: '青云商贸', staffLanguage: null });
  });

  it('can be backed up again, though its migrations ran in another order', async () => {
    const again = join(shelf.dataDir, 'again');
    const { code, err } = await zhiyu(there, 'backup', again);
    expect(code, err).to.equal(0);
    expect(manifestOf(again).migrations).to.have.members([...migrationNames]);
    expect(manifestOf(again).migrations.at(-1)).to.equal(newer);
  });

  it('of a database that was taken a step back is not made', async () => {
    expect((await zhiyu(origin, 'db', 'revert')).code).to.equal(0);
    const { code, err } = await zhiyu(origin, 'backup', join(shelf.dataDir, 'reverted'));
    expect(code).to.equal(1);
    expect(err).to.contain('zhiyu db migrate');
  });
});
