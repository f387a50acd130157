import type { AskPipeline, Pipeline } from '@zhiyu/contracts/pipeline';
import { type Stage, stages, type Step, steps } from '@zhiyu/contracts/stage-values';
import { routes } from '@zhiyu/contracts/routes';
import { DashboardProjection } from '@zhiyu/server/analytics/projection.service';
import { shanghaiDay, weekOf } from '@zhiyu/server/platform/time/shanghai';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { Pipeline as Moves } from '@zhiyu/server/recruiting/pipeline.service';
import { expect } from 'chai';
import { anApplication } from '../factories/application.js';
import { type ACompany, aCompany, aDepartment, type AStaff, aStaff } from '../factories/company.js';
import { type APosition, aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';

const weekMs = 7 * 86_400_000;
const way: Stage[] = ['screening', 'review', 'rejected', 'hired', 'talentPool', 'withdrawn'];

describe('the pipeline', () => {
  let app: TestApp;
  let company: ACompany;
  let hr: AStaff;
  let head: AStaff;
  let departmentId: string;
  let positions: [APosition, APosition];
  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    hr = await aStaff(app, { company, roles: ['hr'] });
    head = await aStaff(app, { company, roles: ['manager'] });
    departmentId = await aDepartment(app, { company, managerId: head.id });
    positions = [
      await aPosition(app, { company, departmentId }),
      await aPosition(app, { company }),
    ];
    for (let n = 0; n < 24; n++) {
      const stage = way[n % way.length] ?? 'review';
      const { id } = await anApplication(app, {
        position: positions[n % 2] ?? positions[0],
        stage,
      });
      const now = app.clock.now();
      const createdAt = now - (n % 4) * weekMs;
      const change = { createdAt, stageAt: now - n * 3_600_000, source: n % 3 ? 'website' : 'qr' };
      await app.database.read(Application).update({ id }, change);
    }
    // A person looked again: what had ended goes on, and how far it had come stays known.
    const { id } = await anApplication(app, { position: positions[0], stage: 'rejected' });
    await app.database.transaction(async (tx) => {
      await app.get(Moves).move(tx, await app.get(Moves).lock(tx, id), 'review');
    });
    await app.get(DashboardProjection).rebuild();
  });
  after(() => app.stop());

  const ask = (who: AStaff, input: AskPipeline = {}) =>
    app.api(routes.pipeline, input, who.session);

  /** How far the pipeline's own shortest way to each stage had led. */
  const furthestOf: Partial<Record<Stage, Step>> = {
    rejected: 'screening',
    talentPool: 'screening',
    withdrawn: 'applied',
  };

  const byHand = async (keep: (row: Application) => boolean) => {
    const all = await app.database.read(Application).findBy({ companyId: company.id });
    const rows = all.filter(keep);
    const far = (row: Application) => steps.indexOf(row.furthest);
    return {
      here: stages.map((stage) => rows.filter((row) => row.stage === stage).length),
      reached: steps.map((_, at) => rows.filter((row) => far(row) >= at).length),
      count: rows.length,
    };
  };

  const expectThese = async (seen: Pipeline, keep: (row: Application) => boolean) => {
    const hand = await byHand(keep);
    expect(hand.count).to.be.greaterThan(0);
    expect(seen.stages.map(({ here }) => here)).to.deep.equal(hand.here);
    expect(seen.reached.map(({ count }) => count)).to.deep.equal(hand.reached);
  };

  it('says where everybody stands and how far they came, those who ended included', async () => {
    const seen = await ask(hr);
    await expectThese(seen, () => true);
    const rows = await app.database.read(Application).findBy({ companyId: company.id });
    for (const row of rows.filter(({ stage }) => stage in furthestOf)) {
      expect(steps.indexOf(row.furthest)).to.be.at.least(
        steps.indexOf(furthestOf[row.stage] ?? 'applied'),
      );
    }
  });

  it('is narrowed by position, department, source and week, and to what the reader may see', async () => {
    const [first, second] = positions;
    const week = shanghaiDay(app.clock.now() - weekMs);
    const { from, to } = weekOf(app.clock.now() - weekMs);
    const came = (row: Application) => row.createdAt >= from && row.createdAt < to;
    const ofFirst = (row: Application) => row.positionId === first.id;
    const coded = (row: Application) => row.source === 'qr';
    await expectThese(await ask(hr, { positionId: first.id }), ofFirst);
    await expectThese(await ask(hr, { departmentId }), ofFirst);
    await expectThese(await ask(hr, { source: 'qr' }), coded);
    await expectThese(await ask(hr, { week }), came);
    await expectThese(
      await ask(hr, { week, source: 'qr', positionId: second.id }),
      (row) => came(row) && coded(row) && !ofFirst(row),
    );
    await expectThese(await ask(head), ofFirst);
    const nobody = await ask(head, { positionId: second.id });
    expect(nobody.stages.every(({ here }) => here === 0)).to.equal(true);
  });

  it('has a trend by the week of the application, which sums to the same people', async () => {
    const { weeks } = await ask(hr);
    expect(weeks).to.have.length(12);
    expect(weeks.at(-1)?.week).to.equal(shanghaiDay(weekOf(app.clock.now()).from));
    for (const one of weeks) {
      const seen = await ask(hr, { week: one.week });
      expect(seen.reached[0]?.count).to.equal(one.applied);
      expect(seen.reached.find(({ step }) => step === 'review')?.count).to.equal(one.interviewed);
    }
    expect(weeks.reduce((sum, { applied }) => sum + applied, 0)).to.equal(25);
  });

  it('says for how many days people have stood where they stand; nobody has no days', async () => {
    const { stages: seen, asOf } = await ask(hr);
    const rows = await app.database
      .read(Application)
      .findBy({ companyId: company.id, stage: 'review' });
    const mean = rows.reduce((sum, row) => sum + (asOf - row.stageAt), 0) / rows.length;
    const of = (stage: Stage) => seen.find((one) => one.stage === stage)?.days;
    expect(of('review')).to.be.closeTo(mean / 86_400_000, 0.11);
    expect(of('final')).to.equal(null);
    expect(of('rejected')).to.equal(null);
  });

  it('shows a move to who asks next, before anybody has counted it in', async () => {
    const { id } = await anApplication(app, { position: positions[0], stage: 'final' });
    await expectThese(await ask(hr), () => true);
    await app.get(DashboardProjection).fold();
    await expectThese(await ask(hr), () => true);
    await app.database.transaction(async (tx) => {
      await app.get(Moves).move(tx, await app.get(Moves).lock(tx, id), 'offer');
    });
    await expectThese(await ask(head), (row) => row.positionId === positions[0].id);
  });
});
