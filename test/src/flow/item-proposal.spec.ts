import { questionFromBank } from '@zhiyu/contracts/bank-copy';
import type { PositionContent } from '@zhiyu/contracts/position';
import { routes } from '@zhiyu/contracts/routes';
import { ItemStatistic } from '@zhiyu/server/scoring/items/item.entity';
import { expect } from 'chai';
import { type ACompany, aCompany, aStaff, type AStaff } from '../factories/company.js';
import { aPosition, storeStaff } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';

const poor = {
  ...{ answers: 80, scored: 80, difficulty: null, discrimination: null, exposure: 80 },
  ...{ seconds: null, unknown: 0, gated: 0, fifths: [0, 0, 0, 0, 80] },
};

describe('a proposal about a question of the bank', () => {
  let app: TestApp;
  let company: ACompany;
  let hr: AStaff;
  let codes: [string, string];

  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    hr = await aStaff(app, { company, roles: ['hr'] });
    const { items } = await app.api(routes.listBank, {}, hr.session);
    codes = [items[0]?.code ?? '', items[1]?.code ?? ''];
  });
  after(() => app.stop());

  async function positionAsking(code: string) {
    const item = await app.api(routes.bankItem, { code }, hr.session);
    const seed = storeStaff();
    const dimension = seed.model.dimensions[0]?.code ?? '';
    const own = seed.plan.questionCodes[0] ?? '';
    const content: PositionContent = {
      ...seed,
      questions: [...seed.questions, questionFromBank(item, dimension)],
      plan: { ...seed.plan, questionCodes: [own, code] },
    };
    return aPosition(app, { company, ownerId: hr.id, content });
  }

  async function proposed(code: string, act: 'retire' | 'rotate', instead: string | null) {
    const figures = { ...poor, code, proposal: { act, reasons: ['weak' as const], instead } };
    await app.database.transaction(async (tx) => {
      await tx.manager.insert(ItemStatistic, {
        ...{ id: `${code}-${act}`.slice(0, 26).padEnd(26, '0') },
        ...{ companyId: company.id, kind: 'bank', code, figures, at: tx.now },
      });
    });
  }

  it('to retire it is done with one press: in the plan, and in the bank', async () => {
    const [code, instead] = codes;
    const { id } = await positionAsking(code);
    await proposed(code, 'retire', instead);
    const accept = { code, act: 'retire' as const, instead, note: '停用' };
    await refused(
      app.api(routes.acceptProposal, { ...accept, instead: null }, hr.session),
      'staleVersion',
    );
    const done = await app.api(routes.acceptProposal, accept, hr.session);
    expect(done.changed).to.have.length(1);
    expect(done.left).to.deep.equal([]);
    const after = await app.api(routes.position, { id }, hr.session);
    expect(after.content.plan.questionCodes[1]).to.equal(instead);
    expect(after.content.questions.some((one) => one.bank?.code === code)).to.equal(false);
    expect(after.version).to.equal(2);
    expect((await app.api(routes.bankItem, { code }, hr.session)).retired).to.equal(true);
    await refused(app.api(routes.acceptProposal, accept, hr.session), 'staleVersion');
  });

  it('a plan with a retired question says so and is not published', async () => {
    const [, code] = codes;
    const { id } = await positionAsking(code);
    await app.api(routes.retireBankItem, { code, retired: true }, hr.session);
    const { retiredQuestions, content, version } = await app.api(
      routes.position,
      { id },
      hr.session,
    );
    expect(retiredQuestions).to.deep.equal([code]);
    const save = { id, baseVersion: version, content, note: '' };
    const error = await refused(app.api(routes.savePosition, save, hr.session), 'invalidInput');
    expect(JSON.stringify(error)).to.contain(`questions.${code}`);
    const plan = { ...content.plan, questionCodes: content.plan.questionCodes.slice(0, 1) };
    const saved = await app.api(
      routes.savePosition,
      { ...save, content: { ...content, plan } },
      hr.session,
    );
    expect(saved.retiredQuestions).to.deep.equal([]);
  });
});
