import { rawPaths, routes } from '@zhiyu/contracts/routes';
import type { Report, ReportView } from '@zhiyu/contracts/scoring';
import type { Beside } from '@zhiyu/server/scoring/print/beside';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import type { TestSession } from '../harness/client.js';
import { fileOf, reportOf } from './look.js';
import { textOf } from './pdf-text.js';
import { assessed, aStand, type Stand, type Walker } from './walk.js';

describe('a report as a file', () => {
  let app: TestApp;
  let stand: Stand;
  let walker: Walker;
  let id = '';
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    walker = await assessed(stand);
    id = (await fileOf(stand, walker)).interviews.find((one) => one.kind === 'ai')?.id ?? '';
  });
  after(() => app.stop());

  const get = (file: string, session: TestSession) =>
    app.client.raw(`${rawPaths.reportFile}/${id}/${file}`, {}, session);

  for (const reader of ['hr', 'manager', 'candidate']) {
    it(`is printed for ${reader}`, async () => {
      const response = await get(`${reader}.pdf`, stand.hr.session);
      expect([response.status, response.headers.get('content-type')]).to.deep.equal([
        200,
        'application/pdf',
      ]);
      expect(response.headers.get('content-disposition')).to.match(/^attachment; /);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.subarray(0, 5).toString()).to.equal('%PDF-');
    });
  }

  it('is in the language of who reads it: all but what was said and who said it', async () => {
    const english = await textOf(await get('hr.pdf?language=en', stand.hr.session));
    expect(english).to.include('HRversion,forthehiringteamonly').and.include('RetailStoreStaff');
    expect(english).to.include('Serviceawareness').and.not.include('服务意识');
    const manager = await textOf(await get('manager.pdf?language=en', stand.hr.session));
    expect(manager)
      .to.include('Manager’sversion')
      .and.not.match(/要人看|够要求|复试可以问/);
    expect(await textOf(await get('hr.pdf', stand.hr.session))).to.include('服务意识');
  });

  it('is handed out as it is stored, with sound, written tests and résumé beside it', async () => {
    const result = { name: '行测', takenOn: '2026-11-20', score: 72, maximum: 100 };
    await app.api(
      routes.enterTestResult,
      { id: walker.applicationId, ...result },
      stand.hr.session,
    );
    const read = async (session: TestSession) =>
      (await (await get('report.json', session)).json()) as Report &
        Beside &
        Pick<ReportView, 'potential' | 'culture'> & { sound: unknown };
    const { sound, tests, resume, potential, culture, ...report } = await read(stand.hr.session);
    expect([potential, culture]).to.deep.equal([null, []]);
    expect(tests[0]).to.include(result);
    expect(resume?.skills).not.to.be.empty;
    const nothing = { claims: [], skills: [], notes: [] };
    expect((await read(stand.head.session)).resume).to.deep.equal(nothing);
    expect(report).to.deep.equal(await reportOf(stand, walker));
    expect(sound).to.have.all.keys('answers', 'summary');
  });

  it('has the résumé beside it for HR, and not one line of it for who may not open the résumé', async () => {
    const input = { id: walker.applicationId };
    const whole = await app.api(routes.resumeAssessment, input, stand.hr.session);
    expect(whole.skills).not.to.be.empty;
    const head = await app.api(routes.resumeAssessment, input, stand.head.session);
    expect(head).to.deep.equal({ claims: [], skills: [], notes: [] });
  });

  it('goes to nobody who may not open it, and every try is written down', async () => {
    const { company } = stand;
    const other = await aStaff(app, { company, roles: ['hr'], name: '别的 HR' });
    expect((await get('hr.pdf', other.session)).status).to.equal(403);
    expect((await get('hr.pdf', walker.session)).status).to.equal(401);
    expect((await get('passwd', stand.hr.session)).status).to.equal(404);
    const auditor = await aStaff(app, { company, roles: ['auditor'], name: '审计' });
    const { entries } = await app.api(routes.audit, {}, auditor.session);
    const tries = entries.filter((item) => item.verb === 'report.export');
    expect(tries.map((item) => item.allowed)).to.include.members([true, false]);
  });
});
