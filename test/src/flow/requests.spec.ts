import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '@zhiyu/contracts/routes';
import type { MakeRequest } from '@zhiyu/contracts/requests';
import { SurveyAnswer } from '@zhiyu/server/interviews/entities/survey.entity';
import { EventRow } from '@zhiyu/server/platform/events/event.entity';
import { Runtime } from '@zhiyu/server/platform/runtime';
import { Erasure } from '@zhiyu/server/privacy/erasure.service';
import { Application, Resume } from '@zhiyu/server/recruiting/entities/application.entity';
import { ResumeStore } from '@zhiyu/server/recruiting/resume-store';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { timelineOf } from './channels-walk.js';
import { cardOf, cardsOf, press, textOf } from './look.js';
import {
  answerInText,
  answersOf,
  assessed,
  aStand,
  day,
  handIn,
  hour,
  interviewing,
  invited,
  next,
  signInAgain,
  type Stand,
  statusOf,
  type Walker,
} from './walk.js';

const text = answersOf('strong')[0] ?? '';

describe('what a candidate asks the company for', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  const own = ({ session }: Walker) => app.api(routes.ownPage, {}, session);
  const ask = ({ session }: Walker, input: MakeRequest) =>
    app.api(routes.makeRequest, input, session);
  const reject = ({ applicationId: id }: Walker) =>
    app.api(
      routes.decide,
      { id, kind: 'reject', reason: 'belowRequirement', note: '' },
      stand.hr.session,
    );

  describe('a question', () => {
    it('goes to HR as a card; the reply reaches the page and the inbox of the candidate', async () => {
      const walker = await invited(stand);
      const asked = await ask(walker, { kind: 'question', text: '这个岗位要上夜班吗？' });
      expect(asked.requests).to.have.length(1);
      expect(asked.requests[0]).to.include({ state: 'open', answer: null });
      const card = await cardOf(stand, stand.hr, 'request', walker);
      expect(textOf(card)).to.include('这个岗位要上夜班吗？');
      await refused(press(stand, stand.hr, card, { action: 'answer' }), 'invalidInput');
      await press(stand, stand.hr, card, { action: 'answer', text: '每月两次，提前排班。' });
      await app.drainJobs();
      const [answered] = (await own(walker)).requests;
      expect(answered).to.include({
        ...{ state: 'answered', answer: '每月两次，提前排班。', answeredBy: '许澜' },
      });
      const told = await cardOf(stand, walker, 'notice');
      expect(textOf(told)).to.include('每月两次，提前排班。');
    });

    it('stands in the timeline without its words', async () => {
      const walker = await invited(stand);
      await ask(walker, { kind: 'question', text: '宿舍有空调吗？' });
      const lines = (await timelineOf(stand, walker)).join();
      expect(lines).to.include('候选人请求：提问').and.not.to.include('空调');
    });

    it('that nobody answers goes to the lead too when two thirds of the time are over', async () => {
      const walker = await invited(stand);
      await ask(walker, { kind: 'question', text: '第一天几点到？' });
      const { dueAt } = (await own(walker)).requests[0]!;
      expect(await cardsOf(stand, stand.head, 'request', walker)).to.have.length(0);
      app.clock.set(dueAt - hour);
      await app.drainJobs();
      await signInAgain(stand);
      expect(await cardsOf(stand, stand.head, 'request', walker)).to.have.length(1);
    });

    it('is refused when three are open', async () => {
      const walker = await invited(stand);
      for (const words of ['一的问题', '二的问题', '三的问题']) {
        await ask(walker, { kind: 'question', text: words });
      }
      expect((await own(walker)).can.question).to.equal(false);
      await refused(ask(walker, { kind: 'question', text: '四的问题' }), 'conflict');
    });
  });

  describe('a second look at a rejection', () => {
    it('goes to the lead once; the words of a person reach the candidate', async () => {
      const walker = await assessed(stand);
      expect((await own(walker)).can.review).to.equal(false);
      await reject(walker);
      await app.drainJobs();
      expect((await own(walker)).can.review).to.equal(true);
      await ask(walker, { kind: 'review', text: '第二题我没听清。' });
      expect(await cardsOf(stand, stand.hr, 'request', walker)).to.have.length(0);
      const card = await cardOf(stand, stand.head, 'request', walker);
      await press(stand, stand.head, card, { action: 'answer', text: '重新看了，结论一样。' });
      const [review] = (await own(walker)).requests;
      expect(review).to.include({ answeredBy: '何敬', answer: '重新看了，结论一样。' });
      await refused(ask(walker, { kind: 'review', text: '' }), 'conflict');
    });

    it('can put the application back among those that wait for a decision', async () => {
      const walker = await assessed(stand);
      await reject(walker);
      await app.drainJobs();
      expect((await statusOf(stand, walker)).outcome).to.equal('notSelected');
      await ask(walker, { kind: 'review', text: '' });
      const card = await cardOf(stand, stand.head, 'request', walker);
      await press(stand, stand.head, card, { action: 'grant' });
      await app.drainJobs();
      expect((await statusOf(stand, walker)).outcome).to.equal('open');
      const again = { id: walker.applicationId, kind: 'pass' as const, note: '' };
      const reason = 'strongEvidence' as const;
      await app.api(routes.decide, { ...again, reason }, stand.hr.session);
      expect((await statusOf(stand, walker)).outcome).to.equal('passed');
    });

    it('is over after thirty days', async () => {
      const walker = await assessed(stand);
      await reject(walker);
      app.clock.advance(29 * day);
      expect((await own(walker)).can.review).to.equal(true);
      app.clock.advance(1 * day + hour);
      const session = await own(walker).catch(() => null);
      expect(session?.can.review ?? false).to.equal(false);
    });
  });

  describe('erasure', () => {
    const erasure = { kind: 'erasure' as const, text: '', sure: true as const };

    it('is due within fifteen days and needs a second yes of HR', async () => {
      const walker = await invited(stand);
      const { requests, can } = await ask(walker, erasure);
      expect((requests[0]?.dueAt ?? 0) - (requests[0]?.askedAt ?? 0)).to.equal(15 * day);
      expect(can.erasure).to.equal(false);
      const card = await cardOf(stand, stand.hr, 'request', walker);
      await refused(press(stand, stand.hr, card, { action: 'grant' }), 'reasonUnfit');
    });

    it('ends the application at once and everything personal a day later; the page says so', async () => {
      const walker = await assessed(stand);
      await ask(walker, erasure);
      const card = await cardOf(stand, stand.hr, 'request', walker);
      await press(stand, stand.hr, card, { action: 'grant', reason: 'yes' });
      const told = await cardOf(stand, walker, 'notice');
      expect(told.title).to.equal('您的个人信息会删除');
      expect((await statusOf(stand, walker)).outcome).to.equal('withdrawn');
      const before = await own(walker);
      expect(before).to.include({ erased: false });
      app.clock.set((before.erasesAt ?? 0) + hour);
      await app.drainJobs();
      expect(await own(walker)).to.include({ erased: true });
      expect(JSON.stringify(await statusOf(stand, walker))).not.to.include(walker.candidate.name);
      await signInAgain(stand);
      const { applications } = await app.api(
        routes.listApplications,
        { q: walker.candidate.phone },
        stand.hr.session,
      );
      expect(applications).to.deep.equal([]);
      const events = app.database.read(EventRow);
      expect(await events.countBy({ name: 'PersonErased' })).to.equal(1);
    });

    it('refused with words leaves everything as it is', async () => {
      const walker = await invited(stand);
      await ask(walker, erasure);
      const card = await cardOf(stand, stand.hr, 'request', walker);
      const why = '劳动仲裁还没结束，依法要保留。';
      await press(stand, stand.hr, card, { action: 'refuse', text: why });
      const page = await own(walker);
      expect(page.requests[0]).to.include({ state: 'refused', answer: why });
      expect(page.can.erasure).to.equal(true);
      expect((await statusOf(stand, walker)).candidateName).to.equal(walker.candidate.name);
    });

    it('takes the file of the résumé off the disk', async () => {
      const walker = await invited(stand);
      const { applicationId: id } = walker;
      const found = await app.database.read(Application).findOneByOrFail({ id });
      const store = app.get(ResumeStore);
      const { companyId, personId } = found;
      const parsed = (await store.read(found.resumeId))?.parsed;
      if (!parsed) throw new Error('no résumé');
      const file = { fileName: '简历.txt', bytes: Buffer.from('王芳'), parsed };
      const kept = { companyId, personId, file, parsed, corrected: {} };
      const resume = await app.database.transaction((tx) => store.keep(tx, kept));
      const row = () => app.database.read(Resume).findOneByOrFail({ id: resume });
      const { file: name } = await row();
      const path = join(app.get(Runtime).dataDir, name);
      expect(existsSync(path)).to.equal(true);
      await app.database.transaction((tx) => app.get(Erasure).erase(tx, personId));
      await app.drainJobs();
      expect(existsSync(path)).to.equal(false);
      expect(await row()).to.include({ file: '', bytes: 0 });
    });
  });

  it('a copy of the own data: contact, résumé, answers, consents, requests, messages, no score', async () => {
    const walker = await assessed(stand);
    await ask(walker, { kind: 'question', text: '什么时候有结果？' });
    const data = await app.api(routes.ownData, {}, walker.session);
    expect(data.contact.phone).to.include(walker.candidate.phone.slice(-4));
    expect(data.application.answers).to.have.length(2);
    expect(data.application.answers[0]?.words).to.equal(text);
    expect(data.consents.map(({ purpose }) => purpose)).to.include('automatedAssessment');
    expect(data.requests[0]?.text).to.equal('什么时候有结果？');
    expect(data.messages.length).to.be.greaterThan(1);
    expect(data).to.deep.include({ facts: [], faces: [], sounds: [], programs: [] });
    expect(JSON.stringify(data)).not.to.match(/standardError|verdict/);
  });

  describe('the survey', () => {
    const say = ({ session }: Walker, fair: number, words = '') =>
      app.api(routes.answerSurvey, { fair, smooth: 4, text: words }, session);
    const handedIn = async () => {
      const walker = await interviewing(stand);
      await next(stand, walker);
      await answerInText(stand, walker, text);
      await handIn(stand, walker);
      return walker;
    };
    const result = () => app.api(routes.surveyResult, {}, stand.hr.session);

    it('is open after handing in, once', async () => {
      const walker = await interviewing(stand);
      expect((await own(walker)).survey).to.equal('none');
      await refused(say(walker, 5), 'interviewClosed');
      await handIn(stand, walker);
      expect((await own(walker)).survey).to.equal('open');
      expect((await say(walker, 5)).survey).to.equal('done');
      await say(walker, 1);
      expect(await app.database.read(SurveyAnswer).countBy({ fair: 1 })).to.equal(0);
    });

    it('shows HR nothing below five answers, then only means and counts', async () => {
      expect(await result()).to.deep.equal({ company: null, positions: [] });
      for (const fair of [4, 5, 3]) {
        await say(await handedIn(), fair, fair === 3 ? '倒计时有点急' : '');
      }
      expect((await result()).company).to.equal(null);
      await say(await handedIn(), 3);
      const { company, positions } = await result();
      expect(company).to.deep.include({ answers: 5, fair: 4, smooth: 4 });
      expect(company?.fairCounts).to.deep.equal([0, 0, 2, 1, 2]);
      expect(company?.texts).to.deep.equal(['倒计时有点急']);
      expect(positions.map(({ positionId }) => positionId)).to.deep.equal([stand.position.id]);
    });

    it('keeps nothing that leads back to who answered', async () => {
      const rows = await app.database.read(SurveyAnswer).find();
      const kept = Object.keys(rows[0] ?? {}).sort();
      expect(kept).to.deep.equal(['companyId', 'fair', 'id', 'positionId', 'smooth', 'text']);
    });
  });

  it('a copy of the consents goes to the candidate, one card for one moment, and again when they change', async () => {
    const walker = await interviewing(stand);
    await app.drainJobs();
    const copies = async () =>
      (await cardsOf(stand, walker, 'notice')).filter(({ title }) => title.includes('一份留给您'));
    expect(await copies()).to.have.length(1);
    expect(textOf((await copies())[0]!))
      .to.include('录像和录音')
      .and.include('不同意');
    app.clock.advance(hour);
    await app.api(routes.talentPool, { given: true }, walker.session);
    await app.drainJobs();
    expect(await copies()).to.have.length(2);
    const { consents } = await own(walker);
    expect(consents.length).to.be.greaterThan(4);
  });
});
