import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '@zhiyu/contracts/routes';
import { DashboardProjection } from '@zhiyu/server/analytics/projection.service';
import { DashboardCount, CohortCount } from '@zhiyu/server/analytics/projection.entity';
import { entities } from '@zhiyu/server/entities';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { AuditEntry } from '@zhiyu/server/privacy/audit.entity';
import { Person } from '@zhiyu/server/privacy/person.entity';
import { Application, Resume } from '@zhiyu/server/recruiting/entities/application.entity';
import { Runtime } from '@zhiyu/server/platform/runtime';
import { expect } from 'chai';
import { aCandidate, type ACandidate } from '../factories/candidate.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { apply, aStand, bytesOf, goodResume, type Stand } from './walk.js';

/** Rules that somebody without a word of work does not meet: nobody is invited by itself. */
const poor = ({ name, phone }: ACandidate) => `${name}\n电话：${phone}\n教育背景\n某某小学`;

/** Tables that say what happened, and those of the batches themselves: they only grow. */
const growing = new Set([
  ...['audit_entry', 'audit_head', 'event_log', 'event_counter', 'job', 'idempotency'],
  ...['intake_batch', 'intake_item', 'card', 'delivery', 'projection', 'session'],
]);

describe('taking a batch back (R2)', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
  });
  after(() => app.stop());
  beforeEach(async () => {
    stand = await aStand(app, (content) => ({
      ...content,
      automation: { ...content.automation, inviteOnScreeningPass: false },
    }));
  });

  const hand = async (who: ACandidate, batch: string, text = poor(who)) =>
    app.api(
      routes.uploadResume,
      { id: stand.position.id, name: `${who.name}.txt`, batch },
      stand.hr.session,
      { file: bytesOf(text) },
    );
  const batches = async (session = stand.hr.session) =>
    (await app.api(routes.listBatches, { id: stand.position.id }, session)).batches;
  const effect = (id: string) => app.api(routes.batchEffect, { id }, stand.hr.session);
  const takeBack = (id: string) => app.api(routes.takeBackBatch, { id }, stand.hr.session);
  const mine = () => ({ companyId: stand.company.id });
  const idOf = async () => (await batches())[0]?.id ?? '';
  /** Every row of every table that does not only grow. */
  const all = async (): Promise<Record<string, unknown[]>> => {
    const rows: Record<string, unknown[]> = {};
    for (const entity of entities) {
      const { tableName } = app.database.dataSource.getMetadata(entity);
      if (!growing.has(tableName)) {
        const found: object[] = await app.database.dataSource.query(`SELECT * FROM ${tableName}`);
        rows[tableName] = found.map((row) => JSON.stringify(row)).sort();
      }
    }
    return rows;
  };

  it('leaves every table as it was before: people, files, numbers, counts', async () => {
    const known = { ...aCandidate(), email: '' };
    const before = await apply(stand, { candidate: known, resume: null });
    await app.drainJobs();
    const no = { kind: 'reject' as const, reason: 'positionFilled' as const, note: '' };
    await app.api(routes.decide, { id: before.applicationId, ...no }, stand.hr.session);
    await app.drainJobs();
    const projection = app.get(DashboardProjection);
    await projection.fold();
    const old = await all();
    const batch = randomUUID();
    const fresh = [aCandidate(), aCandidate()];
    for (const who of fresh) {
      await hand(who, batch);
    }
    const again = { ...known, email: 'jiude@mail.example' };
    await hand(again, batch, goodResume(again));
    await app.drainJobs();
    await projection.fold();
    const resumes = await app.database.read(Resume).find();
    const files = resumes.map(({ file }) => join(app.get(Runtime).dataDir, file));
    const { goes, stays } = await effect(await idOf());
    expect(
      goes.map(({ candidateName, newPerson }) => [candidateName, newPerson]),
    ).to.have.deep.members([...fresh.map(({ name }) => [name, true]), [known.name, false]]);
    expect(stays).to.deep.equal([]);
    const done = await takeBack(await idOf());
    expect(done.batch.takenBack).to.include({ removed: 3, stayed: 0, by: stand.hr.name });
    await app.drainJobs();
    await projection.fold();
    expect(await all()).to.deep.equal(old);
    expect(files.filter((file) => file.includes('resumes') && existsSync(file))).to.deep.equal([]);
    const found = await app.api(
      routes.listApplications,
      { q: fresh[0]?.phone ?? '' },
      stand.hr.session,
    );
    expect(found.applications).to.deep.equal([]);
  });

  it('counts are those of a count from nothing, also before they are carried on', async () => {
    const projection = app.get(DashboardProjection);
    const batch = randomUUID();
    await hand(aCandidate(), batch);
    await app.drainJobs();
    await projection.fold();
    const week = async () => (await app.api(routes.dashboard, {}, stand.hr.session)).week.applied;
    expect(await week()).to.equal(1);
    await takeBack(await idOf());
    expect(await week()).to.equal(0);
    await projection.fold();
    expect(await week()).to.equal(0);
    const counts = async () => [
      await app.database.read(DashboardCount).find(),
      await app.database.read(CohortCount).find(),
    ];
    const carried = await counts();
    await projection.rebuild();
    expect(carried).to.deep.equal(await counts());
  });

  it('whoever was decided on, invited, told or merged stays and is named, with the reason', async () => {
    const batch = randomUUID();
    const people = [aCandidate(), aCandidate(), aCandidate(), aCandidate()];
    const ids: string[] = [];
    for (const who of people) {
      ids.push((await hand(who, batch)).applicationId);
    }
    await app.drainJobs();
    const [held = '', invited = '', merged = '', free = ''] = ids;
    const hold = { kind: 'hold' as const, reason: 'needsTalk' as const, note: '' };
    await app.api(routes.decide, { id: held, ...hold }, stand.hr.session);
    await app.api(routes.invite, { id: invited }, stand.hr.session);
    const other = await apply(stand);
    const pair = { id: merged, other: other.applicationId };
    await app.api(routes.mergePeople, pair, stand.hr.session);
    await app.drainJobs();
    const { goes, stays } = await effect(await idOf());
    expect(goes.map(({ applicationId }) => applicationId)).to.deep.equal([free]);
    const why = new Map(stays.map((one) => [one.applicationId, one.why]));
    expect([held, merged].map((id) => why.get(id))).to.deep.equal(['decided', 'merged']);
    expect(['decided', 'invited']).to.include(why.get(invited));
    const done = await takeBack(await idOf());
    expect(done.batch.takenBack).to.include({ removed: 1, stayed: 3 });
    const left = await app.database.read(Application).findBy(mine());
    expect(left.map(({ id }) => id)).to.have.members([held, invited, merged, other.applicationId]);
  });

  it('whoever came by himself meanwhile stays with all that he has', async () => {
    const batch = randomUUID();
    const who = aCandidate();
    const { applicationId } = await hand(who, batch);
    const own = await apply(stand, { candidate: who, resume: null });
    expect(own.applicationId).to.equal(applicationId);
    const { goes, stays } = await effect(await idOf());
    expect(goes).to.deep.equal([]);
    expect(stays.map((one) => one.candidateName)).to.deep.equal([who.name]);
  });

  it('a press again has no second effect, two at once neither; it is in the audit log', async () => {
    const batch = randomUUID();
    await hand(aCandidate(), batch);
    await app.drainJobs();
    const id = await idOf();
    await Promise.all([takeBack(id), takeBack(id)]);
    await hand(aCandidate(), batch);
    const again = await takeBack(id);
    expect(again.batch).to.include({ count: 1 });
    expect(again.batch.takenBack).to.include({ removed: 1 });
    expect(await app.database.read(Application).countBy(mine())).to.equal(1);
    expect(await app.database.read(Person).countBy(mine())).to.be.greaterThan(0);
    const lines = await app.database
      .read(AuditEntry)
      .findBy({ verb: 'application.takeBack', object: id });
    expect(lines.length).to.be.greaterThan(0);
    expect(lines.every(({ actor }) => actor === `staff:${stand.hr.id}`)).to.equal(true);
  });

  it('cards about those who went say so without a name, and nothing of them can be pressed', async () => {
    const who = aCandidate();
    await hand(who, randomUUID());
    await app.drainJobs();
    const inbox = () => app.api(routes.inbox, {}, stand.hr.session);
    expect(JSON.stringify(await inbox())).to.include(who.name);
    await takeBack(await idOf());
    await app.drainJobs();
    const { items } = await inbox();
    expect(JSON.stringify(items)).not.to.include(who.name);
    const [card] = items.map((item) => item.card);
    expect(card).to.include({ state: 'done', title: '这份投递收回了' });
    expect(card?.buttons).to.deep.equal([]);
  });

  it('before the rules’ answer was told it goes as well', async () => {
    await hand(aCandidate(), randomUUID());
    await takeBack(await idOf());
    await app.drainJobs();
    expect(await app.database.read(Application).countBy(mine())).to.equal(0);
    const jobs = await app.database.read(Job).find();
    expect(jobs.flatMap(({ lastError }) => lastError ?? [])).to.deep.equal([]);
  });

  it('is for HR of the company', async () => {
    await hand(aCandidate(), randomUUID());
    const id = await idOf();
    await refused(batches(stand.head.session), 'notAllowed');
    await refused(app.api(routes.takeBackBatch, { id }, stand.head.session), 'notAllowed');
    const stranger = await aStand(app);
    await refused(app.api(routes.takeBackBatch, { id }, stranger.hr.session), 'notFound');
    await refused(app.api(routes.batchEffect, { id }, stranger.hr.session), 'notFound');
  });
});
