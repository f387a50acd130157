import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { aCandidate } from '../factories/candidate.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { apply, aStand, bytesOf, type Stand } from './walk.js';

const table = (...lines: string[]) =>
  bytesOf(['姓名,手机,邮箱,学历,工作经历', ...lines].join('\n'));

describe('candidates from a table (R2)', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  const input = (name = '名单.csv') => ({ id: stand.position.id, name });
  const preview = (file: Uint8Array) =>
    app.api(routes.readCandidates, input(), stand.hr.session, { file });
  const store = (file: Uint8Array, hash: string) =>
    app.api(routes.importCandidates, { ...input(), hash }, stand.hr.session, { file });
  const count = async () =>
    (await app.api(routes.listApplications, { limit: 100 }, stand.hr.session)).applications.length;

  it('says of every row what it comes to, and takes nobody by that', async () => {
    const going = await apply(stand);
    const before = await count();
    const file = table(
      '纪然,13911110001,jiran@mail.example,大专,"2020.07-2024.06 云杉超市 店员"',
      ',13911110002,,,',
      '无联系,,,,',
      '坏号码,12,,,',
      '坏邮箱,,不是邮箱,,',
      '纪然二,139-1111-0001,,,',
      `${going.candidate.name},${going.candidate.phone},,,`,
    );
    const { rows } = await preview(file);
    expect(rows.map(({ line, state, fault }) => [line, state, fault])).to.deep.equal([
      [2, 'ready', null],
      [3, 'wrong', 'noName'],
      [4, 'wrong', 'noContact'],
      [5, 'wrong', 'phone'],
      [6, 'wrong', 'email'],
      [7, 'wrong', 'twice'],
      [8, 'underWay', null],
    ]);
    expect(rows.at(-1)).to.include({ known: true, applicationId: going.applicationId });
    expect(await count()).to.equal(before);
  });

  it('takes the right rows, screened by the rules, each with its application', async () => {
    const file = table(
      '廖青,13911110011,,大专,"2020.07-2024.06 云杉超市 店员，负责收银"',
      '坏号码,12,,,',
    );
    const { hash } = await preview(file);
    const before = await count();
    const { rows } = await store(file, hash);
    expect(rows.map(({ state }) => state)).to.deep.equal(['taken', 'wrong']);
    expect(await count()).to.equal(before + 1);
    await app.drainJobs();
    const id = rows[0]?.applicationId ?? '';
    const detail = await app.api(routes.application, { id }, stand.hr.session);
    expect(detail).to.include({ candidateName: '廖青', source: 'upload' });
    expect(detail.screening?.outcome).to.equal(rows[0]?.outcome);
    const again = await store(file, hash);
    expect(again.rows[0]).to.include({ state: 'underWay', applicationId: id });
    expect(await count(), 'the same table again brings nobody twice').to.equal(before + 1);
  });

  it('refuses a table that is not the one looked at, or without names and numbers', async () => {
    const { phone } = aCandidate();
    const { hash } = await preview(table(`乔木,${phone},,,`));
    await refused(store(table(`乔木二,${phone},,,`), hash), 'sheetChanged');
    await refused(preview(bytesOf('成绩,日期\n7,2026-11-22')), 'sheetColumns');
    await refused(preview(bytesOf('姓名,学历\n乔木,大专')), 'sheetColumns');
  });

  it('is for HR: a head hands in nobody', async () => {
    const file = table('乔木,13911110021,,,');
    await refused(
      app.api(routes.readCandidates, input(), stand.head.session, { file }),
      'notAllowed',
    );
  });
});
