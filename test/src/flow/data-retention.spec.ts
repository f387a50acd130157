import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '@zhiyu/contracts/routes';
import { keepGraceMs, keepMonthMs } from '@zhiyu/contracts/retention-values';
import { Runtime } from '@zhiyu/server/platform/runtime';
import { AuditEntry } from '@zhiyu/server/privacy/audit.entity';
import { Consents } from '@zhiyu/server/privacy/consents.service';
import { Erasure } from '@zhiyu/server/privacy/erasure.service';
import { Application, Resume } from '@zhiyu/server/recruiting/entities/application.entity';
import { DataRetentionJob } from '@zhiyu/server/workflow/data-retention/data-retention.job';
import { expect } from 'chai';
import { aCandidate } from '../factories/candidate.js';
import { anotherSession, type AStaff, aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { apply, aStand, day, formOf, goodResume, signInAgain, type Stand } from './walk.js';

describe('how long people who were not hired are kept (R61)', () => {
  let app: TestApp;
  let stand: Stand;
  let admin: AStaff;
  beforeEach(async () => {
    app = await startApp();
    stand = await aStand(app);
    admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
  });
  afterEach(() => app.stop());

  const set = (months: number | null) =>
    app.api(routes.setDataRetention, { months }, admin.session);
  const view = (months?: number) =>
    app.api(routes.dataRetention, months === undefined ? {} : { months }, admin.session);
  const night = async () => {
    await app.get(DataRetentionJob).run();
    await app.drainJobs();
  };
  const later = async (ms: number) => {
    app.clock.advance(ms);
    await signInAgain(stand);
    admin.session = await anotherSession(app, admin);
  };
  const rejected = async (withFile = false) => {
    const candidate = aCandidate();
    const walker = await apply(stand, {
      candidate,
      resume: withFile ? goodResume(candidate) : null,
    });
    await app.drainJobs();
    const no = { kind: 'reject' as const, reason: 'positionFilled' as const, note: '' };
    await app.api(routes.decide, { id: walker.applicationId, ...no }, stand.hr.session);
    await app.drainJobs();
    return walker;
  };
  const isErased = async (applicationId: string) => {
    const rows = app.database.read(Application);
    const { personId } = await rows.findOneByOrFail({ id: applicationId });
    return app.get(Erasure).erased(personId);
  };

  const agreeToPool = async (applicationId: string) => {
    const rows = app.database.read(Application);
    const { companyId, personId } = await rows.findOneByOrFail({ id: applicationId });
    const whose = { companyId, personId, applicationId, textVersion: '2026-11', locale: 'zh' };
    await app.database.transaction((tx) => app.get(Consents).give(tx, whose, { talentPool: true }));
  };

  it('nobody goes by itself before somebody chose it; who would go is counted before', async () => {
    const { applicationId } = await rejected();
    await later(400 * day);
    await night();
    expect(await isErased(applicationId)).to.equal(false);
    expect(await view()).to.deep.equal({ months: null, from: null, due: 0 });
    expect(await view(12)).to.deep.include({ months: null, due: 1 });
    expect(await view(14)).to.deep.include({ due: 0 });
  });

  it('who was turned down goes when the months are over, with files, and not in the first week', async () => {
    const gone = await rejected(true);
    const { personId } = await app.database
      .read(Application)
      .findOneByOrFail({ id: gone.applicationId });
    const resume = await app.database.read(Resume).findOneByOrFail({ personId });
    const resumeFile = join(app.get(Runtime).dataDir, resume.file);
    expect(existsSync(resumeFile)).to.equal(true);
    await later(12 * keepMonthMs);
    const stays = await rejected();
    const { from, due } = await set(12);
    expect(due).to.equal(1);
    await later(keepGraceMs - day);
    await night();
    expect(await isErased(gone.applicationId)).to.equal(false);
    await later(2 * day);
    expect(app.clock.now()).to.be.above(from ?? Infinity);
    await night();
    expect(await isErased(gone.applicationId)).to.equal(true);
    expect(await isErased(stays.applicationId)).to.equal(false);
    const file = await app.api(routes.application, { id: gone.applicationId }, stand.hr.session);
    expect(JSON.stringify(file)).not.to.contain(gone.candidate.phone);
    expect(existsSync(resumeFile)).to.equal(false);
    const lines = await app.database.read(AuditEntry).findBy({
      ...{ companyId: stand.company.id, verb: 'person.expire', actor: 'system' },
    });
    expect(lines.map(({ object }) => object)).to.deep.equal([personId]);
  });

  it('whoever is under way, asked for something, or is in the talent pool stays', async () => {
    const applied = await apply(stand);
    const asking = await rejected();
    await app.api(routes.makeRequest, { kind: 'question', text: '我的材料在吗？' }, asking.session);
    const pooled = await rejected();
    await agreeToPool(pooled.applicationId);
    const back = await rejected();
    await later(2 * keepMonthMs);
    await app.api(routes.apply, formOf(stand, back.candidate, null));
    await set(1);
    await later(keepGraceMs + day);
    await night();
    for (const { applicationId } of [applied, asking, pooled, back]) {
      expect(await isErased(applicationId)).to.equal(false);
    }
    await later(13 * keepMonthMs);
    await night();
    expect(await isErased(pooled.applicationId), 'the consent has run out').to.equal(true);
  });

  it('the candidate reads it on the own page', async () => {
    const { session } = await apply(stand);
    expect((await app.api(routes.ownPage, {}, session)).keepMonths).to.equal(null);
    await set(24);
    expect((await app.api(routes.ownPage, {}, session)).keepMonths).to.equal(24);
  });

  it('is chosen by administrators, between one month and ten years, and read by everybody here', async () => {
    await refused(app.api(routes.setDataRetention, { months: 12 }, stand.hr.session), 'notAllowed');
    const { session } = stand.hr;
    expect((await app.api(routes.dataRetention, {}, session)).months).to.equal(null);
    await refused(set(0), 'invalidInput');
    await refused(set(121), 'invalidInput');
    expect((await set(24)).months).to.equal(24);
    expect(await set(null)).to.deep.equal({ months: null, from: null, due: 0 });
  });
});
