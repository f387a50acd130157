import { createHash } from 'node:crypto';
import type { Card } from '@zhiyu/contracts/card';
import type { DigestPlan } from '@zhiyu/contracts/digest';
import { routes } from '@zhiyu/contracts/routes';
import { Delivery } from '@zhiyu/server/notify/card.entity';
import { shanghaiHour } from '@zhiyu/server/platform/time/shanghai';
import { DigestPlans } from '@zhiyu/server/workflow/digest-plans.service';
import { expect } from 'chai';
import { anApplication } from '../factories/application.js';
import { aStaff } from '../factories/company.js';
import { aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { cardOf, cardsOf, press, textOf } from './look.js';
import { type RobotStand, startRobot } from './robot-stand.js';
import { assessed, aStand, day, invited, signInAgain, type Stand } from './walk.js';

const at = (date: string, hour: number) => shanghaiHour(date, hour);
const monday = '2026-03-16';
const weekly: DigestPlan = {
  ...{ rhythm: 'weekly', weekday: 1, time: '09:00', group: true, monthly: true },
};

/** What the schedule does at this moment. */
async function sweep(app: TestApp, due: number): Promise<void> {
  await app.database.transaction((tx) => {
    tx.enqueue('digest.sweep', { due });
    return Promise.resolve();
  });
  await app.drainJobs();
}

function factsOf(card: Card): Record<string, string> {
  const facts = card.blocks.flatMap((block) =>
    block.type === 'fact' ? [[block.label, block.value]] : [],
  );
  return Object.fromEntries(facts) as Record<string, string>;
}

describe('the day of a digest', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  const dueAt = (moment: number) => app.get(DigestPlans).dueDay(stand.company.id, moment);
  const plan = (change: Partial<DigestPlan>) => {
    return app.api(routes.saveDigestPlan, { ...weekly, ...change }, stand.hr.session);
  };

  it('is Monday at nine as long as nobody chose otherwise', async () => {
    expect(await dueAt(at(monday, 9))).to.equal(monday);
    expect(await dueAt(at(monday, 8.5))).to.equal(null);
    expect(await dueAt(at(monday, 9.5))).to.equal(null);
    expect(await dueAt(at('2026-03-17', 9))).to.equal(null);
    expect(await dueAt(at('2026-03-15', 9))).to.equal(null);
  });

  it('on a holiday is the next working day, with the seven days of its own', async () => {
    // The National Day of 2026: 1 to 7 October.
    expect(await dueAt(at('2026-10-05', 9))).to.equal(null);
    expect(await dueAt(at('2026-10-07', 9))).to.equal(null);
    expect(await dueAt(at('2026-10-08', 9))).to.equal('2026-10-05');
    expect(await dueAt(at('2026-10-09', 9))).to.equal(null);
    expect(await dueAt(at('2026-10-12', 9))).to.equal('2026-10-12');
  });

  it('is every working day, another one, or never, as HR chooses', async () => {
    await plan({ rhythm: 'daily', time: '17:30' });
    expect(await dueAt(at('2026-03-17', 17.5))).to.equal('2026-03-17');
    expect(await dueAt(at('2026-03-14', 17.5)), 'a Saturday').to.equal(null);
    expect(await dueAt(at('2026-10-10', 17.5)), 'a Saturday of work').to.equal('2026-10-10');
    await plan({ weekday: 5 });
    expect(await dueAt(at('2026-03-20', 9))).to.equal('2026-03-20');
    expect(await dueAt(at(monday, 9))).to.equal(null);
    await plan({ rhythm: 'off' });
    expect(await dueAt(at('2026-03-20', 9))).to.equal(null);
    const shown = await app.api(routes.digestPlan, {}, stand.head.session);
    expect(shown).to.include({ rhythm: 'off', hasGroup: false });
  });

  it('is chosen by HR, outside the quiet hours', async () => {
    await refused(plan({ time: '22:00' }), 'invalidInput');
    await refused(plan({ time: '07:30' }), 'invalidInput');
    await refused(plan({ time: '09:10' }), 'invalidInput');
    await refused(plan({ weekday: 6 }), 'invalidInput');
    const off: DigestPlan = { ...weekly, rhythm: 'off' };
    await refused(app.api(routes.saveDigestPlan, off, stand.head.session), 'notAllowed');
  });
});

