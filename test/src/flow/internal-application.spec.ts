import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '@zhiyu/contracts/routes';
import { PerformanceRow } from '@zhiyu/server/recruiting/entities/performance.entity';
import { expect } from 'chai';
import { aCandidate } from '../factories/candidate.js';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { apply, aStand, type Stand, type Walker } from './walk.js';

const appraisal = { period: '2026 上半年', rating: '超出预期', note: '带出两名店助' };

describe('an employee applies (R6)', () => {
  let app: TestApp;
  let stand: Stand;
  let walker: Walker;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    const employee = await aStaff(app, { company: stand.company, roles: ['interviewer'] });
    walker = await apply(stand, { candidate: { ...aCandidate(), email: employee.email } });
    await app.drainJobs();
  });
  after(() => app.stop());

  const view = (session = stand.hr.session, id = walker.applicationId) =>
    app.api(routes.internalView, { id }, session);
  const recordsOf = async (session = stand.hr.session) =>
    (await app.api(routes.performance, { id: walker.applicationId }, session)).records;
  const add = (session = stand.hr.session) =>
    app.api(routes.addPerformance, { id: walker.applicationId, ...appraisal }, session);

  it('is known as one of the company’s people by number or address; a stranger is not', async () => {
    expect((await view()).employee).to.include({ department: null });
    const stranger = await apply(stand);
    const other = await view(stand.hr.session, stranger.applicationId);
    expect(other).to.deep.include({ employee: null, byLink: false });
  });

  it('past performance is entered and read by the responsible HR, read by the head, by nobody else', async () => {
    const entered = await add();
    expect(entered.records).to.have.length(1);
    expect(entered.records[0]).to.include({ ...appraisal, by: '许澜' });
    expect((await recordsOf(stand.head.session))[0]).to.include(appraisal);
    await refused(add(stand.head.session), 'notAllowed');
    const colleague = await aStaff(app, { company: stand.company, roles: ['hr'] });
    expect(await view(colleague.session)).to.include({ maySee: false, mayEnter: false });
    await refused(recordsOf(colleague.session), 'notAllowed');
    await refused(add(colleague.session), 'notAllowed');
  });

  it('is sealed: the words stand in no file of the data folder', async () => {
    await add();
    const files = readdirSync(app.runtime.dataDir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(app.runtime.dataDir, name))
      .filter((path) => statSync(path).isFile());
    for (const path of files) {
      expect(readFileSync(path).includes(Buffer.from('带出两名店助')), path).to.equal(false);
    }
    expect(await app.database.read(PerformanceRow).count()).to.be.greaterThan(0);
  });

  it('the own copy of the data has it; taken back it is gone', async () => {
    const own = await app.api(routes.ownData, {}, walker.session);
    expect(own.performance[0]).to.deep.equal(appraisal);
    const record = (await recordsOf())[0]?.id ?? '';
    const id = walker.applicationId;
    const left = await app.api(routes.removePerformance, { id, record }, stand.hr.session);
    expect(left.records.map((one) => one.id)).not.to.include(record);
    await refused(app.api(routes.removePerformance, { id, record }, stand.hr.session), 'notFound');
  });

  it('an internal link says so even where the person is not found', async () => {
    const { hr, position } = stand;
    const link = await app.api(
      routes.createLink,
      { positionId: position.id, source: 'internal', label: '内部应聘' },
      hr.session,
    );
    const inside = { ...stand, position: { ...position, linkCode: link.code } };
    const other = await apply(inside);
    expect(await view(hr.session, other.applicationId)).to.include({ byLink: true });
  });
});
