import { routes } from '@zhiyu/contracts/routes';
import {
  CohortCount,
  CountedApplication,
  DashboardCount,
} from '@zhiyu/server/analytics/projection.entity';
import { DashboardProjection } from '@zhiyu/server/analytics/projection.service';
import { Pipeline } from '@zhiyu/server/recruiting/pipeline.service';
import { expect } from 'chai';
import { anApplication } from '../factories/application.js';
import {
  type ACompany,
  aCompany,
  aDepartment,
  aStaff,
  anotherSession,
} from '../factories/company.js';
import { type APosition, aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { countedByHand, numbersOf } from './expected.js';
import { randomOf, step } from './random-walk.js';

describe('the counts of the dashboard', () => {
  let app: TestApp;
  let beside: TestApp;
  let company: ACompany;
  let hr: Awaited<ReturnType<typeof aStaff>>;
  let head: Awaited<ReturnType<typeof aStaff>>;
  let positions: [APosition, APosition, APosition];
  before(async () => {
    app = await startApp();
    beside = await startApp({ beside: app });
    company = await aCompany(app);
    hr = await aStaff(app, { company, roles: ['hr'] });
    head = await aStaff(app, { company, roles: ['manager'] });
    const departmentId = await aDepartment(app, { company, managerId: head.id });
    positions = [
      await aPosition(app, { company, ownerId: hr.id, departmentId }),
      await aPosition(app, { company, ownerId: hr.id }),
      await aPosition(app, { company, ownerId: hr.id, departmentId }),
    ];
  });
  after(async () => {
    await beside.stop();
    await app.stop();
  });

  const fold = (of: TestApp) => of.get(DashboardProjection).fold();
  const rebuild = () => app.get(DashboardProjection).rebuild();

  const shown = async (of: TestApp, who: typeof hr) => {
    const session = await anotherSession(app, who);
    return numbersOf(await of.api(routes.dashboard, {}, session));
  };

  const expectExact = async (of: TestApp): Promise<void> => {
    const all = positions.map((one) => one.id);
    const heads = [positions[0].id, positions[2].id];
    const byHand = (positionIds: string[]) =>
      countedByHand(app, { companyId: company.id, positionIds });
    expect(await shown(of, hr)).to.deep.equal(await byHand(all));
    expect(await shown(of, head)).to.deep.equal(await byHand(heads));
  };

  const shownByHand = () =>
    countedByHand(app, {
      companyId: company.id,
      positionIds: positions.map((one) => one.id),
    });

  const stored = async () => {
    const counts = await app.database.read(DashboardCount).find({
      order: { companyId: 'ASC', day: 'ASC', positionId: 'ASC', measure: 'ASC' },
    });
    const counted = await app.database.read(CountedApplication).find({
      order: { applicationId: 'ASC' },
    });
    const cohorts = await app.database.read(CohortCount).find({
      order: {
        ...{ companyId: 'ASC', week: 'ASC', source: 'ASC' },
        ...{ positionId: 'ASC', stage: 'ASC', furthest: 'ASC' },
      },
    });
    return { counts: counts.filter((row) => row.amount !== 0), counted, cohorts };
  };

  it('are those of the rows after any walk, carried on by two processes at once', async () => {
    const walk = { random: randomOf(20_261_122), positions, applicationIds: [] as string[] };
    for (let n = 1; n <= 240; n++) {
      await step(n % 2 === 0 ? app : beside, walk);
      if (walk.random(12) === 0) {
        await Promise.all([fold(app), fold(beside)]);
      }
      if (n % 40 === 0) {
        await expectExact(n % 80 === 0 ? app : beside);
      }
    }
    await fold(app);
    await expectExact(beside);
    const carriedOn = await stored();
    await rebuild();
    expect(await stored()).to.deep.equal(carriedOn);
    expect(carriedOn.counted).to.have.length(walk.applicationIds.length);
  });

  it('are carried on while the walk goes on, each fact once', async () => {
    const walk = { random: randomOf(7), positions, applicationIds: [] as string[] };
    let walking = true;
    const folding = async (of: TestApp): Promise<void> => {
      while (walking) {
        await fold(of);
        await new Promise((done) => setTimeout(done, 3));
      }
    };
    const folders = [folding(app), folding(beside)];
    for (let n = 0; n < 60; n++) {
      await step(app, walk);
    }
    walking = false;
    await Promise.all(folders);
    await expectExact(app);
    await fold(app);
    const carriedOn = await stored();
    await rebuild();
    expect(await stored()).to.deep.equal(carriedOn);
  });

  it('show a change to who asks next, before anybody has counted it in', async () => {
    await fold(app);
    const { id } = await anApplication(app, { position: positions[0], stage: 'aiInterview' });
    const counted = await app.database.read(CountedApplication).countBy({ applicationId: id });
    expect(counted).to.equal(0);
    await expectExact(beside);
  });

  it('count nothing twice for who reads while another process carries them on', async () => {
    await fold(app);
    await anApplication(app, { position: positions[0] });
    const projection = app.get(DashboardProjection);
    const session = await anotherSession(app, hr);
    let folded = false;
    projection.cursor = async () => {
      const cursor = await DashboardProjection.prototype.cursor.call(projection);
      if (!folded) {
        folded = true;
        await fold(beside);
      }
      return cursor;
    };
    try {
      const read = numbersOf(await app.api(routes.dashboard, {}, session));
      expect(read).to.deep.equal(await shownByHand());
    } finally {
      Reflect.deleteProperty(projection, 'cursor');
    }
    expect(folded).to.equal(true);
  });

  it('count no 待定 and no 再问 as a decision: the same question is decided later', async () => {
    const before = (await shown(app, hr)).week.decided;
    const row = await anApplication(app, { position: positions[0], stage: 'review' });
    const pipeline = app.get(Pipeline);
    for (const kind of ['hold', 'askMore', 'pass'] as const) {
      await app.database.transaction(async (tx) => {
        const application = await pipeline.lock(tx, row.id);
        const made = { application, kind, reason: 'other', note: '', ground: 'test' };
        await pipeline.decide(tx, { ...made, decidedBy: hr.id });
        await pipeline.nextRound(tx, application);
      });
      const decided = (await shown(app, hr)).week.decided;
      expect(decided - before, kind).to.equal(kind === 'pass' ? 1 : 0);
    }
    await rebuild();
    expect((await shown(app, hr)).week.decided).to.equal(before + 1);
  });

  it('are right when many facts wait to be counted in', async () => {
    await fold(app);
    const { id: applicationId } = await anApplication(app, { position: positions[1] });
    await app.database.transaction((tx) => {
      for (let n = 0; n < 520; n++) {
        const payload = { applicationId, interviewId: '', deadline: 0 };
        tx.emit('InvitationSent', company.id, payload);
      }
      return Promise.resolve();
    });
    await expectExact(app);
    await expectExact(beside);
  });

  it('stay when counting fails in the middle, and go on from where they were', async () => {
    await fold(app);
    const before = await stored();
    await anApplication(app, { position: positions[1] });
    const manager = app.database.dataSource.manager;
    await manager.query('ALTER TABLE counted_application RENAME TO counted_elsewhere');
    const failed = await fold(app).then(
      () => false,
      () => true,
    );
    await manager.query('ALTER TABLE counted_elsewhere RENAME TO counted_application');
    expect(failed).to.equal(true);
    expect(await stored()).to.deep.equal(before);
    await fold(app);
    await expectExact(app);
  });

  it('are made anew by one command, whatever was written there', async () => {
    await app.database.read(DashboardCount).update({ companyId: company.id }, { amount: 77 });
    expect((await shown(app, hr)).waiting).not.to.equal((await shownByHand()).waiting);
    await rebuild();
    await expectExact(app);
  });

  it('of the positions’ list are the same', async () => {
    const session = await anotherSession(app, hr);
    const { positions: list } = await app.api(routes.listPositions, {}, session);
    const byHand = await shownByHand();
    for (const one of list) {
      const own = byHand.positions[one.id]?.stages;
      expect(one).to.include({
        hired: own?.hired,
        waiting: (own?.review ?? 0) + (own?.screening ?? 0),
      });
    }
    expect(list).to.have.length(3);
  });
});