describe('the digest', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  beforeEach(async () => {
    app.clock.set(at('2026-03-12', 9));
    stand = await aStand(app);
  });

  const goTo = async (moment: number) => {
    app.clock.set(moment);
    await signInAgain(stand);
  };

  it('says to each the numbers of his dashboard', async () => {
    const { company, hr, head } = stand;
    const elsewhere = await aPosition(app, { company, ownerId: hr.id });
    const walker = await assessed(stand);
    const card = await cardOf(stand, hr, 'approval', walker);
    await press(stand, hr, card, { action: 'pass', reason: 'meetsRequirement' });
    await invited(stand);
    await anApplication(app, { position: elsewhere });
    await anApplication(app, { position: elsewhere, stage: 'hired' });
    await app.drainJobs();
    await goTo(at('2026-03-15', 23));
    const boards = {
      hr: await app.api(routes.dashboard, {}, hr.session),
      head: await app.api(routes.dashboard, {}, head.session),
    };
    expect(boards.hr.week.applied).to.equal(4);
    expect(boards.head.week.applied).to.equal(2);
    await goTo(at(monday, 9));
    await sweep(app, at(monday, 9));
    for (const who of ['hr', 'head'] as const) {
      const { week, waiting } = boards[who];
      const digest = await cardOf(stand, stand[who], 'digest');
      expect(factsOf(digest)).to.include({
        新投递: `${week.applied}，前七天 0`,
        面试完成: `${week.completed}，前七天 0`,
        入职: `${week.hired}，前七天 0`,
        通过: '1，前七天 0',
      });
      expect(digest.title).to.match(waiting === 0 ? /^没有人在等/ : new RegExp(`^${waiting} 位`));
      const chart = digest.blocks.find((block) => block.type === 'chart');
      expect(chart?.points.reduce((sum, { value }) => sum + value, 0)).to.equal(week.applied);
      expect(chart?.points).to.have.length(7);
    }
    expect(textOf(await cardOf(stand, head, 'digest')), 'another department').to.not.include(
      '已入职 1/',
    );
  });

  it('compares with the week before and names nobody', async () => {
    const early = await invited(stand);
    await goTo(at(monday, 9) + 2 * day);
    const late = await invited(stand);
    const next = '2026-03-23';
    await goTo(at(next, 9));
    await sweep(app, at(next, 9));
    const digest = await cardOf(stand, stand.hr, 'digest');
    expect(factsOf(digest).新投递).to.equal('1，前七天 1');
    for (const { candidate } of [early, late]) {
      expect(textOf(digest)).to.not.include(candidate.name);
    }
  });

  it('goes out once, however often and by whichever process it is ordered', async () => {
    await invited(stand);
    await goTo(at(monday, 9));
    const beside = await startApp({ beside: app });
    try {
      await Promise.all([sweep(app, at(monday, 9)), sweep(beside, at(monday, 9))]);
      await sweep(app, at(monday, 9));
      // A job that is tried again after its work was done.
      const again = {
        ...{ companyId: stand.company.id, staffId: stand.hr.id, day: monday },
        rhythm: 'weekly' as const,
      };
      await app.database.transaction((tx) => {
        tx.enqueue('digest.send', again);
        return Promise.resolve();
      });
      await app.drainJobs();
      expect(await cardsOf(stand, stand.hr, 'digest')).to.have.length(1);
      expect(await cardsOf(stand, stand.head, 'digest')).to.have.length(1);
    } finally {
      await beside.stop();
    }
  });

  it('is not sent where nothing happened and nothing waits, nor to whom sees no board', async () => {
    const { company } = stand;
    const admin = await aStaff(app, { company, roles: ['admin'], name: '沈岚' });
    await goTo(at(monday, 9));
    await sweep(app, at(monday, 9));
    expect(await cardsOf(stand, stand.hr, 'digest')).to.deep.equal([]);
    await invited(stand);
    await goTo(at('2026-03-23', 9));
    await sweep(app, at('2026-03-23', 9));
    expect(await cardsOf(stand, stand.hr, 'digest')).to.have.length(1);
    const admins = await app.database.read(Delivery).countBy({ recipientId: admin.id });
    expect(admins).to.equal(0);
  });

  it('counts promises that were kept and broken', async () => {
    await assessed(stand);
    await goTo(at(monday, 9));
    await app.drainJobs();
    await sweep(app, at(monday, 9));
    const digest = await cardOf(stand, stand.hr, 'digest');
    expect(factsOf(digest).答复承诺).to.match(/^守住 \d，没守住 1$/);
    expect(digest.title).to.match(/^1 位在等决定，最久的等了 4 天$/);
  });
});

