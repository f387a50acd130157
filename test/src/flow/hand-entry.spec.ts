import type { EnterCandidate } from '@zhiyu/contracts/candidate-entry';
import { entryFaults } from '@zhiyu/contracts/entry-faults';
import { routes } from '@zhiyu/contracts/routes';
import { AuditEntry } from '@zhiyu/server/privacy/audit.entity';
import { Person } from '@zhiyu/server/privacy/person.entity';
import { Application, Resume } from '@zhiyu/server/recruiting/entities/application.entity';
import { expect } from 'chai';
import { aCandidate } from '../factories/candidate.js';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { Refused, refused } from '../harness/client.js';
import { apply, aStand, bytesOf, goodResume, type Stand } from './walk.js';

describe('one candidate by hand (R2)', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  type Given = Partial<Omit<EnterCandidate, 'id'>>;
  const entry = (given: Given): EnterCandidate => ({
    ...{ id: stand.position.id, name: '纪然', phone: '', email: '', draftId: null },
    ...{ source: 'referral', internal: false },
    ...given,
  });
  const look = (given: Given, session = stand.hr.session) =>
    app.api(routes.lookForCandidate, entry(given), session);
  const enter = (given: Given, session = stand.hr.session) =>
    app.api(routes.enterCandidate, entry(given), session);
  const read = (text: string, session = stand.hr.session) =>
    app.api(routes.readCandidateResume, { id: stand.position.id, name: '简历.txt' }, session, {
      file: bytesOf(text),
    });
  const count = () => app.database.read(Application).count();
  const detail = (id: string) => app.api(routes.application, { id }, stand.hr.session);

  it('keeps who was typed, screened as everybody, sealed, with a line of the audit log', async () => {
    const phone = '13922220001';
    const kept = await enter({ phone, email: 'jiran@mail.example' });
    expect(kept).to.include({ candidateName: '纪然', known: false, repeated: false });
    await app.drainJobs();
    const file = await detail(kept.applicationId);
    expect(file).to.include({ candidateName: '纪然', source: 'referral', stage: 'screening' });
    expect(file.contact).to.deep.equal({ phone, email: 'jiran@mail.example' });
    expect(file.screening?.outcome).to.equal(kept.screening.outcome);
    const { personId } = await app.database
      .read(Application)
      .findOneByOrFail({ id: kept.applicationId });
    const row = await app.database.read(Person).findOneByOrFail({ id: personId });
    expect(JSON.stringify(row)).not.to.match(/纪然|13922220001|jiran/);
    const lines = await app.database.read(AuditEntry).findBy({
      ...{ companyId: stand.company.id, verb: 'application.add', object: stand.position.id },
    });
    expect(lines.filter(({ actor }) => actor === `staff:${stand.hr.id}`)).not.to.have.length(0);
  });

  it('says of each field what is wrong with it, and keeps nothing', async () => {
    expect(entryFaults({ name: ' ', phone: '', email: '' })).to.deep.equal({
      ...{ name: 'noName', phone: 'noContact' },
    });
    expect(entryFaults({ name: '甲', phone: '12', email: '不是' })).to.deep.equal({
      ...{ phone: 'phone', email: 'email' },
    });
    expect(entryFaults({ name: '甲', phone: '', email: 'a@mail.example' })).to.deep.equal({});
    const before = await count();
    const error = await enter({ name: '', phone: '12', email: '不是' }).catch(
      (one: unknown) => one,
    );
    expect(error).to.be.instanceOf(Refused);
    expect((error as Refused).body.fields?.map(({ path }) => path).sort()).to.deep.equal([
      ...['email', 'name', 'phone'],
    ]);
    expect(await count()).to.equal(before);
  });

  it('says before anything is kept who is under way, and adds nobody twice', async () => {
    const { applicationId, candidate } = await apply(stand);
    const before = await count();
    const written = { phone: candidate.phone.replace(/^(\d{3})(\d{4})/, '$1-$2-') };
    const found = await look({ name: candidate.name, ...written });
    expect(found).to.include({ known: true, underWay: true, underWayId: applicationId });
    expect(found.earlier.map((one) => one.applicationId)).to.deep.equal([applicationId]);
    expect(await enter(written)).to.include({ repeated: true, applicationId });
    expect(await count()).to.equal(before);
  });

  it('shows the last result of whoever was here within the period, and goes on with that person', async () => {
    const { applicationId, candidate } = await apply(stand);
    await app.drainJobs();
    const no = { kind: 'reject' as const, reason: 'positionFilled' as const, note: '' };
    await app.api(routes.decide, { id: applicationId, ...no }, stand.hr.session);
    const { earlier, underWay } = await look({ email: candidate.email.toUpperCase() });
    expect(underWay).to.equal(false);
    expect(earlier[0]).to.deep.include({ applicationId, stage: 'rejected', again: true });
    expect(earlier[0]?.decision).to.include({ kind: 'reject', reason: 'positionFilled' });
    const kept = await enter({ email: candidate.email });
    expect(kept).to.include({ known: true, repeated: false });
    expect(kept.last?.applicationId).to.equal(applicationId);
    const rows = app.database.read(Application);
    const [old, fresh] = await Promise.all(
      [applicationId, kept.applicationId].map((id) => rows.findOneByOrFail({ id })),
    );
    expect(fresh?.personId).to.equal(old?.personId);
  });

  it('a pasted résumé says who looks like somebody; it is kept with the candidate', async () => {
    const one = { ...aCandidate(), name: '苏亦' };
    const { applicationId } = await apply(stand, { candidate: one });
    const other = { ...aCandidate(), name: '苏亦' };
    const draft = await read(goodResume(other));
    expect(draft.phone?.value).to.equal(other.phone);
    const given = { name: other.name, phone: other.phone, draftId: draft.draftId };
    const { known, suspects } = await look(given);
    expect(known).to.equal(false);
    expect(suspects.find((it) => it.applicationId === applicationId)?.reasons).to.include(
      'nameSchool',
    );
    const kept = await enter(given);
    expect(kept.suspects).to.be.greaterThan(0);
    expect(kept.screening.rules.some(({ outcome }) => outcome === 'held')).to.equal(true);
    const file = await detail(kept.applicationId);
    expect(file.resume?.fileName).to.equal('简历.txt');
    const resume = await app.database.read(Resume).findOneByOrFail({ id: file.resume?.id ?? '' });
    expect(resume.bytes).to.be.greaterThan(0);
    await refused(enter({ ...given, phone: '13922220077' }), 'notFound');
  });

  it('the same press again keeps nobody twice, two at once neither', async () => {
    const before = await count();
    const input = entry({ phone: '13922220055' });
    const key = 'f'.repeat(36);
    const once = () => app.api(routes.enterCandidate, input, stand.hr.session, { key });
    const first = await once();
    expect(await once()).to.deep.equal(first);
    const both = await Promise.all([
      enter({ phone: '13922220056' }),
      enter({ phone: '13922220056' }),
    ]);
    expect(both[0].applicationId).to.equal(both[1].applicationId);
    expect(await count()).to.equal(before + 2);
  });

  it('an internal application is one', async () => {
    const { applicationId } = await enter({ phone: '13922220033', internal: true });
    expect(await detail(applicationId)).to.include({ source: 'internal' });
    const inside = await app.api(routes.internalView, { id: applicationId }, stand.hr.session);
    expect(inside.byLink).to.equal(true);
  });

  it('is for HR, of their company: a head enters nobody', async () => {
    const given = { phone: '13922220044' };
    const { session } = stand.head;
    for (const tried of [look(given, session), enter(given, session), read('纪然', session)]) {
      await refused(tried, 'notAllowed');
    }
  });

  it('in masked mode a number tells nobody who somebody is', async () => {
    const { candidate } = await apply(stand);
    const admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
    const set = (masking: 'always' | 'off') =>
      app.api(routes.changeCompany, { masking }, admin.session);
    await set('always');
    const found = await look({ phone: candidate.phone });
    expect(found).to.deep.include({ known: true, underWay: true, underWayId: null });
    expect([...found.earlier, ...found.suspects]).to.deep.equal([]);
    await set('off');
  });
});
