import type { OwnTest, TestAnswer } from '@zhiyu/contracts/written-tests';
import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { aPublishedTest, aTestContent } from '../factories/written-test.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { apply, aStand, invited, minute, type Stand, type Walker } from './walk.js';

const none: TestAnswer = { chosen: [], number: null, text: '' };
const right: Record<string, TestAnswer> = {
  q1: { ...none, chosen: ['b'] },
  q2: { ...none, chosen: ['c', 'a'] },
  q3: { ...none, number: 18.5 },
  q4: { ...none, text: '我先向顾客道歉，马上给他退款或者换一袋，然后检查同批次的牛奶，全部下架。' },
};

describe('a written test', () => {
  let app: TestApp;
  let stand: Stand;
  let testId: string;

  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    testId = await aPublishedTest(app, stand.hr.session);
  });
  after(() => app.stop());

  async function sent(walker: Walker, id = testId): Promise<string> {
    const order = { id: walker.applicationId, testId: id, days: 5 };
    const { sittings } = await app.api(routes.sendTest, order, stand.hr.session);
    return sittings[0]?.id ?? '';
  }
  const begin = ({ session }: Walker, id: string, byEngine = true) =>
    app.api(routes.beginTest, { id, byEngine }, session);
  const look = ({ session }: Walker, id: string) => app.api(routes.ownTest, { id }, session);
  const keep = (
    { session }: Walker,
    id: string,
    item: string,
    of: Partial<{ revision: number; answer: TestAnswer }> = {},
  ) =>
    app.api(
      routes.keepTestAnswer,
      { id, item, answer: right[item] ?? none, revision: 1, seconds: 20, ...of },
      session,
    );
  const submit = ({ session }: Walker, id: string) => app.api(routes.submitTest, { id }, session);
  const staffView = (id: string) => app.api(routes.sitting, { id }, stand.hr.session);
  const resultsOf = async ({ applicationId: id }: Walker) =>
    (await app.api(routes.testsOfApplication, { id }, stand.hr.session)).results ?? [];
  async function taken(walker: Walker, items = Object.keys(right), byEngine = true) {
    const id = await sent(walker);
    await begin(walker, id, byEngine);
    for (const item of items) {
      await keep(walker, id, item);
    }
    await submit(walker, id);
    await app.drainJobs();
    return id;
  }

  it('is built, published as a version, and refused where its solution is not among the options', async () => {
    const { session } = stand.hr;
    const content = aTestContent({ title: '另一份' });
    const made = await app.api(routes.createTest, { content }, session);
    expect(made).to.include({ version: 0, changed: true, points: 10, items: 4 });
    const order = { id: (await apply(stand)).applicationId, testId: made.id, days: 3 };
    await refused(app.api(routes.sendTest, order, session), 'testUnpublished');
    const of = { id: made.id, revision: made.revision };
    const published = await app.api(routes.publishTest, of, session);
    expect(published).to.include({ version: 1, changed: false });
    const again = await app.api(routes.publishTest, of, session);
    expect(again.versions).to.have.length(1);
    const next = { ...of, content: { ...content, minutes: 45 } };
    expect(await app.api(routes.saveTest, next, session)).to.include({ changed: true, version: 1 });
    await refused(app.api(routes.saveTest, next, session), 'conflict');
    const [first, ...rest] = content.items;
    const broken = { ...content, items: [{ ...first, correct: 'z' } as typeof first, ...rest] };
    const wrong = app.api(routes.createTest, { content: broken as typeof content }, session);
    await refused(wrong, 'invalidInput');
  });

  it('reaches the candidate by a card and the own page, and shows no item before it begins', async () => {
    const walker = await apply(stand);
    const id = await sent(walker);
    await app.drainJobs();
    const { items } = await app.api(routes.candidateInbox, {}, walker.session);
    const card = items.find((one) => one.card.title.includes('门店计算'))?.card;
    expect(card?.buttons[0]?.href).to.contain(id);
    const { tests } = await app.api(routes.ownTests, {}, walker.session);
    expect(tests[0]).to.include({ id, state: 'sent', minutes: 30, count: 4 });
    expect((await look(walker, id)).items).to.deep.equal([]);
    const order = { id: walker.applicationId, testId, days: 5 };
    await refused(app.api(routes.sendTest, order, stand.hr.session), 'conflict');
    const stranger = await apply(stand);
    await refused(look(stranger, id), 'notFound');
  });

  it('never tells the solution, and keeps an own order of the options at each look', async () => {
    const orders = new Set<string>();
    for (let n = 0; n < 6; n += 1) {
      const walker = await apply(stand);
      const id = await sent(walker);
      const begun = await begin(walker, id);
      const text = JSON.stringify(begun);
      expect(text).not.to.match(/correct|keyPoints|tolerance|道歉/);
      const order = (own: OwnTest) => own.items[0]?.options.map((one) => one.id).join('');
      expect(order(await look(walker, id))).to.equal(order(begun));
      orders.add(order(begun) ?? '');
    }
    expect(orders.size).to.be.greaterThan(1);
  });

  it('is answered one by one; what is older changes nothing, and a reload goes on', async () => {
    const walker = await apply(stand);
    const id = await sent(walker);
    const { endsAt } = await begin(walker, id);
    await keep(walker, id, 'q1', { revision: 2 });
    const old = { revision: 1, answer: { ...none, chosen: ['a'] } };
    expect((await keep(walker, id, 'q1', old)).revision).to.equal(2);
    app.clock.advance(5 * minute);
    const again = await begin(walker, id);
    expect(again.endsAt).to.equal(endsAt);
    expect(again.items[0]).to.deep.include({ answer: right.q1, revision: 2 });
    await refused(keep(walker, id, 'nosuch'), 'notFound');
  });

  it('is marked by its solution and the engine, with the words its points rest on', async () => {
    const walker = await apply(stand);
    const id = await taken(walker);
    const view = await staffView(id);
    expect(view.state).to.equal('marked');
    expect(view.answers.map(({ marking }) => marking)).to.deep.equal([
      'key',
      'key',
      'key',
      'engine',
    ]);
    const text = view.answers[3];
    expect(text?.points).to.be.greaterThan(2);
    expect(text?.evidence).not.to.have.length(0);
    const [result] = await resultsOf(walker);
    expect(result).to.include({ source: 'taken', maximum: 10, required: 6, sittingId: id });
    expect(result?.byEngine).to.equal(text?.points);
    expect(result?.score).to.equal(6 + (text?.points ?? 0));
  });

  it('gives nothing for a wrong choice, half of a choice, or what was left out', async () => {
    const walker = await apply(stand);
    const id = await sent(walker);
    await begin(walker, id);
    await keep(walker, id, 'q1', { answer: { ...none, chosen: ['b', 'a'] } });
    await keep(walker, id, 'q2', { answer: { ...none, chosen: ['a'] } });
    await keep(walker, id, 'q3', { answer: { ...none, number: 18.56 } });
    await submit(walker, id);
    await app.drainJobs();
    expect((await staffView(id)).answers.map(({ points }) => points)).to.deep.equal([0, 0, 0, 0]);
    expect((await resultsOf(walker))[0]?.score).to.equal(0);
  });

  it('leaves short texts to a person where the candidate wants it so: no result before', async () => {
    const walker = await apply(stand);
    const id = await taken(walker, Object.keys(right), false);
    expect(await staffView(id)).to.include({ state: 'submitted', unmarked: 1 });
    expect(await resultsOf(walker)).to.deep.equal([]);
    const { session } = stand.hr;
    await refused(
      app.api(routes.markTestAnswer, { id, item: 'q4', points: 5 }, session),
      'invalidInput',
    );
    await refused(
      app.api(routes.markTestAnswer, { id, item: 'q1', points: 1 }, session),
      'invalidInput',
    );
    await app.api(routes.markTestAnswer, { id, item: 'q4', points: 3 }, session);
    expect((await resultsOf(walker))[0]).to.include({ score: 9, byEngine: 0 });
    await app.api(routes.markTestAnswer, { id, item: 'q4', points: 2.5 }, session);
    const all = await resultsOf(walker);
    expect(all.map(({ score }) => score)).to.deep.equal([8.5]);
  });

  it('ends by the server’s clock: what was saved counts, what comes later does not', async () => {
    const walker = await apply(stand);
    const id = await sent(walker);
    await begin(walker, id);
    await keep(walker, id, 'q1');
    app.clock.advance(30 * minute + 20_000);
    await keep(walker, id, 'q3');
    app.clock.advance(20_000);
    await refused(keep(walker, id, 'q2'), 'testOver');
    const own = await look(walker, id);
    expect(own).to.include({ state: 'submitted', timeUp: true });
    await app.drainJobs();
    expect((await staffView(id)).answers.map(({ points }) => points)).to.deep.equal([2, 0, 2, 0]);
    const { entries } = await app.api(
      routes.timeline,
      { id: walker.applicationId },
      stand.hr.session,
    );
    expect(entries.map(({ text }) => text)).to.include('笔试到时间，已交卷');
  });

  it('ends without the candidate as well, and runs out where it was never begun', async () => {
    const [away, never] = [await apply(stand), await apply(stand)];
    const begun = await sent(away);
    const unbegun = await sent(never);
    await begin(away, begun);
    await keep(away, begun, 'q1');
    app.clock.advance(31 * minute);
    await app.drainJobs();
    expect((await staffView(begun)).state).to.equal('marked');
    app.clock.advance(6 * 24 * 60 * minute);
    await app.drainJobs();
    expect((await look(never, unbegun)).state).to.equal('expired');
    await refused(begin(never, unbegun), 'testOver');
  });
});

