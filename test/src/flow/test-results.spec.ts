import { routes } from '@zhiyu/contracts/routes';
import type { SheetPreview, SheetQuestion } from '@zhiyu/contracts/test-sheet';
import { expect } from 'chai';
import { strToU8 } from 'fflate';
import { anEnteredResult, anXlsx, type SheetCell } from '../factories/written-test.js';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { apply, aStand, type Stand, type Walker } from './walk.js';

describe('results of written tests', () => {
  let app: TestApp;
  let stand: Stand;

  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  const of = ({ applicationId: id }: Walker) =>
    app.api(routes.testsOfApplication, { id }, stand.hr.session);
  const enter = ({ applicationId: id }: Walker, change = {}) =>
    app.api(routes.enterTestResult, { id, ...anEnteredResult(change) }, stand.hr.session);
  const preview = (file: Uint8Array, more: Partial<SheetQuestion> = {}) =>
    app.api(routes.readTestSheet, { name: 'a.xlsx', ...more }, stand.hr.session, { file });
  const store = (file: Uint8Array, hash: string, more: Partial<SheetQuestion> = {}) =>
    app.api(routes.importTestSheet, { name: 'a.xlsx', ...more, hash }, stand.hr.session, { file });
  const faults = ({ rows }: SheetPreview) => rows.map(({ fault }) => fault);

  it('are entered by hand, with who and when, and can be taken back with a reason', async () => {
    const walker = await apply(stand);
    const { results } = await enter(walker);
    expect(results).to.have.length(1);
    expect(results?.[0]).to.include({ name: '门店计算', score: 72, maximum: 100, by: '许澜' });
    expect(results?.[0]).to.include({ source: 'entered', takenOn: '2026-11-20' });
    await refused(enter(walker, { score: 73 }), 'conflict');
    await refused(enter(walker, { name: '外语', score: 101 }), 'invalidInput');
    const id = results?.[0]?.id ?? '';
    const back = { id, reason: '录错了人' };
    await app.api(routes.withdrawTestResult, back, stand.hr.session);
    expect((await of(walker)).results).to.deep.equal([]);
    expect((await enter(walker, { score: 73 })).results?.[0]?.score).to.equal(73);
  });

  it('are seen by those who may see scores, entered by HR only, and never change a stage', async () => {
    const walker = await apply(stand);
    await app.drainJobs();
    const before = await app.api(
      routes.application,
      { id: walker.applicationId },
      stand.hr.session,
    );
    await enter(walker, { score: 1 });
    await app.drainJobs();
    const id = walker.applicationId;
    const after = await app.api(routes.application, { id }, stand.hr.session);
    expect(after.stage).to.equal(before.stage);
    const head = await app.api(routes.testsOfApplication, { id }, stand.head.session);
    expect(head.results).to.have.length(1);
    expect(head.allowed).to.deep.equal({ enter: false, send: false, mark: false });
    expect(head.offered).to.deep.equal([]);
    const write = { id, ...anEnteredResult() };
    await refused(app.api(routes.enterTestResult, write, stand.head.session), 'notAllowed');
    const stranger = await aStaff(app, { company: stand.company, roles: ['interviewer'] });
    await refused(app.api(routes.testsOfApplication, { id }, stranger.session), 'notAllowed');
    const { entries } = await app.api(routes.timeline, { id }, stand.hr.session);
    expect(entries.map(({ text }) => text)).to.include('笔试成绩：手工录入');
  });

  describe('from a table', () => {
    it('find people by phone, mail or number, say what each row comes to, and store at one time', async () => {
      const [byPhone, byMail, byNumber] = [
        await apply(stand),
        await apply(stand),
        await apply(stand),
      ];
      const head: SheetCell[] = ['姓名', '手机号', '邮箱', '投递编号', '成绩', '满分'];
      const file = anXlsx([
        head,
        [byPhone.candidate.name, byPhone.candidate.phone, '', '', 80, 100],
        ['', '', byMail.candidate.email, '', '７２分', 100],
        ['', '', '', byNumber.applicationId, 55.5, 100],
      ]);
      const more = { test: '综合能力', takenOn: '2026-11-18' };
      const seen = await preview(file, more);
      expect(seen, JSON.stringify(seen.rows)).to.include({ ready: 3, known: 0, wrong: 0 });
      expect(seen.rows.map(({ line }) => line)).to.deep.equal([2, 3, 4]);
      expect((await of(byPhone)).results).to.deep.equal([]);
      expect((await store(file, seen.hash, more)).stored).to.equal(3);
      expect((await of(byMail)).results?.[0]).to.include({ score: 72, source: 'imported' });
    });

    it('twice have one effect', async () => {
      const walker = await apply(stand);
      const file = anXlsx([
        ['手机', '笔试', '成绩', '满分', '日期'],
        [walker.candidate.phone, '逻辑', 9, 10, '2026/11/3'],
      ]);
      const first = await preview(file);
      await store(file, first.hash);
      const again = await preview(file);
      expect(again).to.include({ ready: 0, known: 1, wrong: 0 });
      expect((await store(file, again.hash)).stored).to.equal(0);
      await refused(store(file, first.hash), 'sheetChanged');
      const { results } = await of(walker);
      expect(results?.map(({ name, takenOn }) => [name, takenOn])).to.deep.equal([
        ['逻辑', '2026-11-03'],
      ]);
    });

    it('with wrong rows say why; the right ones are stored, the others not', async () => {
      const [one, two] = [await apply(stand), await apply(stand)];
      await enter(two, { name: '逻辑', score: 3, maximum: 10 });
      const phone = one.candidate.phone;
      const file = anXlsx([
        ['姓名', '手机', '邮箱', '笔试', '成绩', '满分', '日期'],
        ['', '', '', '逻辑', 5, 10, '2026-11-20'],
        ['', '13000000000', '', '逻辑', 5, 10, '2026-11-20'],
        ['', phone, two.candidate.email, '逻辑', 5, 10, '2026-11-20'],
        ['别人', phone, '', '逻辑', 5, 10, '2026-11-20'],
        ['', phone, '', '', 5, 10, '2026-11-20'],
        ['', phone, '', '逻辑', '优秀', 10, '2026-11-20'],
        ['', phone, '', '逻辑', 11, 10, '2026-11-20'],
        ['', phone, '', '逻辑', 5, 10, '2026-02-30'],
        ['', two.candidate.phone, '', '逻辑', 5, 10, '2026-11-20'],
        ['', phone, '', '逻辑', 5, 10, '2026-11-20'],
        ['', phone, '', '逻辑', 6, 10, '2026-11-20'],
      ]);
      const seen = await preview(file);
      expect(faults(seen)).to.deep.equal([
        ...['noPerson', 'notFound', 'twoPeople', 'otherName', 'noTest', 'score', 'above', 'day'],
        ...['otherScore', null, 'twice'],
      ]);
      expect((await store(file, seen.hash)).stored).to.equal(1);
      expect((await of(one)).results?.map(({ score }) => score)).to.deep.equal([5]);
      expect((await of(two)).results?.map(({ score }) => score)).to.deep.equal([3]);
    });

    it('reach nobody of another company, and need columns that are known', async () => {
      const other = await aStand(app);
      const stranger = await apply(other);
      const file = strToU8(`手机,成绩,满分\n${stranger.candidate.phone},5,10\n`);
      const more = { name: 'a.csv', test: '逻辑', takenOn: '2026-11-20' };
      expect(faults(await preview(file, more))).to.deep.equal(['notFound']);
      const unknown = strToU8('谁,多少\n张三,5\n');
      await refused(preview(unknown, { name: 'a.csv' }), 'sheetColumns');
    });
  });
});
