import { People } from '@zhiyu/server/privacy/people.service';
import { nameBigrams, normalEmail, normalPhone } from '@zhiyu/server/privacy/search';
import { expect } from 'chai';
import { aCompany, type ACompany } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';

describe('searching people', () => {
  let app: TestApp;
  let company: ACompany;
  let other: ACompany;
  const ids: Record<string, string> = {};

  const add = async (whose: ACompany, name: string, phone: string | null, email: string | null) => {
    const person = { companyId: whose.id, name, phone, email, locale: 'zh' as const };
    const { id } = await app.database.transaction((tx) =>
      app.get(People).create(tx, { ...person, example: false }),
    );
    ids[name] = id;
  };
  const find = (q: string, whose = company) => app.get(People).search(whose.id, q, 50);

  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    other = await aCompany(app);
    await add(company, '陈雨桐', '13912345678', 'Yutong.Chen@Mail.example');
    await add(company, '陈雨', '+86 137-0000-1111', null);
    await add(company, 'Marie Curie', null, 'marie@lab.example');
    await add(company, '欧阳 修', null, null);
    await add(other, '陈雨桐', '13912345678', 'yutong.chen@mail.example');
  });
  after(() => app.stop());

  it('finds a whole phone number however it is written', async () => {
    for (const q of [
      '13912345678',
      '+86 139 1234 5678',
      '86-139-1234-5678',
      '１３９１２３４５６７８',
    ]) {
      expect(await find(q), q).to.have.length(1);
    }
    expect(await find('13700001111')).to.deep.equal([ids['陈雨']]);
  });

  it('finds a whole mail address in any case', async () => {
    expect(await find(' YUTONG.CHEN@mail.example ')).to.have.length(1);
    expect(await find('marie@lab.example')).to.deep.equal([ids['Marie Curie']]);
  });

  it('does not find a part of a number or an address', async () => {
    expect(await find('1391234567')).to.deep.equal([]);
    expect(await find('@mail.example')).to.deep.equal([]);
  });

  it('finds names by two letters and more that stand together', async () => {
    expect(await find('雨桐')).to.have.length(1);
    expect(await find('陈雨')).to.have.length(2);
    expect(await find('陈桐')).to.deep.equal([]);
    expect(await find('rie cur')).to.deep.equal([ids['Marie Curie']]);
    expect(await find('欧阳修')).to.deep.equal([ids['欧阳 修']]);
  });

  it('finds nobody, and does not fail, for what has no letter in it', async () => {
    for (const q of ['', ' ', '·', '., ', '%', "' OR 1=1 --"]) {
      expect(await find(q), `"${q}"`).to.deep.equal([]);
    }
  });

  it('never finds the people of another company', async () => {
    const [mine] = await find('13912345678');
    const [theirs] = await find('13912345678', other);
    expect(mine).not.to.equal(theirs);
    expect(await find('marie@lab.example', other)).to.deep.equal([]);
  });

  it('recognises who applies again by phone or by mail', async () => {
    const { manager } = app.database.dataSource;
    const known = (phone: string | null, email: string | null) =>
      app.get(People).recognise(manager, company.id, { phone, email });
    expect(await known('008613700001111', null)).to.equal(ids['陈雨']);
    expect(await known(null, 'MARIE@lab.example')).to.equal(ids['Marie Curie']);
    expect(await known(null, null)).to.equal(null);
    expect(await known('13999999999', 'nobody@lab.example')).to.equal(null);
  });

  it('adds a contact that was missing and keeps the one that was there', async () => {
    const people = app.get(People);
    const id = ids['陈雨'] ?? '';
    const contact = { phone: '13788889999', email: 'chenyu@mail.example' };
    await app.database.transaction((tx) => people.complete(tx, id, contact));
    expect(await people.contactOf(id)).to.deep.equal({
      phone: '+86 137-0000-1111',
      email: 'chenyu@mail.example',
    });
    expect(await find('chenyu@mail.example')).to.deep.equal([id]);
  });
});

describe('what a search compares', () => {
  it('is a phone number without its country code and its signs', () => {
    expect(normalPhone('+86 139-1234-5678')).to.equal('13912345678');
    expect(normalPhone('008613912345678')).to.equal('13912345678');
    expect(normalPhone('+33 6 12 34 56 78')).to.equal('33612345678');
  });

  it('is a mail address in small letters', () => {
    expect(normalEmail(' A.B@C.Example ')).to.equal('a.b@c.example');
  });

  it('is every pair of neighbouring letters of a name, whole letters beyond the basic plane too', () => {
    expect(nameBigrams('陈雨桐')).to.deep.equal(['陈雨', '雨桐']);
    expect(nameBigrams('𠮷野')).to.deep.equal(['𠮷野']);
    expect(nameBigrams('A')).to.deep.equal(['a']);
  });
});
