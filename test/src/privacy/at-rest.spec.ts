import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '@zhiyu/contracts/routes';
import { entities } from '@zhiyu/server/entities';
import { People } from '@zhiyu/server/privacy/people.service';
import { Person } from '@zhiyu/server/privacy/person.entity';
import { expect } from 'chai';
import { aCompany, aStaff } from '../factories/company.js';
import { aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';

const personal = {
  name: '端木星河',
  phone: '13876501234',
  email: 'duanmu.xinghe@private.example',
  school: '云梦山职业学院',
  work: '青禾书局 店长 三年',
};

/** Everything below a folder, as one text in which UTF-8 can be searched. */
function filesOf(folder: string): Buffer[] {
  return readdirSync(folder, { recursive: true })
    .map((path) => join(folder, String(path)))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path));
}

/** Every value of every table. */
async function rowsOf(app: TestApp): Promise<Buffer[]> {
  const dumps = entities.map(async (entity) => {
    const { tableName } = app.database.dataSource.getMetadata(entity);
    const rows: unknown = await app.database.dataSource.query(`SELECT * FROM ${tableName}`);
    return Buffer.from(JSON.stringify(rows));
  });
  return Promise.all(dumps);
}

describe('at rest', () => {
  let app: TestApp;
  let stored: Buffer[];

  const holds = (text: string): boolean => stored.some((bytes) => bytes.includes(text));

  before(async () => {
    app = await startApp();
    const company = await aCompany(app, { name: '明文公司' });
    const hr = await aStaff(app, { company, roles: ['hr'], name: '上官知秋' });
    const position = await aPosition(app, { company, ownerId: hr.id });
    const code = position.linkCode;
    const file = Buffer.from(
      `姓名：${personal.name}\n电话：${personal.phone}\n邮箱：${personal.email}\n\n教育经历\n${personal.school} 大专 2015-2018\n\n工作经历\n${personal.work}\n`,
    );
    const input = { code, name: `${personal.name}.txt` };
    const draft = await app.api(routes.readResume, input, undefined, { file });
    const { name, phone, email, school, work } = personal;
    const typed = { name, phone, email, education: school, work };
    const sent = { ...typed, code, draftId: draft.draftId, consent: true as const };
    await app.api(routes.apply, { ...sent, talentPool: true, locale: 'zh' });
    await app.drainJobs();
    const { applications } = await app.api(routes.listApplications, { q: phone }, hr.session);
    expect(applications.map((one) => one.candidateName)).to.deep.equal([name]);
    await app.api(routes.application, { id: applications[0]?.id ?? '' }, hr.session);
    stored = [...filesOf(app.place.dataDir), ...(await rowsOf(app))];
  });
  after(() => app.stop());

  it('the search itself works: what is no secret is found', () => {
    expect(holds('明文公司')).to.equal(true);
    expect(holds('ApplicationReceived')).to.equal(true);
    expect(stored.length).to.be.greaterThan(entities.length);
  });

  for (const [what, value] of Object.entries(personal)) {
    it(`no file and no table holds a candidate’s ${what}`, () => {
      expect(holds(value)).to.equal(false);
      expect(holds(Buffer.from(value).toString('base64').slice(0, 12)), 'base64').to.equal(false);
      expect(holds(Buffer.from(value).toString('hex')), 'hex').to.equal(false);
    });
  }

  it('nor the name and mail of a person who works here', async () => {
    expect(holds('上官知秋')).to.equal(false);
    const staff = await app.database.read(Person).find();
    const contacts = await Promise.all(staff.map(({ id }) => app.get(People).contactOf(id)));
    const mails = contacts.flatMap(({ email }) => (email ? [email] : []));
    expect(mails).to.have.length(2);
    expect(mails.filter((mail) => holds(mail))).to.deep.equal([]);
  });
});
