import { questionFromBank } from '@zhiyu/contracts/bank-copy';
import type { PositionContent, Question } from '@zhiyu/contracts/position';
import { consentTexts } from '@zhiyu/contracts/consent-texts';
import { routes } from '@zhiyu/contracts/routes';
import { AskedQuestion, Interview } from '@zhiyu/server/interviews/entities/interview.entity';
import { BankItemRow, BankItemVersion } from '@zhiyu/server/recruiting/entities/bank-item.entity';
import { BankStore } from '@zhiyu/server/recruiting/questions/bank-store';
import { QuestionSeeds } from '@zhiyu/server/recruiting/questions/question-seeds';
import { expect } from 'chai';
import { type AnApplication, anApplication } from '../factories/application.js';
import { aCandidate, type ACandidate } from '../factories/candidate.js';
import { type ACompany, aCompany, aStaff, type AStaff } from '../factories/company.js';
import { aPosition, storeStaff } from '../factories/position.js';
import { bankSeed, ownQuestion } from '../factories/question.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';

const consents = {
  recording: true,
  transcription: true,
  automatedAssessment: true,
  talentPool: false,
  textVersion: consentTexts.interview,
};

describe('the question bank (R21)', () => {
  let app: TestApp;
  let company: ACompany;
  let hr: AStaff;
  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    hr = await aStaff(app, { company, roles: ['hr'] });
  });
  after(() => app.stop());

  /** A position whose plan asks one item of the bank, copied as the editor copies it. */
  async function positionAsking(code: string, dimension: string) {
    const item = await app.api(routes.bankItem, { code }, hr.session);
    const question = questionFromBank(item, dimension);
    const seed = storeStaff();
    const content: PositionContent = {
      ...seed,
      questions: [...seed.questions, question],
      plan: { ...seed.plan, questionCodes: [code] },
    };
    return aPosition(app, { company, ownerId: hr.id, content });
  }

  async function invited(position: Awaited<ReturnType<typeof positionAsking>>, who: ACandidate) {
    const application = await anApplication(app, { position, candidate: who });
    await app.drainJobs();
    await app.api(routes.invite, { id: application.id }, hr.session);
    await app.drainJobs();
    return application;
  }

  async function plannedOf(application: AnApplication): Promise<AskedQuestion[]> {
    const interviews = await app.database
      .read(Interview)
      .find({ where: { applicationId: application.id }, order: { round: 'DESC' } });
    return app.database
      .read(AskedQuestion)
      .find({ where: { interviewId: interviews[0]?.id ?? '' }, order: { position: 'ASC' } });
  }

  async function open(application: AnApplication): Promise<void> {
    await app.api(routes.giveConsents, consents, application.session);
    await app.api(routes.nextQuestion, {}, application.session);
  }

  it('holds the product’s 96 items, each imported once as version 1', async () => {
    const first = await app.api(routes.listBank, {}, hr.session);
    await app.api(routes.listBank, {}, hr.session);
    expect(first.total).to.equal(96);
    expect(first.competencies.map((one) => one.items)).to.deep.equal(Array(12).fill(8));
    const versions = await app.database.read(BankItemVersion).findBy({ companyId: company.id });
    expect(versions.map((one) => one.version)).to.deep.equal(Array(96).fill(1));
  });

  it('is filtered by competency, language, kind and words', async () => {
    const list = (filter: object) => app.api(routes.listBank, filter, hr.session);
    const french = await list({ competency: 'teamwork', locale: 'fr' });
    expect(french.items.map((one) => one.code)).to.have.members([
      'team-disagree-plan',
      'team-mate-behind',
    ]);
    const words = await list({ search: '送礼 供应商' });
    expect(words.items.map((one) => one.code)).to.deep.equal(['int-gift']);
    const kinds = await list({ competency: 'learning', kind: 'motivation' });
    expect(kinds.items.map((one) => one.code)).to.deep.equal(['learn-next-skill']);
  });

  it('a changed item is a new version, a stale change is refused, the old version stays as it was', async () => {
    const code = 'svc-own-slip';
    const before = await app.api(routes.bankItem, { code }, hr.session);
    const content = { ...before.content, answerSeconds: 120 };
    const input = { code, baseVersion: 1, content, note: '短一些' };
    const saved = await app.api(routes.saveBankItem, input, hr.session);
    expect([saved.version, saved.origin, saved.content.answerSeconds]).to.deep.equal([
      2,
      'own',
      120,
    ]);
    await refused(app.api(routes.saveBankItem, input, hr.session), 'staleVersion');
    const rows = await app.database.read(BankItemVersion).findBy({ companyId: company.id });
    const first = rows.find((row) => row.version === 1 && row.content.code === code);
    expect(first?.content.answerSeconds).to.equal(before.content.answerSeconds);
  });

  it('an own item is checked by the rules of the bank: a protected topic is refused with its place', async () => {
    const content = {
      ...ownQuestion('own-family'),
      hint: { zh: '也可以说说您的家庭情况和结婚打算。' },
    };
    const input = { code: content.code, baseVersion: 0, content, note: '' };
    const error = await refused(app.api(routes.saveBankItem, input, hr.session), 'invalidInput');
    expect(JSON.stringify(error)).to.contain('hint.zh').and.contain('[protected]');
  });

  it('what is nearly another item is refused', async () => {
    const content = { ...bankSeed('svc-upset-guest'), code: 'own-upset-guest' };
    const input = { code: content.code, baseVersion: 0, content, note: '' };
    const error = await refused(app.api(routes.saveBankItem, input, hr.session), 'invalidInput');
    expect(JSON.stringify(error)).to.contain('svc-upset-guest');
  });

  it('counts an item when a candidate has it on the screen, once', async () => {
    const code = 'svc-real-need';
    const position = await positionAsking(code, 'serviceAwareness');
    const application = await invited(position, aCandidate());
    const seen = async () => (await app.api(routes.bankItem, { code }, hr.session)).exposure;
    expect(await seen()).to.deep.equal({ asked: 0, lastAt: null });
    await open(application);
    await app.api(routes.nextQuestion, {}, application.session);
    const { asked, lastAt } = await seen();
    expect(asked).to.equal(1);
    expect(lastAt).to.be.closeTo(app.clock.now(), 1000);
  });

  it('a company’s exposures are its own', async () => {
    const other = await aCompany(app);
    const staff = await aStaff(app, { company: other, roles: ['hr'] });
    const item = await app.api(routes.bankItem, { code: 'svc-real-need' }, staff.session);
    expect(item.exposure.asked).to.equal(0);
  });

  describe('nobody gets the same question twice', () => {
    const code = 'svc-upset-guest';
    let who: ACandidate;
    let first: AnApplication;
    let second: AnApplication;
    before(async () => {
      who = aCandidate();
      first = await invited(await positionAsking(code, 'serviceAwareness'), who);
      await open(first);
      second = await invited(await positionAsking(code, 'serviceAwareness'), who);
    });

    it('the same person in another position gets another item of the same competency', async () => {
      expect(second.personId).to.equal(first.personId);
      const [asked] = await plannedOf(second);
      const instead = asked?.content as Question;
      expect(instead.bank?.code).not.to.equal(code);
      const items = await app.api(routes.listBank, { competency: 'serviceAwareness' }, hr.session);
      expect(items.items.map((one) => one.code)).to.include(instead.bank?.code);
      expect([instead.dimensions, instead.kind]).to.deep.equal([
        ['serviceAwareness'],
        'behavioural',
      ]);
      expect(new Set(instead.indicators.map((one) => one.dimension))).to.deep.equal(
        new Set(['serviceAwareness']),
      );
    });

    it('HR reads which question gave way, the candidate does not', async () => {
      const [asked] = await plannedOf(second);
      const detail = await app.api(routes.application, { id: second.id }, hr.session);
      expect(detail.interviews.at(-1)?.replaced).to.deep.equal([
        { was: bankSeed(code).text.zh, now: asked?.content.text.zh, by: asked?.content.code },
      ]);
      await open(second);
      const own = await app.client.send(routes.candidateInterview, {}, second.session);
      expect(await own.text()).not.to.contain(bankSeed(code).text.zh);
    });

    it('another person gets the planned question', async () => {
      const stranger = await invited(await positionAsking(code, 'serviceAwareness'), aCandidate());
      const [asked] = await plannedOf(stranger);
      expect([asked?.content.code, asked?.replaced]).to.deep.equal([code, null]);
    });

    it('a question in own words, known by its text alone, gives way as well', async () => {
      const seed = storeStaff();
      const [question] = seed.questions.map((one) => ({ ...one, code: 'in-own-words' }));
      const asking = (code: string) => {
        const questions = [...seed.questions, { ...(question as Question), code }];
        const plan = { ...seed.plan, questionCodes: [code] };
        return aPosition(app, { company, ownerId: hr.id, content: { ...seed, questions, plan } });
      };
      const one = aCandidate();
      await open(await invited(await asking('in-own-words'), one));
      const [asked] = await plannedOf(await invited(await asking('under-another-code'), one));
      expect(asked?.replaced?.text).to.deep.equal(question?.text);
      expect(asked?.content.bank?.code).to.equal(asked?.replaced?.by);
    });

    it('where every item of the competency was asked, it is asked again and said so', async () => {
      const { items } = await app.api(
        routes.listBank,
        { competency: 'serviceAwareness' },
        hr.session,
      );
      for (const item of items.filter((one) => one.code !== code)) {
        await app.api(routes.retireBankItem, { code: item.code, retired: true }, hr.session);
      }
      const third = await invited(await positionAsking(code, 'serviceAwareness'), who);
      const [asked] = await plannedOf(third);
      expect([asked?.content.code, asked?.replaced?.by]).to.deep.equal([code, null]);
    });
  });

  it('the product’s newer text becomes a new version, a company’s own change stays', async () => {
    const stored = await app.get(BankStore).find(company.id, 'team-credit');
    expect(stored?.row.origin).to.equal('product');
    const rows = app.database.read(BankItemRow);
    await rows.update({ companyId: company.id, code: 'team-credit' }, { seed: 'older' });
    const fresh = new BankStore(app.database, app.get(QuestionSeeds));
    await fresh.fill(company.id);
    const after = await rows.findBy({ companyId: company.id });
    const versions = Object.fromEntries(after.map((row) => [row.code, row.version]));
    expect([
      versions['team-credit'],
      versions['svc-own-slip'],
      versions['team-cross-goal'],
    ]).to.deep.equal([2, 2, 1]);
  });
});
