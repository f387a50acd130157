import { routes } from '@zhiyu/contracts/routes';
import { AuditSink } from '@zhiyu/server/platform/auth/can';
import { AuditEntry, AuditHead } from '@zhiyu/server/privacy/audit.entity';
import { AuditLog, chainHash } from '@zhiyu/server/privacy/audit.service';
import { expect } from 'chai';
import { anApplication } from '../factories/application.js';
import { aCompany, type ACompany, aStaff, type AStaff } from '../factories/company.js';
import { aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';

describe('the audit log', () => {
  let app: TestApp;
  let company: ACompany;
  let auditor: AStaff;
  let kept: AuditEntry[];
  let head: AuditHead;

  const rows = () => app.database.read(AuditEntry);
  const line = (verb: string, companyId = company.id) => ({
    companyId,
    actor: 'staff:someone',
    verb,
    object: 'thing',
    ground: 'hr/company',
    allowed: true,
  });
  const record = (verb: string, companyId?: string) =>
    app.get<AuditSink>(AuditSink).record(line(verb, companyId));
  const verify = () => app.get(AuditLog).verify();
  const changed = (sequence: number, change: Partial<AuditEntry>): AuditEntry =>
    Object.assign(
      {},
      kept.find((row) => row.sequence === sequence),
      change,
    );

  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    auditor = await aStaff(app, { company, roles: ['auditor'] });
    for (let n = 1; n <= 8; n++) {
      await record(`act.${n}`);
    }
    await Promise.all([9, 10, 11, 12].map((n) => record(`act.${n}`)));
  });
  after(() => app.stop());

  beforeEach(async () => {
    kept = await rows().find();
    head = await app.database.read(AuditHead).findOneByOrFail({ id: 1 });
  });
  afterEach(async () => {
    await rows().clear();
    await rows().insert(kept);
    await app.database
      .read(AuditHead)
      .update({ id: 1 }, { sequence: head.sequence, hash: head.hash });
  });

  it('is a chain without a gap', async () => {
    const sequences = kept.map((row) => row.sequence).sort((a, b) => a - b);
    expect(sequences).to.deep.equal(Array.from({ length: 12 }, (_one, at) => at + 1));
    expect(await verify()).to.equal(null);
  });

  const changes: [string, Partial<AuditEntry>][] = [
    ['actor', { actor: 'staff:other' }],
    ['act', { verb: 'act.x' }],
    ['object', { object: 'other' }],
    ['ground', { ground: 'none' }],
    ['outcome', { allowed: false }],
    ['time', { at: 5 }],
    ['company', { companyId: 'X'.repeat(26) }],
  ];
  for (const [what, change] of changes) {
    it(`finds a line whose ${what} was changed`, async () => {
      await rows().update({ sequence: 5 }, change);
      expect(await verify()).to.equal(5);
    });
  }

  it('finds a changed line with a hash that was made to fit: the next one does not', async () => {
    const before = kept.find((row) => row.sequence === 4)?.hash ?? '';
    const forged = changed(5, { verb: 'act.x' });
    const hash = chainHash(before, forged);
    await rows().update({ sequence: 5 }, { verb: 'act.x', hash });
    expect(await verify()).to.equal(6);
  });

  it('finds a deleted line, an exchanged pair, and an inserted one', async () => {
    await rows().delete({ sequence: 7 });
    expect(await verify()).to.equal(7);
    await rows().insert(changed(7, { hash: 'f'.repeat(64) }));
    expect(await verify()).to.equal(7);
    await rows().delete({ sequence: 7 });
    await rows().update({ sequence: 8 }, { sequence: 7 });
    expect(await verify()).to.equal(7);
  });

  it('finds that the newest lines were cut off, and that all were', async () => {
    await rows().delete({ sequence: 12 });
    expect(await verify()).to.equal(12);
    await rows().delete({ sequence: 11 });
    expect(await verify()).to.equal(11);
    await rows().clear();
    expect(await verify()).to.equal(1);
  });

  it('tells the auditor the first line that does not fit', async () => {
    await rows().update({ sequence: 3 }, { actor: 'staff:other' });
    const page = await app.api(routes.audit, {}, auditor.session);
    expect(page.brokenAt).to.equal(3);
  });

  it('is not called broken while others write', async () => {
    const writing = Promise.all(Array.from({ length: 150 }, (_one, n) => record(`busy.${n}`)));
    const found: (number | null)[] = [];
    for (let looks = 0; looks < 12; looks++) {
      found.push(await verify());
    }
    await writing;
    expect(found.filter((one) => one !== null)).to.deep.equal([]);
  });

  it('shows a company its own lines only, newest first, a page at a time', async () => {
    const other = await aCompany(app);
    await record('other.act', other.id);
    await Promise.all(Array.from({ length: 60 }, (_one, n) => record(`more.${n}`)));
    const first = await app.api(routes.audit, {}, auditor.session);
    expect(first.entries).to.have.length(50);
    expect(first.brokenAt).to.equal(null);
    const second = await app.api(routes.audit, { before: first.next ?? 0 }, auditor.session);
    const all = [...first.entries, ...second.entries];
    expect(all.some((entry) => entry.verb === 'other.act')).to.equal(false);
    const sequences = all.map((entry) => entry.sequence);
    expect(sequences).to.deep.equal([...sequences].sort((a, b) => b - a));
    expect(sequences.at(-1)).to.equal(1);
  });
});

