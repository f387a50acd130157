import type { MaskMode } from '@zhiyu/contracts/masking';
import { rawPaths, routes } from '@zhiyu/contracts/routes';
import type { Report } from '@zhiyu/contracts/scoring';
import { Masks } from '@zhiyu/server/platform/auth/masks';
import { expect } from 'chai';
import { aCandidate } from '../factories/candidate.js';
import { anotherSession, aStaff, type AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { cardsOf } from './look.js';
import {
  allConsents,
  answerInText,
  apply,
  aStand,
  handIn,
  next,
  type Stand,
  type Walker,
} from './walk.js';

const candidate = { ...aCandidate(), name: '欧阳若溪', phone: '13987654321' };
const school = '杭州职业技术学院';

/** As people write them: sex, age and birthday at the top, the school in words too. */
const resume = [
  candidate.name,
  '女 | 26岁 | 民族：畲族',
  `电话：139-8765-4321  邮箱：${candidate.email}  出生年月：1999年4月`,
  '教育背景',
  `2017.09-2020.06  ${school}  市场营销  大专`,
  '工作经历',
  '2020.07-2023.12  云杉超市  店员',
  `负责收银和退换货；代表${school}接待顾客约两千人`,
  '专业技能',
  '收银 顾客服务 Excel',
].join('\n');

const answer =
  '我叫欧阳若溪，今年26岁。上个月有位顾客拿着剪了吊牌的羽绒服要退，我先听他说完，再向店长申请换货，顾客补了差价，十分钟办好。';

const wordsOf = ({ answers }: Report): string =>
  answers[0]?.transcript?.segments.map(({ text }) => text).join('') ?? '';

describe('masked mode', () => {
  let app: TestApp;
  let stand: Stand;
  let walker: Walker;
  let admin: AStaff;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
    walker = await apply(stand, { candidate, resume });
    await app.drainJobs();
    await app.api(routes.giveConsents, allConsents, walker.session);
    await next(stand, walker);
    await answerInText(stand, walker, answer);
    await handIn(stand, walker);
    await app.drainJobs();
  });
  after(() => app.stop());

  const set = (masking: MaskMode) => app.api(routes.changeCompany, { masking }, admin.session);
  const fileOf = (session = stand.hr.session) =>
    app.api(routes.application, { id: walker.applicationId }, session);
  const interviewId = async () => (await fileOf()).interviews[0]?.id ?? '';
  const reportFile = async (session = stand.hr.session) =>
    app.client.raw(`${rawPaths.reportFile}/${await interviewId()}/report.json`, {}, session);
  const resumeFile = async (session = stand.hr.session) =>
    app.client.raw(`${rawPaths.resumeFile}/${(await fileOf()).resume?.id ?? ''}`, {}, session);
  /** Everything that a reader of this application can ask for, as it goes over the line. */
  const bodies = async (session = stand.hr.session): Promise<string> => {
    const id = walker.applicationId;
    const all = await Promise.all([
      fileOf(session),
      app.api(routes.timeline, { id }, session),
      app.api(routes.messages, { id }, session),
      app.api(routes.personAround, { id }, session),
      app.api(routes.listApplications, {}, session),
      app.api(routes.dashboard, {}, session),
      app.api(routes.inbox, {}, session),
      app.api(routes.report, { id: await interviewId() }, session),
      app.api(routes.resumeQuestions, { id }, stand.hr.session).catch(() => null),
      app.api(routes.resumeAssessment, { id }, session),
      (await reportFile(session)).json(),
    ]);
    return JSON.stringify(all);
  };
  const telling = new RegExp(
    [
      candidate.name,
      '139-?8765-?4321',
      candidate.email,
      school,
      '26岁',
      '畲族',
      '1999年',
      '女 ',
    ].join('|'),
  );

  it('is off at first, and only an administrator changes it', async () => {
    expect(await bodies())
      .to.match(telling)
      .and.include(candidate.name)
      .and.include(school);
    await refused(
      app.api(routes.changeCompany, { masking: 'always' }, stand.hr.session),
      'notAllowed',
    );
    const state = await app.api(routes.maskState, { id: walker.applicationId }, stand.hr.session);
    expect(state).to.deep.equal({ mode: 'off', masked: false });
  });

  it('sends no name, phone, mail, school, sex or age to anybody of the company', async () => {
    await set('byDefault');
    const all = await bodies();
    expect(all.match(telling)).to.equal(null);
    expect(all).to.include(`候选人 ${walker.applicationId.slice(-4)}`);
    expect((await bodies(stand.head.session)).match(telling), 'the manager').to.equal(null);
    const auditor = await aStaff(app, { company: stand.company, roles: ['auditor', 'hr'] });
    const audit = await app.api(routes.audit, {}, auditor.session);
    expect(JSON.stringify(audit).match(telling), 'the audit log').to.equal(null);
  });

  it('keeps every span of the résumé and every quote where it was', async () => {
    const { resume: covered } = await fileOf();
    await set('off');
    const { resume: plain } = await fileOf();
    await set('byDefault');
    expect(covered?.parsed.text.length).to.equal(plain?.parsed.text.length);
    expect(covered?.parsed.text).to.include('云杉超市').and.include('█'.repeat(school.length));
    expect(covered?.parsed.text.indexOf('收银')).to.equal(plain?.parsed.text.indexOf('收银'));
    expect(covered?.parsed.skills).to.deep.equal(plain?.parsed.skills);
    const { report } = await app.api(routes.report, { id: await interviewId() }, stand.hr.session);
    const words = wordsOf(report);
    expect(words.length).to.equal(answer.length);
    expect(words).to.include('我叫████，今年███。').and.include('向店长申请换货');
  });

  it('hands out no original, and finds nobody by the name', async () => {
    const found = await app.api(routes.listApplications, { q: candidate.name }, stand.hr.session);
    expect(found.applications).to.deep.equal([]);
    const original = await resumeFile();
    expect([original.status, ((await original.json()) as { code: string }).code]).to.deep.equal([
      ...[403, 'masked'],
    ]);
  });

  it('covers the cards that go to a chat', async () => {
    const [card] = await cardsOf(stand, stand.hr, 'approval');
    expect(card?.title).to.include('候选人 ');
    await set('off');
    const [plain] = await cardsOf(stand, stand.hr, 'approval');
    await set('byDefault');
    expect(plain?.title).to.include(candidate.name);
    const { company } = stand;
    const out = await app.get(Masks).coverCard(company.id, walker.applicationId, plain);
    expect(JSON.stringify(out).match(telling)).to.equal(null);
    expect(out?.title).to.include(`候选人 ${walker.applicationId.slice(-4)}`);
    expect(out?.buttons).to.deep.equal(plain?.buttons);
  });

  it('is lifted by one person for one candidate, with a reason that is written down', async () => {
    const id = walker.applicationId;
    const colleague = await aStaff(app, { company: stand.company, roles: ['hr'] });
    const unmask = { id, reason: 'meeting' as const, note: '明天来店里见面' };
    const state = await app.api(routes.unmask, unmask, stand.hr.session);
    expect(state).to.deep.equal({ mode: 'byDefault', masked: false });
    expect(await bodies())
      .to.include(candidate.name)
      .and.include(school);
    expect((await resumeFile()).status).to.equal(200);
    const { applications } = await app.api(
      routes.listApplications,
      { q: candidate.name },
      stand.hr.session,
    );
    expect(applications).to.have.length(1);
    expect(JSON.stringify(await fileOf(colleague.session)).match(telling)).to.equal(null);
    const auditor = await aStaff(app, { company: stand.company, roles: ['auditor'] });
    const { entries } = await app.api(routes.audit, {}, auditor.session);
    const line = entries.find(({ ground }) => ground === 'meeting');
    expect(line).to.include({ verb: 'application.unmask', object: id, allowed: true });
  });

  it('covers always where the company says so, whoever asked before', async () => {
    await set('always');
    stand.hr.session = await anotherSession(app, stand.hr);
    expect((await bodies()).match(telling)).to.equal(null);
    const unmask = { id: walker.applicationId, reason: 'other' as const, note: '' };
    await refused(app.api(routes.unmask, unmask, stand.hr.session), 'masked');
  });

  it('hides nothing from the candidate', async () => {
    const status = await app.api(routes.candidateStatus, {}, walker.session);
    expect(status.candidateName).to.equal(candidate.name);
  });
});
