import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import 'reflect-metadata';
import { loadSettings } from '@zhiyu/config/settings';
import { AppError } from '@zhiyu/contracts/errors';
import type { Tour, TourStep } from '@zhiyu/contracts/tour';
import { DemoCompany } from '@zhiyu/server/demo/demo-company';
import { StoryPace, StoryStopped } from '@zhiyu/server/demo/tour/story-pace';
import { Tours } from '@zhiyu/server/demo/tour/tours.service';
import type { StaffActor } from '@zhiyu/server/platform/auth/actor';
import { Database } from '@zhiyu/server/platform/database/database';
import { Runtime } from '@zhiyu/server/platform/runtime';
import { Application, Decision } from '@zhiyu/server/recruiting/entities/application.entity';
import { buildApp } from '@zhiyu/server/serve';
import { Company } from '@zhiyu/server/staff/company.entity';
import { SignIn } from '@zhiyu/server/staff/sign-in.service';
import { StaffService } from '@zhiyu/server/staff/staff.service';
import { StaffUser } from '@zhiyu/server/staff/staff-user.entity';
import { expect } from 'chai';

describe('the clock of the tour', () => {
  it('goes on by its pace, and a new pace holds at once', async () => {
    const clock = new StoryPace(60, 0);
    await clock.pass(60_000);
    expect(clock.now()).to.equal(60_000);
  });

  it('stops in the middle of a wait', async () => {
    const clock = new StoryPace(1, 0);
    const waiting = clock.pass(3_600_000).catch((error: unknown) => error);
    clock.stop();
    expect(await waiting).to.be.instanceOf(StoryStopped);
  });
});

describe('the guided tour of the example company', function () {
  this.timeout(240_000);
  let folder: string;
  let app: Awaited<ReturnType<typeof buildApp>>;
  let tours: Tours;
  let actor: StaffActor;

  const actorOfExample = async (email = 'shenlan@example.com'): Promise<StaffActor> => {
    const company = await app.get(Database).read(Company).findOneByOrFail({ example: true });
    const where = {
      companyId: company.id,
      loginToken: app.get(SignIn).loginToken(email),
    };
    const user = await app.get(Database).read(StaffUser).findOneByOrFail(where);
    const found = await app.get(SignIn).actorOf(user.id, '');
    if (!found) throw new Error('nobody to look');
    return found;
  };
  const at = (tour: Tour, name: TourStep) => tour.steps.find((one) => one.name === name);
  const reach = async (state: Tour['state']): Promise<Tour> => {
    for (;;) {
      const tour = await tours.view(actor);
      if (tour.state === state) return tour;
      if (tour.state === 'broken') throw new Error('the tour broke off');
      await new Promise((done) => setTimeout(done, 200));
    }
  };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'zhiyu-tour-'));
    const settings = loadSettings({ DATA_DIR: folder, LOG_LEVEL: 'error' });
    const runtime = new Runtime(settings, { runsJobs: true, serves: true, version: '0' });
    runtime.publicUrl = 'http://127.0.0.1:1';
    app = await buildApp(runtime);
    await new DemoCompany(app).greet({ wanted: true });
    tours = app.get(Tours);
    actor = await actorOfExample();
  });
  after(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is ready in the example company and nowhere else', async () => {
    expect(await tours.view(actor)).to.include({ available: true, state: 'ready' });
    const other = await app
      .get(Database)
      .transaction((tx) =>
        app.get(StaffService).createCompany(tx, { name: '别的公司', example: false }),
      );
    const stranger = { ...actor, companyId: other };
    expect(await tours.view(stranger)).to.include({ available: false, applicationId: null });
    const refusal = await tours.start(stranger, 60).catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(AppError).with.property('code', 'notFound');
    await app.get(Database).read(Company).delete({ id: other });
  });

  it('goes from the application to the card by the product’s own work, and waits for a person', async () => {
    await tours.start(actor, 60);
    const again = await tours.start(actor, 60).catch((error: unknown) => error);
    expect(again).to.be.instanceOf(AppError).with.property('code', 'conflict');
    const tour = await reach('waiting');
    expect(at(tour, 'answer')?.facts.given).to.equal(at(tour, 'answer')?.facts.asked);
    expect(at(tour, 'score')?.facts.total).to.be.within(0, 100);
    const id = tour.applicationId ?? '';
    const row = await app.get(Database).read(Application).findOneByOrFail({ id });
    expect([row.stage, row.total, row.example]).to.deep.equal([
      ...['review', at(tour, 'score')?.facts.total, true],
    ]);
    const moments = tour.steps.flatMap(({ doneAt }) => doneAt ?? []);
    expect(moments).to.have.length(6);
  });

  it('is decided by nobody who may not decide on this candidate', async () => {
    const auditor = await actorOfExample('zhouming@example.com');
    const head = await actorOfExample('hejing@example.com');
    for (const stranger of [auditor, { ...head, headOf: [] }]) {
      const refusal = await tours.decide(stranger).catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(AppError).with.property('code', 'notAllowed');
      expect(await tours.view(stranger), 'is not asked to').to.include({ mayDecide: false });
    }
    const admin = await actorOfExample('shenlan@example.com');
    expect(await tours.view(admin), 'may not open the report').to.include({ mayDecide: false });
    expect(await tours.view(head)).to.include({ state: 'waiting', mayDecide: true });
  });

  it('ends with a decision in the name of whoever pressed, and what is kept of it', async () => {
    const head = await actorOfExample('hejing@example.com');
    const { applicationId } = await tours.decide(head);
    const tour = await reach('done');
    expect(at(tour, 'decision')?.facts).to.deep.equal({ kind: 'pass' });
    const where = { applicationId: applicationId ?? '', decidedBy: head.id };
    expect(await app.get(Database).read(Decision).countBy(where)).to.equal(1);
    expect(at(tour, 'archive')?.facts.events).to.be.above(10);
  });

  it('begins again with the example as it was at first', async () => {
    const before = actor.companyId;
    const { url } = await tours.reset(actor);
    expect(url).to.match(/pages\/link\/index\?t=/);
    actor = await actorOfExample();
    expect(actor.companyId).not.to.equal(before);
    expect(await tours.view(actor)).to.include({ state: 'ready', applicationId: null });
  });
});
