import { routes } from '@zhiyu/contracts/routes';
import { AuditEntry } from '@zhiyu/server/privacy/audit.entity';
import { Position } from '@zhiyu/server/recruiting/entities/position.entity';
import { StaffService } from '@zhiyu/server/staff/staff.service';
import { expect } from 'chai';
import { aStaff, type AStaff, anotherSession } from '../factories/company.js';
import { aPosition } from '../factories/position.js';
import { cardsOf, reportOf } from '../flow/look.js';
import { assessed, aStand, type Stand } from '../flow/walk.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';

describe('positions of somebody who is responsible no longer', () => {
  let app: TestApp;
  let stand: Stand;
  let admin: AStaff;
  let colleague: AStaff;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    const { company } = stand;
    admin = await aStaff(app, { company, roles: ['admin'] });
    colleague = await aStaff(app, { company, roles: ['hr'] });
  });
  after(() => app.stop());

  const ownerOf = async (id: string) =>
    (await app.database.read(Position).findOneByOrFail({ id })).ownerId;
  const leaver = () => aStaff(app, { company: stand.company, roles: ['hr'] });
  const change = async (id: string, to: { active?: boolean; roles?: ['auditor'] }) => {
    const session = await anotherSession(app, admin);
    await app.api(routes.changeStaff, { id, ...to }, session);
    await app.drainJobs();
  };

  it('become nobody’s when the account is closed, each hand-over written down', async () => {
    const person = await leaver();
    const positions = [
      await aPosition(app, { company: stand.company, ownerId: person.id }),
      await aPosition(app, { company: stand.company, ownerId: person.id }),
    ];
    const kept = await aPosition(app, { company: stand.company, ownerId: colleague.id });
    await change(person.id, { active: false });
    for (const { id } of positions) {
      expect(await ownerOf(id)).to.equal(null);
      const where = { verb: 'position.handOver', object: id };
      const lines = await app.database.read(AuditEntry).findBy(where);
      expect(lines.map(({ actor, ground }) => [actor, ground])).to.deep.equal([
        [`staff:${admin.id}`, 'responsibilityEnded'],
      ]);
    }
    expect(await ownerOf(kept.id)).to.equal(colleague.id);
  });

  it('open their reports to everybody who gets their cards', async () => {
    await change(stand.hr.id, { active: false });
    const walker = await assessed(stand, 'strong');
    const reader = { ...colleague, session: await anotherSession(app, colleague) };
    expect(await cardsOf(stand, reader, 'approval', walker)).to.have.length(1);
    expect((await reportOf({ ...stand, hr: reader }, walker)).answers).to.have.length(2);
  });

  it('become nobody’s when the person is no HR any more, and when they leave the chat', async () => {
    const person = await leaver();
    const one = await aPosition(app, { company: stand.company, ownerId: person.id });
    await change(person.id, { roles: ['auditor'] });
    expect(await ownerOf(one.id)).to.equal(null);
    const other = await leaver();
    const two = await aPosition(app, { company: stand.company, ownerId: other.id });
    await app.database.transaction((tx) => app.get(StaffService).leave(tx, other.id, 'wecom'));
    await app.drainJobs();
    expect(await ownerOf(two.id)).to.equal(null);
    const [line] = await app.database.read(AuditEntry).findBy({ object: two.id });
    expect(line).to.include({ actor: 'system', verb: 'position.handOver' });
  });

  it('stay with who is back before anything was handed over', async () => {
    const person = await leaver();
    const { id } = await aPosition(app, { company: stand.company, ownerId: person.id });
    const session = await anotherSession(app, admin);
    await app.api(routes.changeStaff, { id: person.id, active: false }, session);
    await app.api(routes.changeStaff, { id: person.id, active: true }, session);
    await app.drainJobs();
    expect(await ownerOf(id)).to.equal(person.id);
  });

  it('go to nobody whose account is closed', async () => {
    const person = await leaver();
    const { id } = await aPosition(app, { company: stand.company, ownerId: colleague.id });
    await change(person.id, { active: false });
    const session = await anotherSession(app, colleague);
    await refused(app.api(routes.changePosition, { id, ownerId: person.id }, session), 'notFound');
    expect(await ownerOf(id)).to.equal(colleague.id);
  });
});