describe('a written test and the invitation', () => {
  let app: TestApp;
  let stand: Stand;
  let testId: string;

  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    testId = await aPublishedTest(app, stand.hr.session);
    const { id } = stand.position;
    const { version, content } = await app.api(routes.position, { id }, stand.hr.session);
    const changed = { ...content, plan: { ...content.plan, writtenTests: [testId] } };
    const save = { id, baseVersion: version, content: changed, note: '' };
    await app.api(routes.savePosition, save, stand.hr.session);
  });
  after(() => app.stop());

  it('go out together where the position says so, with the extra time that was granted', async () => {
    const walker = await invited(stand);
    const { tests } = await app.api(routes.ownTests, {}, walker.session);
    expect(tests).to.have.length(1);
    const more = { timeFactor: 1.5 as const, noCamera: false, textOnly: false };
    await app.api(routes.accommodate, more, walker.session);
    const id = tests[0]?.id ?? '';
    const begun = await app.api(routes.beginTest, { id, byEngine: true }, walker.session);
    expect(begun).to.include({ minutes: 45, extraMinutes: 15 });
    expect((begun.endsAt ?? 0) - begun.serverNow).to.be.closeTo(45 * minute, 10_000);
  });

  it('stands in the copy of the own data', async () => {
    const walker = await invited(stand);
    const { tests } = await app.api(routes.ownTests, {}, walker.session);
    const id = tests[0]?.id ?? '';
    await app.api(routes.beginTest, { id, byEngine: true }, walker.session);
    const answer = { id, item: 'q1', revision: 1, seconds: 3, answer: right.q1 ?? none };
    await app.api(routes.keepTestAnswer, answer, walker.session);
    const data = await app.api(routes.ownData, {}, walker.session);
    const [own, ...others] = data.tests.answers;
    expect(own).to.include({ answer: '77', points: null, marking: 'none' });
    expect(others).to.deep.equal([]);
    await app.api(routes.submitTest, { id }, walker.session);
    await app.drainJobs();
    const marked = (await app.api(routes.ownData, {}, walker.session)).tests.answers[0];
    expect(marked).to.include({ marking: 'key', points: marked?.of });
  });
});
