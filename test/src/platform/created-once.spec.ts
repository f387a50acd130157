import { routes } from '@zhiyu/contracts/routes';
import { IdempotencyRow } from '@zhiyu/server/platform/http/idempotency.entity';
import { Position, SourceLinkRow } from '@zhiyu/server/recruiting/entities/position.entity';
import { StaffUser } from '@zhiyu/server/staff/staff-user.entity';
import { expect } from 'chai';
import { aCompany, type ACompany, aStaff, type AStaff } from '../factories/company.js';
import { aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { TestSession } from '../harness/client.js';

describe('a creation whose server died before it kept its answer', () => {
  let app: TestApp;
  let company: ACompany;
  let me: AStaff;
  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    me = await aStaff(app, { company, roles: ['admin', 'hr'] });
  });
  after(() => app.stop());

  /** The effect is there, the answer is not: as after the half minute of an abandoned key. */
  const forgetAnswers = () => app.database.dataSource.getRepository(IdempotencyRow).clear();
  const where = { companyId: '' };
  beforeEach(() => (where.companyId = company.id));

  it('makes one position under one key, and answers the same', async () => {
    const input = { template: 'store-staff', headcount: 1, departmentId: null, ownerId: null };
    const create = (key: string) => app.api(routes.createPosition, input, me.session, { key });
    const first = await create('position-key');
    await forgetAnswers();
    expect(await create('position-key')).to.deep.equal(first);
    expect(await app.database.read(Position).countBy(where)).to.equal(1);
    expect((await create('another-position-key')).id).not.to.equal(first.id);
  });

  it('makes one link under one key, with the same code', async () => {
    const position = await aPosition(app, { company, ownerId: me.id });
    const input = { positionId: position.id, source: 'campus' as const, label: '校招' };
    const create = (key: string) => app.api(routes.createLink, input, me.session, { key });
    const first = await create('link-key');
    await forgetAnswers();
    expect(await create('link-key')).to.deep.equal(first);
    const labelled = { positionId: position.id, label: '校招' };
    expect(await app.database.read(SourceLinkRow).countBy(labelled)).to.equal(1);
    expect((await create('another-link-key')).code).not.to.equal(first.code);
  });

  it('invites one person under one key, with a link that works', async () => {
    const before = await app.database.read(StaffUser).countBy(where);
    const input = { name: '宋薇', email: 'songwei@zhiyu.example', roles: ['hr' as const] };
    const invite = () =>
      app.api(routes.inviteStaff, { ...input, departmentId: null }, me.session, {
        key: 'invite-key',
      });
    const first = await invite();
    await forgetAnswers();
    const again = await invite();
    expect(again.staffId).to.equal(first.staffId);
    expect(await app.database.read(StaffUser).countBy(where)).to.equal(before + 1);
    const token = again.url.split('t=')[1] ?? '';
    const session = new TestSession();
    await app.api(routes.useLink, { token }, session);
    expect(session.cookies.size).to.be.greaterThan(0);
  });

  it('is nobody else’s: the same key of another person creates for that one', async () => {
    const other = await aStaff(app, { company, roles: ['hr'] });
    const input = { template: 'store-staff', headcount: 2, departmentId: null, ownerId: null };
    const ids = [];
    for (const { session } of [me, other]) {
      ids.push((await app.api(routes.createPosition, input, session, { key: 'shared-key' })).id);
    }
    expect(new Set(ids).size).to.equal(2);
  });
});
