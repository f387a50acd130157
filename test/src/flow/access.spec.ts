import { rawPaths, routes } from '@zhiyu/contracts/routes';
import { AuditEntry } from '@zhiyu/server/privacy/audit.entity';
import { Resume } from '@zhiyu/server/recruiting/entities/application.entity';
import { expect } from 'chai';
import { aStaff, type AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused, TestSession } from '../harness/client.js';
import { fileOf, reportOf } from './look.js';
import { play, sendAll } from './recording.js';
import {
  aStand,
  begin,
  choose,
  finishAttempt,
  goodResume,
  handIn,
  interviewing,
  type Stand,
  type Walker,
} from './walk.js';

describe('who may see', () => {
  const video = Buffer.alloc(50_000, 'picture and sound ');
  let app: TestApp;
  let stand: Stand;
  let walker: Walker;
  let attemptId: string;
  let others: Record<string, AStaff>;

  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    const { company } = stand;
    const foreign = await aStand(app);
    others = {
      'another HR': await aStaff(app, { company, roles: ['hr'] }),
      'the head of the department': stand.head,
      'an interviewer': await aStaff(app, { company, roles: ['interviewer'] }),
      'an administrator': await aStaff(app, { company, roles: ['admin'] }),
      'an auditor': await aStaff(app, { company, roles: ['auditor'] }),
      "another company's HR": foreign.hr,
    };
    walker = await interviewing(stand);
    const begun = await begin(stand, walker, 'camera');
    attemptId = begun.attemptId;
    await sendAll(app, walker.session, { url: begun.videoUrl ?? '', bytes: video });
    await finishAttempt(stand, walker, attemptId);
    await choose(stand, walker, attemptId);
    await handIn(stand, walker);
  });
  after(() => app.stop());

  const looks = (verb: string, by: AStaff) =>
    app.database.read(AuditEntry).find({
      where: { verb, actor: `staff:${by.id}` },
      order: { sequence: 'ASC' },
    });

  describe('a recording', () => {
    it('the responsible HR, each look written down once', async () => {
      const whole = await play(app, stand.hr.session, attemptId);
      expect(whole.status).to.equal(200);
      expect(Buffer.from(await whole.arrayBuffer()).equals(video)).to.equal(true);
      const range = await play(app, stand.hr.session, attemptId, { Range: 'bytes=100-199' });
      expect(range.status).to.equal(206);
      const part = Buffer.from(await range.arrayBuffer());
      expect(part.equals(video.subarray(100, 200))).to.equal(true);
      const entries = await looks('media.view', stand.hr);
      expect(entries).to.have.length(1);
      expect(entries[0]).to.include({ object: attemptId, allowed: true });
    });

    it('the candidate, not in the audit of looks of staff', async () => {
      expect((await play(app, walker.session, attemptId)).status).to.equal(200);
    });

    it('nobody else: not another HR, a manager, another company, another candidate, a visitor', async () => {
      for (const [who, staff] of Object.entries(others)) {
        const { status } = await play(app, staff.session, attemptId);
        expect(status, who).to.be.oneOf([403, 404]);
      }
      const candidate = await interviewing(stand);
      expect((await play(app, candidate.session, attemptId)).status).to.be.oneOf([403, 404]);
      expect((await play(app, new TestSession(), attemptId)).status).to.equal(401);
    });

    it('and a refused look is written down too', async () => {
      const other = others['another HR'];
      const entries = other ? await looks('media.view', other) : [];
      expect(entries.map((entry) => entry.allowed)).to.deep.equal([false]);
    });
  });

  describe('a report', () => {
    it('the responsible HR and the head of the department, nobody else', async () => {
      await app.drainJobs();
      await reportOf(stand, walker);
      const { interviews } = await fileOf(stand, walker);
      const input = { id: interviews[0]?.id ?? '' };
      await app.api(routes.report, input, stand.head.session);
      for (const [who, { session }] of Object.entries(others)) {
        if (session !== stand.head.session) {
          const code = who.includes('company') ? 'notFound' : 'notAllowed';
          await refused(app.api(routes.report, input, session), code);
        }
      }
    });

    it('a manager with scores but without contact, recording or résumé', async () => {
      const input = { id: walker.applicationId };
      const seen = await app.api(routes.application, input, stand.head.session);
      expect(seen.contact).to.equal(null);
      expect(seen.resume).to.equal(null);
      expect(seen.allowed).to.deep.equal({
        ...{ decide: true, invite: false, media: false, scores: true },
      });
      const { email, phone } = walker.candidate;
      expect(JSON.stringify(seen)).not.to.include(email).and.not.to.include(phone);
    });
  });

  describe('the original of a résumé', () => {
    const original = async (session: TestSession) => {
      const { personId } = await app.database
        .read(Resume)
        .findOneByOrFail({ id: await resumeId() });
      expect(personId).not.to.equal('');
      return app.client.raw(`${rawPaths.resumeFile}/${await resumeId()}`, {}, session);
    };
    const resumeId = async () => (await fileOf(stand, walker)).resume?.id ?? '';

    it('HR of the company, each look written down', async () => {
      const response = await original(stand.hr.session);
      expect(response.status).to.equal(200);
      expect(await response.text()).to.equal(goodResume(walker.candidate));
      expect(response.headers.get('cache-control')).to.include('no-store');
      expect(await looks('resume.view', stand.hr)).to.have.length(1);
    });

    it('nobody without the right to contact data, and nobody of another company', async () => {
      for (const [who, staff] of Object.entries(others)) {
        const { status } = await original(staff.session);
        expect(status, who).to.be.oneOf(who === 'another HR' ? [200] : [403, 404]);
      }
      expect((await original(walker.session)).status).to.be.oneOf([401, 403]);
      expect((await original(new TestSession())).status).to.equal(401);
      const denied = await looks('resume.view', stand.head);
      expect(denied.map((entry) => entry.allowed)).to.deep.equal([false]);
    });
  });
});
