import { randomBytes } from 'node:crypto';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataKey } from '@zhiyu/server/platform/crypto/data-key.entity';
import { Keyring } from '@zhiyu/server/platform/crypto/keyring';
import { blindToken, type Place, SubjectVault } from '@zhiyu/server/platform/crypto/sealed';
import { Vault } from '@zhiyu/server/platform/crypto/vault';
import { Runtime } from '@zhiyu/server/platform/runtime';
import { newId } from '@zhiyu/server/platform/time/ids';
import { loadSettings } from '@zhiyu/config/settings';
import { People } from '@zhiyu/server/privacy/people.service';
import { Person } from '@zhiyu/server/privacy/person.entity';
import { expect } from 'chai';
import { aCandidate } from '../factories/candidate.js';
import { aCompany } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { makePlace, type TestPlace } from '../harness/test-place.js';

function runtimeIn(dataDir: string): Runtime {
  const settings = loadSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  return new Runtime(settings, { runsJobs: false, serves: false, version: 'test' });
}

async function fails(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => false,
    () => true,
  );
}

describe('a sealed value', () => {
  const place: Place = { table: 'person', column: 'phone', row: 'R1' };
  const key = randomBytes(32);
  const vault = new SubjectVault('C1', key);
  const sealed = vault.seal(place, '13912345678');

  it('opens where it was sealed', () => {
    expect(vault.open(place, sealed)).to.equal('13912345678');
  });

  it('opens in no other row, column, table or company, and with no other key', () => {
    const others: [SubjectVault, Place][] = [
      [vault, { ...place, row: 'R2' }],
      [vault, { ...place, column: 'email' }],
      [vault, { ...place, table: 'staff' }],
      [new SubjectVault('C2', key), place],
      [new SubjectVault('C1', randomBytes(32)), place],
    ];
    for (const [other, where] of others) {
      expect(() => other.open(where, sealed)).to.throw();
    }
  });

  it('does not open when one byte of it was changed', () => {
    const bytes = Buffer.from(sealed, 'base64');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => vault.open(place, changed.toString('base64')), `byte ${at}`).to.throw();
    }
  });

  it('does not open when it was cut', () => {
    for (const length of [0, 5, 12, 20]) {
      const cut = Buffer.from(sealed, 'base64').subarray(0, length);
      expect(() => vault.open(place, cut.toString('base64')), `${length} bytes`).to.throw();
    }
  });

  it('is another one every time, so that equal values cannot be told', () => {
    expect(vault.seal(place, '13912345678')).not.to.equal(sealed);
  });

  it('opens as null once the key was destroyed, and nothing new can be sealed', () => {
    const erased = new SubjectVault('C1', null);
    expect(erased.open(place, sealed)).to.equal(null);
    expect(() => erased.seal(place, 'x')).to.throw();
  });
});

describe('blind tokens', () => {
  it('are equal for equal values of one kind only, and tell nothing without the key', () => {
    const key = randomBytes(32);
    expect(blindToken(key, 'phone', '1')).to.equal(blindToken(key, 'phone', '1'));
    expect(blindToken(key, 'phone', '1')).not.to.equal(blindToken(key, 'email', '1'));
    expect(blindToken(key, 'phone', '1')).not.to.equal(blindToken(randomBytes(32), 'phone', '1'));
  });
});

describe('the key of the installation', () => {
  let place: TestPlace;
  before(async () => (place = await makePlace()));
  after(() => place.remove());

  const file = () => join(place.dataDir, 'keys', 'k1.key');

  it('is made at the first start and readable by its owner only', () => {
    new Keyring(runtimeIn(place.dataDir));
    expect((statSync(file()).mode & 0o777).toString(8)).to.equal('600');
    expect((statSync(join(place.dataDir, 'keys')).mode & 0o777).toString(8)).to.equal('700');
  });

  it('is the same at the second start', () => {
    const first = new Keyring(runtimeIn(place.dataDir));
    const second = new Keyring(runtimeIn(place.dataDir));
    expect(second.open('here', first.seal('here', 'text'))).to.equal('text');
    expect(() => second.open('there', first.seal('here', 'text'))).to.throw();
  });

  it('wraps data keys so that a changed or foreign one is refused', () => {
    const keyring = new Keyring(runtimeIn(place.dataDir));
    const key = randomBytes(32);
    const wrapped = keyring.wrap(key);
    expect(keyring.unwrap(wrapped).equals(key)).to.equal(true);
    expect(Buffer.from(wrapped.split('.')[1] ?? '', 'base64').includes(key)).to.equal(false);
    const flipped = Buffer.from(wrapped.split('.')[1] ?? '', 'base64');
    flipped.writeUInt8(flipped.readUInt8(3) ^ 1, 3);
    expect(() => keyring.unwrap(`k1.${flipped.toString('base64')}`)).to.throw();
    expect(() => keyring.unwrap(wrapped.replace('k1', 'k9'))).to.throw(/not in this keyring/);
  });

  it('is refused when its file was cut short', () => {
    writeFileSync(file(), randomBytes(8).toString('base64'));
    expect(() => new Keyring(runtimeIn(place.dataDir))).to.throw(/32 bytes/);
  });
});

describe('people in the database', () => {
  let app: TestApp;
  before(async () => (app = await startApp()));
  after(() => app.stop());

  const someone = async (companyId: string) => {
    const given = aCandidate();
    const { id } = await app.database.transaction((tx) =>
      app.get(People).create(tx, { companyId, ...given, example: false }),
    );
    return { id, given };
  };

  it('have their name, phone and mail sealed, each with a key of their own', async () => {
    const company = await aCompany(app);
    const [a, b] = [await someone(company.id), await someone(company.id)];
    const row = await app.database.read(Person).findOneByOrFail({ id: a.id });
    expect(JSON.stringify(row)).not.to.contain(a.given.phone);
    expect(await app.get(People).nameOf(a.id)).to.equal(a.given.name);
    const { phone, email } = a.given;
    expect(await app.get(People).contactOf(a.id)).to.deep.equal({ phone, email });
    const keys = await app.database
      .read(DataKey)
      .findBy([{ subjectId: a.id }, { subjectId: b.id }]);
    expect(new Set(keys.map((key) => key.wrapped)).size).to.equal(2);
  });

  it('cannot be given another person’s values, nor their own in another column', async () => {
    const company = await aCompany(app);
    const [a, b] = [await someone(company.id), await someone(company.id)];
    const people = app.database.read(Person);
    const row = await people.findOneByOrFail({ id: a.id });
    await people.update({ id: b.id }, { name: row.name });
    expect(await fails(app.get(People).nameOf(b.id))).to.equal(true);
    await people.update({ id: a.id }, { email: row.phone });
    expect(await fails(app.get(People).contactOf(a.id))).to.equal(true);
  });

  it('open as nothing once their key was destroyed, in every process', async () => {
    const company = await aCompany(app);
    const { id } = await someone(company.id);
    await app.get(People).nameOf(id);
    await app.database.transaction((tx) => app.get(Vault).destroy(tx, id));
    expect(await app.get(People).nameOf(id)).to.equal('已删除');
    expect(await app.get(People).contactOf(id)).to.deep.equal({ phone: null, email: null });
    const other = await startApp({ beside: app });
    expect(await other.get(People).nameOf(id)).to.equal('已删除');
    await other.stop();
  });

  it('that were never there are as the erased: their existence is not told', async () => {
    expect(await app.get(People).nameOf(newId(1))).to.equal('已删除');
  });
});