describe('what is written down', () => {
  let app: TestApp;
  let company: ACompany;
  before(async () => {
    app = await startApp();
    company = await aCompany(app);
  });
  after(() => app.stop());

  const newest = async (): Promise<Partial<AuditEntry>> => {
    const [row] = await app.database
      .read(AuditEntry)
      .find({ order: { sequence: 'DESC' }, take: 1 });
    const { actor, verb, object, ground, allowed } = row!;
    return { actor, verb, object, ground, allowed };
  };
  const count = () => app.database.read(AuditEntry).count();

  it('is every look at a candidate’s data: who, whose, on what ground', async () => {
    const hr = await aStaff(app, { company, roles: ['hr'] });
    const position = await aPosition(app, { company, ownerId: hr.id });
    const { id } = await anApplication(app, { position });
    await app.api(routes.application, { id }, hr.session);
    const line = { actor: `staff:${hr.id}`, ground: 'hr/company', allowed: true };
    expect(await newest()).to.deep.equal({ ...line, verb: 'application.view', object: id });
    const before = await count();
    await app.api(routes.listApplications, {}, hr.session);
    await app.api(routes.timeline, { id }, hr.session);
    await app.api(routes.listStaff, {}, hr.session);
    expect(await count()).to.equal(before + 3);
  });

  it('is every change', async () => {
    const admin = await aStaff(app, { company, roles: ['admin'] });
    await app.api(routes.changeCompany, { keepDays: 90 }, admin.session);
    expect(await newest()).to.include({ verb: 'company.edit', allowed: true });
  });

  it('is every try that was denied, of a role and of an object', async () => {
    const interviewer = await aStaff(app, { company, roles: ['interviewer'] });
    const hr = await aStaff(app, { company, roles: ['hr'] });
    const position = await aPosition(app, { company, ownerId: hr.id });
    const { id } = await anApplication(app, { position });
    await refused(app.api(routes.application, { id }, interviewer.session), 'notAllowed');
    const who = `staff:${interviewer.id}`;
    expect(await newest()).to.include({ actor: who, ground: 'none', allowed: false });
    await refused(app.api(routes.system, {}, interviewer.session), 'notAllowed');
    expect(await newest()).to.include({ actor: who, verb: 'system.view', allowed: false });
  });

  it('is not every harmless reading', async () => {
    const admin = await aStaff(app, { company, roles: ['admin'] });
    const before = await count();
    await app.api(routes.me, {}, admin.session);
    await app.api(routes.company, {}, admin.session);
    expect(await count()).to.equal(before);
  });
});
