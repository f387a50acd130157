import { routes } from '@zhiyu/contracts/routes';
import { AuditSink } from '@zhiyu/server/platform/auth/can';
import { expect } from 'chai';
import { aCompany, anotherSession, aStaff, type AStaff } from '../factories/company.js';
import { cardOf, press, reportOf } from '../flow/look.js';
import { assessed, aStand, type Stand, type Walker } from '../flow/walk.js';
import { startApp, type TestApp } from '../harness/app.js';

describe('the names in the audit log', () => {
  let app: TestApp;
  let stand: Stand;
  let auditor: AStaff;
  let both: AStaff;
  let walker: Walker;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    const { company } = stand;
    auditor = await aStaff(app, { company, roles: ['auditor'] });
    both = await aStaff(app, { company, roles: ['auditor', 'hr'] });
    walker = await assessed(stand, 'strong');
    await reportOf(stand, walker);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    await press(stand, stand.hr, card, { action: 'hold', reason: 'needsTalk' });
    const id = stand.position.id;
    await app.api(routes.changePosition, { id, headcount: 4 }, stand.hr.session);
  });
  after(() => app.stop());

  const line = async (reader: AStaff, verb: string) => {
    const { entries } = await app.api(routes.audit, {}, await anotherSession(app, reader));
    const found = entries.find((entry) => entry.verb === verb && entry.object !== '');
    if (!found) throw new Error(`no line ${verb}`);
    return found;
  };

  it('tell who acted, and on whom: an application, its interview, its answers, its card', async () => {
    const { applicationId: id } = walker;
    const about = { kind: 'candidate', id, name: walker.candidate.name };
    for (const verb of ['application.view', 'report.view', 'inbox.use']) {
      const told = await line(both, verb);
      expect(told, verb).to.deep.include({ actorName: stand.hr.name, about });
      expect(told.object, verb).to.match(/^[0-9A-Z]{26}$/);
    }
    const own = await line(both, 'own.answer');
    expect(own).to.deep.include({ actorName: walker.candidate.name, about });
  });

  it('of candidates stay hidden from an auditor who may not see them', async () => {
    const told = await line(auditor, 'own.answer');
    expect(told.actorName).to.equal(null);
    expect(told.about).to.deep.equal({ kind: 'candidate', id: walker.applicationId, name: null });
    expect((await line(auditor, 'report.view')).actorName).to.equal(stand.hr.name);
  });

  it('are those of positions and colleagues too', async () => {
    const position = {
      kind: 'position',
      id: stand.position.id,
      name: stand.position.content.name.zh,
    };
    expect((await line(auditor, 'position.edit')).about).to.deep.equal(position);
    const admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
    await app.api(routes.changeStaff, { id: stand.hr.id, departmentId: null }, admin.session);
    const told = await line(auditor, 'staff.edit');
    expect(told).to.deep.include({
      actorName: admin.name,
      about: { kind: 'staff', id: stand.hr.id, name: stand.hr.name },
    });
  });

  it('of another company are in no line', async () => {
    const foreign = await aStaff(app, { company: await aCompany(app), roles: ['auditor', 'hr'] });
    const record = { companyId: foreign.companyId, actor: `staff:${stand.hr.id}`, ground: 'none' };
    const denied = { verb: 'report.view', object: walker.applicationId, allowed: false };
    await app.get<AuditSink>(AuditSink).record({ ...record, ...denied });
    const told = await line(foreign, 'report.view');
    expect([told.actorName, told.about]).to.deep.equal([null, null]);
  });
});
