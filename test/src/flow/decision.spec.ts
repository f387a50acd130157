import { routes } from '@zhiyu/contracts/routes';
import { Decision } from '@zhiyu/server/recruiting/entities/application.entity';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { cardOf, cardsOf, fileOf, press, reportOf, textOf } from './look.js';
import {
  answerInText,
  assessed,
  aStand,
  handIn,
  interviewOf,
  next,
  shortPosition,
  signInAgain,
  type Stand,
  statusOf,
  type Walker,
} from './walk.js';

describe('the decision', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  const decisionsOf = ({ applicationId }: Walker) =>
    app.database.read(Decision).find({ where: { applicationId }, order: { round: 'ASC' } });
  const pass = { action: 'pass', reason: 'meetsRequirement' } as const;
  const reject = { action: 'reject', reason: 'belowRequirement' } as const;
  const hold = { action: 'hold', reason: 'needsTalk' } as const;

  it("is asked of the position's HR and the head of its department, and of nobody else", async () => {
    const other = await aStaff(app, { company: stand.company, roles: ['hr'] });
    const walker = await assessed(stand);
    for (const reader of [stand.hr, stand.head]) {
      const cards = await cardsOf(stand, reader, 'approval', walker);
      expect(cards).to.have.length(1);
      const actions = cards[0]?.buttons.map((button) => button.action);
      expect(actions).to.deep.equal(['pass', 'hold', 'reject', 'askMore', 'open']);
    }
    const { total } = await reportOf(stand, walker);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    expect(Number(card.figure?.value)).to.be.closeTo((total.value ?? 0) / 10, 0.051);
    const quotes = card.blocks.filter((block) => block.type === 'quote');
    expect(quotes).to.have.length(3);
    expect(textOf(card)).to.include('何敬');
    expect(await cardsOf(stand, other, 'approval', walker)).to.deep.equal([]);
    await refused(press(stand, other, card, pass), 'notAllowed');
  });

  it('is made once when two people press at the same time; the other hears who was faster', async () => {
    const walker = await assessed(stand);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    const results = await Promise.all([
      press(stand, stand.hr, card, pass),
      press(stand, stand.head, card, reject),
    ]);
    const [winner] = results.filter((one) => one.effective);
    const [late] = results.filter((one) => !one.effective);
    expect(winner).not.to.equal(undefined);
    expect(await decisionsOf(walker)).to.have.length(1);
    const byHr = results[0].effective;
    expect(late?.message).to.include(byHr ? '许澜选了通过' : '何敬选了不通过');
    expect(late?.message).to.include(byHr ? '不通过”没有生效' : '通过”没有生效');
    await app.drainJobs();
    for (const reader of [stand.hr, stand.head]) {
      const shown = await cardOf(stand, reader, 'approval', walker);
      expect(shown.state).to.equal('done');
      expect(textOf(shown)).to.include(byHr ? '许澜' : '何敬');
    }
    expect((await fileOf(stand, walker)).stage).to.equal(byHr ? 'hrInterview' : 'rejected');
  });

  it('is the same in the file and on the card, whichever was used', async () => {
    const walker = await assessed(stand);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    const input = { id: walker.applicationId, kind: 'pass' as const };
    const choice = { ...input, reason: 'strongEvidence' as const, note: '她会安顿人' };
    const made = await app.api(routes.decide, choice, stand.head.session);
    expect(made).to.deep.equal({ effective: true, message: '何敬选了通过' });
    const late = await press(stand, stand.hr, card, reject);
    expect(late).to.include({ effective: false });
    expect(late.message).to.include('何敬选了通过');
    expect((await cardOf(stand, stand.hr, 'approval', walker)).state).to.equal('done');
    const { decisions, openCardId } = await fileOf(stand, walker);
    expect(decisions[0]).to.include({ kind: 'pass', by: '何敬', note: '她会安顿人' });
    expect(openCardId).to.equal(null);
  });

  it('needs a reason from the list', async () => {
    const walker = await assessed(stand);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    await refused(press(stand, stand.hr, card, { action: 'pass' }), 'reasonUnfit');
    expect(await decisionsOf(walker)).to.deep.equal([]);
  });

  it('can be put off, and made later: put off is a decision of its own round', async () => {
    const walker = await assessed(stand);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    expect((await press(stand, stand.head, card, hold)).effective).to.equal(true);
    expect((await press(stand, stand.hr, card, pass)).effective).to.equal(false);
    expect((await fileOf(stand, walker)).stage).to.equal('review');
    const { promises } = await statusOf(stand, walker);
    expect(promises.at(-1)?.keptAt, 'the candidate still waits').to.equal(null);
    const choice = { id: walker.applicationId, kind: 'pass' as const, note: '' };
    const reason = 'meetsRequirement' as const;
    const made = await app.api(routes.decide, { ...choice, reason }, stand.hr.session);
    expect(made.effective).to.equal(true);
    expect((await decisionsOf(walker)).map((one) => one.kind)).to.deep.equal(['hold', 'pass']);
  });

  it('after one that was put off stands on the card as well', async () => {
    const walker = await assessed(stand);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    await press(stand, stand.hr, card, hold);
    const input = { id: walker.applicationId, kind: 'pass', reason: 'meetsRequirement' } as const;
    await app.api(routes.decide, { ...input, note: '' }, stand.head.session);
    const after = await cardOf(stand, stand.hr, 'approval', walker);
    expect(textOf(after)).to.include('何敬选了通过').and.not.include('待定');
  });

  it('of a later round leaves the card of the interview as it is', async () => {
    const walker = await assessed(stand);
    await press(stand, stand.hr, await cardOf(stand, stand.hr, 'approval', walker), pass);
    const input = { id: walker.applicationId, kind: 'reject', reason: 'belowRequirement' } as const;
    const made = await app.api(routes.decide, { ...input, note: '' }, stand.head.session);
    expect(made.effective).to.equal(true);
    expect((await fileOf(stand, walker)).stage).to.equal('rejected');
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    expect(textOf(card)).to.include('许澜选了通过').and.not.include('不通过');
  });

  it('on a position that nobody is responsible for is made by any HR, who may open the report', async () => {
    const other = await aStaff(app, { company: stand.company, roles: ['hr'] });
    const walker = await assessed(stand);
    const { id } = stand.position;
    await app.api(routes.changePosition, { id, ownerId: null }, other.session);
    expect((await reportOf({ ...stand, hr: other }, walker)).total.value).to.be.a('number');
    const input = { id: walker.applicationId, kind: 'pass', reason: 'meetsRequirement' } as const;
    const made = await app.api(routes.decide, { ...input, note: '' }, other.session);
    await app.api(routes.changePosition, { id, ownerId: stand.hr.id }, other.session);
    expect(made).to.deep.include({ effective: true });
  });

  it('is refused to HR who may not open the report, and offered to nobody who may not make it', async () => {
    const other = await aStaff(app, { company: stand.company, roles: ['hr'] });
    const walker = await assessed(stand);
    const input = { id: walker.applicationId, kind: 'pass', reason: 'meetsRequirement' } as const;
    const call = app.api(routes.decide, { ...input, note: '' }, other.session);
    await refused(call, 'notAllowed');
    expect(await decisionsOf(walker)).to.deep.equal([]);
    const file = await app.api(routes.application, { id: walker.applicationId }, other.session);
    expect(file.allowed).to.include({ decide: false, scores: false });
  });

  it('can be one more question: asked, answered, assessed, and a card of the next round', async () => {
    const walker = await assessed(stand, 'middling');
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    const text = '那位顾客后来又来过吗？';
    await refused(press(stand, stand.hr, card, { action: 'askMore' }), 'invalidInput');
    const asked = await press(stand, stand.hr, card, { action: 'askMore', text });
    expect(asked.effective).to.equal(true);
    await app.drainJobs();
    expect((await fileOf(stand, walker)).stage).to.equal('aiInterview');
    const notices = await cardsOf(stand, walker, 'notice');
    expect(textOf(notices.at(-1) ?? card)).to.include('许澜');
    await next(stand, walker);
    const { current } = await interviewOf(stand, walker);
    expect(current).to.include({ kind: 'supplementary', text, index: 2 });
    const before = await reportOf(stand, walker);
    await answerInText(stand, walker, '来过，第二个月她带着妹妹来买了两条围巾。');
    await handIn(stand, walker);
    await app.drainJobs();
    const report = await reportOf(stand, walker);
    expect(report.answers).to.have.length(3);
    expect(report.total.value, 'a question without anchors scores nothing').to.equal(
      before.total.value,
    );
    const cards = await cardsOf(stand, stand.hr, 'approval', walker);
    expect(cards.map((one) => one.state)).to.deep.equal(['done', 'open']);
    const last = cards.at(-1) ?? card;
    expect((await press(stand, stand.hr, last, reject)).effective).to.equal(true);
    expect((await decisionsOf(walker)).map((one) => [one.round, one.kind])).to.deep.equal([
      [2, 'askMore'],
      [3, 'reject'],
    ]);
  });

  it('by a setting passes who surely meets the requirement, and says that a setting did', async () => {
    const lower = (threshold: number, passOnThreshold: boolean) =>
      aStand(app, (content) => ({
        ...content,
        model: { ...content.model, threshold },
        automation: { ...content.automation, passOnThreshold },
      }));
    const of = await lower(20, true);
    const walker = await assessed(of);
    const { total, confidence } = await reportOf(of, walker);
    expect([total.verdict, confidence === 'low']).to.deep.equal(['meets', false]);
    const file = await fileOf(of, walker);
    expect(file).to.include({ stage: 'hrInterview' });
    expect(file.decisions[0]).to.deep.include({
      kind: 'pass',
      automatic: true,
      by: 'passOnThreshold',
    });
    expect(await cardsOf(of, walker, 'result')).to.have.length(1);
    const off = await lower(20, false);
    const waits = await assessed(off);
    expect(await fileOf(off, waits)).to.include({ stage: 'review' });
    const high = await lower(99, true);
    const below = await assessed(high, 'weak');
    expect(await fileOf(high, below)).to.include({ stage: 'review' });
    expect(await cardsOf(high, high.hr, 'approval', below)).to.have.length(1);
  });

  it('by a setting turns down only with a lawful ground, written down; otherwise a person does', async () => {
    const lawfulGround = '个人信息保护法第二十四条：候选人单独同意，可要求人工复核。';
    const strict = (on: boolean) =>
      aStand(app, (content) => ({
        ...content,
        model: { ...content.model, threshold: 95 },
        automation: {
          ...content.automation,
          rejectBelowThreshold: { on, lawfulGround: on ? lawfulGround : '' },
        },
      }));
    const of = await strict(true);
    const walker = await assessed(of, 'middling');
    expect((await reportOf(of, walker)).total.verdict).to.equal('below');
    const { decisions, stage } = await fileOf(of, walker);
    expect(stage).to.equal('rejected');
    expect(decisions[0]).to.deep.include({ kind: 'reject', automatic: true, by: lawfulGround });
    const status = await statusOf(of, walker);
    expect(status.letter?.paragraphs.join()).to.include('设置').and.to.include('请一个人再看');
    const off = await strict(false);
    const waits = await assessed(off, 'middling');
    expect(await fileOf(off, waits)).to.include({ stage: 'review' });
    expect(shortPosition().automation.rejectBelowThreshold.on).to.equal(false);
  });
});