describe('the recruiting group', () => {
  let app: TestApp;
  let stand: Stand;
  let robot: RobotStand;
  before(async () => {
    robot = await startRobot();
    app = await startApp({ env: { WECOM_ROBOT_KEY: 'key', WECOM_API_BASE: robot.url } });
    stand = await aStand(app);
  });
  after(async () => {
    await app.stop();
    await robot.stop();
  });
  beforeEach(() => {
    robot.said.length = 0;
  });

  const said = () => JSON.stringify(robot.said);
  const kinds = () => robot.said.map(({ msgtype }) => msgtype);
  const goTo = async (moment: number) => {
    app.clock.set(moment);
    await signInAgain(stand);
  };

  it('hears counts, and neither a name nor a score', async () => {
    await goTo(at('2026-03-12', 9));
    const walker = await assessed(stand);
    const { figure } = await cardOf(stand, stand.hr, 'approval', walker);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    await press(stand, stand.hr, card, { action: 'pass', reason: 'meetsRequirement' });
    await app.drainJobs();
    expect(robot.said, 'not at once').to.deep.equal([]);
    app.clock.set(at('2026-03-12', 17.5) + 1000);
    await app.drainJobs();
    expect(robot.said).to.have.length(1);
    expect(said()).to.include('1 位通过');
    app.clock.set(at(monday, 9));
    await sweep(app, at(monday, 9));
    expect(kinds()).to.deep.equal(['template_card', 'template_card', 'image']);
    const { base64, md5 } = robot.said[2]?.image as { base64: string; md5: string };
    const picture = Buffer.from(base64, 'base64');
    expect(picture.subarray(1, 4).toString()).to.equal('PNG');
    expect(createHash('md5').update(picture).digest('hex')).to.equal(md5);
    robot.said.pop();
    expect(said()).to.include('招聘周报').and.to.include('每天的投递 ');
    expect(figure?.value).to.match(/^\d/);
    expect(said()).to.not.include(walker.candidate.name);
    expect(said()).to.not.include(String(figure?.value));
    expect(said()).to.not.match(/score|±/);
  });

  it('is not woken by a digest that comes late, and hears it once', async () => {
    await goTo(at('2026-03-19', 9));
    await invited(stand);
    app.clock.set(at('2026-03-23', 23));
    await sweep(app, at('2026-03-23', 9));
    await sweep(app, at('2026-03-23', 9));
    expect(robot.said).to.deep.equal([]);
    app.clock.set(at('2026-03-24', 8) + 1000);
    await app.drainJobs();
    expect(kinds()).to.deep.equal(['template_card', 'image']);
  });

  it('hears nothing where the company does not want it, nor of another company', async () => {
    await goTo(at('2026-03-26', 9));
    const other = await aStand(app);
    await invited(other);
    await invited(stand);
    const quiet: DigestPlan = { ...weekly, group: false };
    await app.api(routes.saveDigestPlan, quiet, stand.hr.session);
    expect(await app.api(routes.digestPlan, {}, other.hr.session)).to.include({ hasGroup: false });
    app.clock.set(at('2026-03-30', 9));
    await sweep(app, at('2026-03-30', 9));
    expect(robot.said).to.deep.equal([]);
    await signInAgain(other);
    expect(await cardsOf(other, other.hr, 'digest')).to.have.length(1);
  });

  it('gets the administrator’s test message', async () => {
    const { company } = stand;
    const admin = await aStaff(app, { company, roles: ['admin'], name: '沈岚' });
    const test = await app.api(routes.testChannel, { name: 'wecomrobot' }, admin.session);
    expect(test).to.deep.equal({ delivered: true, reason: '' });
    expect(said()).to.include('测试消息');
  });
});
