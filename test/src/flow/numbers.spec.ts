import { stages, type Stage } from '@zhiyu/contracts/stage-values';
import { routes } from '@zhiyu/contracts/routes';
import { Delivery } from '@zhiyu/server/notify/card.entity';
import { EventRow } from '@zhiyu/server/platform/events/event.entity';
import { shanghaiHour } from '@zhiyu/server/platform/time/shanghai';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { Pipeline } from '@zhiyu/server/recruiting/pipeline.service';
import { transitions } from '@zhiyu/server/recruiting/pipeline.states';
import { expect } from 'chai';
import { anApplication } from '../factories/application.js';
import { aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { cardOf, cardsOf, press } from './look.js';
import {
  apply,
  assessed,
  aStand,
  day,
  invited,
  signInAgain,
  type Stand,
  type Walker,
} from './walk.js';

/** Numbers that look random and are the same in every run. */
function sequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

describe('the timeline', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  const entriesOf = async ({ applicationId: id }: Walker) =>
    (await app.api(routes.timeline, { id }, stand.hr.session)).entries;

  it('holds every message and every press, newest first, with who decided', async () => {
    const walker = await assessed(stand);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    await press(stand, stand.hr, card, { action: 'pass', reason: 'meetsRequirement' });
    await press(stand, stand.head, card, { action: 'reject', reason: 'other' });
    await app.drainJobs();
    const entries = await entriesOf(walker);
    const times = entries.map((entry) => entry.at);
    expect(times).to.deep.equal([...times].sort((a, b) => b - a));
    const texts = entries.map((entry) => entry.text);
    expect(texts).to.include.members([
      '收到投递',
      '筛选：都符合',
      '已发面试邀请',
      '开始面试',
      '看到第 1 题',
      '看到第 2 题',
      '面试完成',
      '报告已出',
      '按了卡片：通过',
      '按了卡片，没有生效：不通过',
      '决定：通过',
      '结果已发给候选人',
      '承诺已兑现',
    ]);
    expect(entries.find((entry) => entry.kind === 'DecisionMade')?.who).to.equal('许澜');
    const messages = await app.database
      .read(Delivery)
      .createQueryBuilder('d')
      .innerJoin('card', 'c', 'c.id = d.cardId')
      .where('c.applicationId = :id', { id: walker.applicationId })
      .getCount();
    const delivered = entries.filter((entry) => entry.kind === 'CardDelivered');
    expect(delivered).to.have.length(messages);
    expect(messages).to.be.at.least(5);
  });

  it('of one application says nothing of another', async () => {
    const [one, two] = [await invited(stand), await invited(stand)];
    await app.api(routes.withdraw, {}, two.session);
    const texts = (await entriesOf(one)).map((entry) => entry.text).join();
    expect(texts).not.to.include('已退出');
    expect((await entriesOf(two)).map((entry) => entry.text).join()).to.include('已退出');
  });
});

describe('the dashboard', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  const view = (of = stand) => app.api(routes.dashboard, {}, of.hr.session);

  it('counts what the rows say, after any moves', async () => {
    const random = sequence(20_260_102);
    const { company, hr } = stand;
    const second = await aPosition(app, { company, ownerId: hr.id });
    const positions = [stand.position, second];
    const made = [];
    for (let n = 0; n < 16; n++) {
      const position = positions[random(2)] ?? stand.position;
      made.push(await anApplication(app, { position }));
    }
    const pipeline = app.get(Pipeline);
    for (let n = 0; n < 60; n++) {
      const of = made[random(made.length)];
      await app.database.transaction(async (tx) => {
        const row = await pipeline.lock(tx, of?.id ?? '');
        const ways = transitions[row.stage];
        const to = ways[random(Math.max(1, ways.length))];
        if (to) {
          await pipeline.move(tx, row, to);
        }
        const value = random(3) === 0 ? random(100) : null;
        await pipeline.score(tx, row.id, {
          ...{ value, standardError: 3, requirement: 60, coverage: 1 },
          verdict: value === null ? 'unknown' : 'meets',
        });
        const report = { applicationId: row.id, interviewId: '', reportId: '' };
        tx.emit('ReportReady', company.id, report);
      });
    }
    const rows = await app.database.read(Application).findBy({ companyId: company.id });
    const board = await view();
    for (const position of positions) {
      const own = rows.filter((row) => row.positionId === position.id);
      const shown = board.positions.find((one) => one.id === position.id);
      const count = (stage: Stage) => own.filter((row) => row.stage === stage).length;
      const expected = Object.fromEntries(stages.map((stage) => [stage, count(stage)]));
      expect(shown?.stages).to.deep.equal(expected);
      const scored = own.filter((row) => row.total !== null);
      expect(shown).to.include({
        hired: count('hired'),
        assessed: scored.length,
        passed: scored.filter((row) => (row.total ?? 0) >= 60).length,
      });
    }
    const waiting = rows.filter((row) => ['review', 'screening'].includes(row.stage));
    expect(board.waiting).to.equal(waiting.length);
    const { applications } = await app.api(routes.listApplications, { limit: 100 }, hr.session);
    expect(applications).to.have.length(rows.length);
  });

  it('counts the week from Monday in Shanghai, once each, for the own company', async () => {
    app.clock.set(shanghaiHour('2026-03-15', 23));
    const of = await aStand(app);
    await apply(of);
    await app.drainJobs();
    expect((await view(of)).week).to.deep.equal({
      ...{ applied: 1, invited: 1, completed: 0, decided: 0, hired: 0 },
    });
    app.clock.set(shanghaiHour('2026-03-16', 0));
    await signInAgain(of);
    expect((await view(of)).week).to.include({ applied: 0, invited: 0 });
    app.clock.set(shanghaiHour('2026-03-16', 9));
    await signInAgain(of);
    const walker = await assessed(of);
    const card = await cardOf(of, of.hr, 'approval', walker);
    await press(of, of.hr, card, { action: 'pass', reason: 'meetsRequirement' });
    await press(of, of.head, card, { action: 'pass', reason: 'meetsRequirement' });
    await app.drainJobs();
    expect((await view(of)).week).to.deep.equal({
      ...{ applied: 1, invited: 1, completed: 1, decided: 1, hired: 0 },
    });
    const events = await app.database.read(EventRow).countBy({
      ...{ companyId: of.company.id, name: 'InterviewCompleted' },
    });
    expect(events).to.equal(1);
    app.clock.advance(7 * day);
    await signInAgain(of);
    expect((await view(of)).week).to.include({ completed: 0, decided: 0 });
  });

  it('shows a manager only the positions of the own department', async () => {
    const { company, hr, head } = stand;
    const elsewhere = await aPosition(app, { company, ownerId: hr.id });
    const board = await app.api(routes.dashboard, {}, head.session);
    expect(board.positions.map((one) => one.id)).to.deep.equal([stand.position.id]);
    expect((await view()).positions.map((one) => one.id)).to.include(elsewhere.id);
    expect(await cardsOf(stand, head, 'approval')).to.deep.equal([]);
  });
});
