import type { Card } from '@zhiyu/contracts/card';
import { routes } from '@zhiyu/contracts/routes';
import { shanghaiHour } from '@zhiyu/server/platform/time/shanghai';
import { Pipeline } from '@zhiyu/server/recruiting/pipeline.service';
import { expect } from 'chai';
import { anApplication, type AnApplication } from '../factories/application.js';
import { anotherSession, type AStaff, aStaff } from '../factories/company.js';
import { aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { cardOf, cardsOf, press, textOf } from './look.js';
import { type RobotStand, startRobot } from './robot-stand.js';
import { assessed, aStand, day, hour, minute, signInAgain, type Stand, statusOf } from './walk.js';

async function watch(app: TestApp): Promise<void> {
  const due = app.clock.now();
  await app.database.transaction((tx) => {
    tx.enqueue('alert.watch', { due });
    return Promise.resolve();
  });
  await app.drainJobs();
}

describe('an alert of a broken promise', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  it('goes once to who should have answered, and ends with the answer', async () => {
    const walker = await assessed(stand);
    const { promises } = await statusOf(stand, walker);
    app.clock.set((promises.at(-1)?.dueAt ?? 0) + minute);
    await app.drainJobs();
    await signInAgain(stand);
    const alert = await cardOf(stand, stand.hr, 'alert', walker);
    expect(alert).to.include({ state: 'open', title: `${walker.candidate.name}没有按时等到答复` });
    expect(await cardsOf(stand, stand.head, 'alert'), 'the lead has the promise’s card').to.eql([]);
    await watch(app);
    const approval = await cardOf(stand, stand.hr, 'approval', walker);
    await press(stand, stand.hr, approval, { action: 'pass', reason: 'meetsRequirement' });
    await app.drainJobs();
    const alerts = await cardsOf(stand, stand.hr, 'alert', walker);
    expect(alerts).to.have.length(1);
    expect(alerts[0]).to.include({ id: alert.id, state: 'done' });
    expect(textOf(alerts[0] as Card))
      .to.include('已恢复')
      .and.to.include('已经答复');
  });
});

describe('an alert of a channel that fails', () => {
  let app: TestApp;
  let stand: Stand;
  let admin: AStaff;
  let robot: RobotStand;
  before(async () => {
    robot = await startRobot();
    app = await startApp({ env: { WECOM_ROBOT_KEY: 'key', WECOM_API_BASE: robot.url } });
    stand = await aStand(app);
    admin = await aStaff(app, { company: stand.company, roles: ['admin'], name: '沈岚' });
  });
  after(async () => {
    await app.stop();
    await robot.stop();
  });

  const alerts = async () => {
    admin.session = await anotherSession(app, admin);
    return cardsOf(stand, admin, 'alert');
  };
  const speak = async (errcode: number) => {
    robot.answer(errcode);
    admin.session = await anotherSession(app, admin);
    return app.api(routes.testChannel, { name: 'wecomrobot' }, admin.session);
  };
  const later = async (ms: number) => {
    app.clock.advance(ms);
    await watch(app);
  };

  it('goes to the administrators after 15 minutes, once', async () => {
    expect((await speak(93_000)).delivered).to.equal(false);
    await watch(app);
    await later(14 * minute);
    expect(await alerts()).to.deep.equal([]);
    await later(2 * minute);
    const [alert, ...more] = await alerts();
    expect(more).to.deep.equal([]);
    expect(alert?.title).to.equal('企业微信群机器人发不出消息');
    await later(5 * minute);
    await later(7 * hour);
    expect(await alerts(), 'one cause, one alert').to.have.length(1);
    await signInAgain(stand);
    expect(await cardsOf(stand, stand.hr, 'alert'), 'only administrators').to.deep.equal([]);
  });

  it('changes in place when the channel works again', async () => {
    await speak(0);
    await watch(app);
    const [alert, ...more] = await alerts();
    expect(more).to.deep.equal([]);
    expect(alert?.state).to.equal('done');
    expect(textOf(alert as Card)).to.include('已恢复');
  });

  it('is silent for six hours after the last one, also when it fails anew', async () => {
    await speak(93_000);
    await watch(app);
    await later(16 * minute);
    expect(await alerts(), 'seven hours after the first').to.have.length(2);
    await speak(0);
    await watch(app);
    await speak(93_000);
    await watch(app);
    await later(hour);
    expect(await alerts()).to.have.length(2);
    await later(5 * hour);
    expect(await alerts()).to.have.length(3);
    await speak(0);
    await watch(app);
    expect((await alerts()).map(({ state }) => state)).to.deep.equal(['done', 'done', 'done']);
  });
});

describe('an alert of interviews without a decision', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    app.clock.set(shanghaiHour('2026-03-10', 10));
    stand = await aStand(app);
  });
  after(() => app.stop());

  const goTo = async (moment: number) => {
    app.clock.set(moment);
    await watch(app);
    await signInAgain(stand);
  };
  const piles = (who: AStaff) => cardsOf(stand, who, 'alert');
  const decideOn = (waiting: AnApplication) =>
    app.database.transaction(async (tx) => {
      const row = await app.get(Pipeline).lock(tx, waiting.id);
      await app.get(Pipeline).move(tx, row, 'hrInterview');
    });

  it('goes once a working day to those who decide, with their own positions, and then ends', async () => {
    const { company, hr, head, position } = stand;
    const elsewhere = await aPosition(app, { company, ownerId: hr.id });
    const waiting: AnApplication[] = [];
    for (const of of [position, position, elsewhere]) {
      waiting.push(await anApplication(app, { position: of, stage: 'review' }));
    }
    const start = app.clock.now();
    await goTo(start + 2 * day - hour);
    expect(await piles(hr)).to.deep.equal([]);
    await goTo(start + 2 * day + hour);
    const [first, ...more] = await piles(hr);
    expect(more).to.deep.equal([]);
    expect(first?.title).to.equal('3 位面试完没有决定，最久的等了 2 天');
    expect(await piles(head), 'two of the own department are no pile').to.deep.equal([]);
    await goTo(start + 2 * day + 2 * hour);
    expect(await piles(hr), 'once a day').to.have.length(1);
    await goTo(start + 3 * day - 4 * hour);
    expect(await piles(hr), 'not before nine').to.have.length(1);
    await goTo(start + 3 * day);
    expect((await piles(hr)).map(({ state }) => state)).to.deep.equal(['expired', 'open']);
    await goTo(start + 4 * day);
    expect(await piles(hr), 'not on a Saturday').to.have.length(2);
    await decideOn(waiting[0] as AnApplication);
    await goTo(start + 4 * day + hour);
    const last = (await piles(hr)).at(-1);
    expect(last?.state).to.equal('done');
    expect(textOf(last as Card))
      .to.include('已恢复')
      .and.to.include('只剩 2 位');
  });
});
