import type { SetDeliveryWeights } from '@zhiyu/contracts/delivery-weights';
import { routes } from '@zhiyu/contracts/routes';
import { DeliveryWeight } from '@zhiyu/server/staff/delivery-weights/delivery-weight.entity';
import { AuditEntry } from '@zhiyu/server/privacy/audit.entity';
import { expect } from 'chai';
import { aStaff, type AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { aStand, interviewOf, invited, type Stand } from './walk.js';

const ground = '客服岗位要整天接电话，工会已经同意。';
const wanted = { voice: 5, face: 0, ground, knowsNoEvidence: true };

describe('the weights of voice and face', () => {
  let app: TestApp;
  let stand: Stand;
  let admin: AStaff;
  before(async () => {
    app = await startApp();
  });
  after(() => app.stop());
  beforeEach(async () => {
    stand = await aStand(app);
    admin = await aStaff(app, { company: stand.company, roles: ['admin'], name: '周管理' });
  });

  const view = (by = admin) => app.api(routes.deliveryWeights, {}, by.session);
  const set = (change: Partial<SetDeliveryWeights> = {}, by = admin) =>
    app.api(routes.setDeliveryWeights, { ...wanted, ...change }, by.session);
  const europe = (europeanRules: boolean) =>
    app.api(routes.changeCompany, { europeanRules }, admin.session);
  const lines = async () => {
    const rows = await app.database
      .read(AuditEntry)
      .find({ where: { companyId: stand.company.id }, order: { sequence: 'ASC' } });
    return rows.filter(({ verb }) => verb.startsWith('weights.'));
  };

  it('are 0 until an administrator says otherwise, and anybody of the company may read them', async () => {
    const none = { voice: 0, face: 0, ground: '', europeanRules: false, changes: [] };
    expect(await view()).to.deep.equal(none);
    expect(await view(stand.hr)).to.deep.equal(none);
  });

  it('are set with a ground, written down with who, when and what it was before, and taken back', async () => {
    await set();
    const both = await set({ face: 10 });
    expect(both).to.include({ voice: 5, face: 10, ground });
    const back = await set({ voice: 0, face: 0, ground: '', knowsNoEvidence: false });
    expect(back).to.include({ voice: 0, face: 0, ground: '' });
    const changes = back.changes.map(({ voice, face, cause, by }) => [voice, face, cause, by]);
    expect(changes).to.deep.equal([
      [0, 0, 'set', '周管理'],
      [5, 10, 'set', '周管理'],
      [5, 0, 'set', '周管理'],
    ]);
    const written = (await lines()).filter(({ verb }) => verb === 'weights.change');
    expect(written.map(({ actor, object, ground: why }) => [actor, object, why])).to.deep.equal([
      [`staff:${admin.id}`, 'voice 0 → 5 %, face 0 → 0 %', ground],
      [`staff:${admin.id}`, 'voice 5 → 5 %, face 0 → 10 %', ground],
      [`staff:${admin.id}`, 'voice 5 → 0 %, face 10 → 0 %', 'takenBack'],
    ]);
  });

  it('are refused without a ground, without knowing that nothing speaks for them, over the cap', async () => {
    await refused(set({ ground: '' }), 'weightUngrounded');
    await refused(set({ ground: '想试试看' }), 'weightUngrounded');
    await refused(set({ ground: ` ${' '.repeat(40)}` }), 'weightUngrounded');
    await refused(set({ knowsNoEvidence: false }), 'weightUngrounded');
    for (const over of [{ voice: 11 }, { face: 11 }, { voice: -1 }, { voice: 2.5 }]) {
      await refused(set(over), 'invalidInput');
    }
    await refused(set({ ground: '理'.repeat(501) }), 'invalidInput');
    expect(
      await app.database.read(DeliveryWeight).countBy({ companyId: stand.company.id }),
    ).to.equal(0);
  });

  it('are nobody’s to set but an administrator’s, and the try is written down', async () => {
    for (const by of [stand.hr, stand.head]) {
      await refused(set({}, by), 'notAllowed');
    }
    expect((await view()).voice).to.equal(0);
    expect((await lines()).map(({ verb, allowed }) => [verb, allowed])).to.deep.equal([
      ['weights.set', false],
      ['weights.set', false],
    ]);
  });

  it('are refused under the European rules, which end those there are for good', async () => {
    await set();
    await europe(true);
    const ended = await view();
    expect(ended).to.include({ voice: 0, face: 0, ground: '', europeanRules: true });
    expect(ended.changes[0]).to.include({ voice: 0, cause: 'europe', by: '周管理' });
    await refused(set(), 'europeanRules');
    await set({ voice: 0, face: 0, ground: '' });
    await europe(false);
    expect(await view(), 'no weight comes back by itself').to.include({ voice: 0, face: 0 });
    expect((await set()).voice).to.equal(5);
  });

  it('are told the candidate before anything is agreed to, in the candidate’s language, and only then', async () => {
    const walker = await invited(stand);
    expect((await interviewOf(stand, walker)).weighed).to.equal(null);
    await set({ voice: 5, face: 10 });
    const { weighed } = await interviewOf(stand, walker);
    // This position does not ask about faces, so there is nothing to say of them.
    expect(weighed?.version).to.match(/\.v5f0$/);
    expect(weighed?.text).to.include('5%').and.not.to.include('10%');
    await europe(true);
    expect((await interviewOf(stand, walker)).weighed).to.equal(null);
  });

  it('of one company are nothing to another', async () => {
    await set();
    const other = await aStand(app);
    const theirs = await aStaff(app, { company: other.company, roles: ['admin'] });
    expect(await view(theirs)).to.deep.include({ voice: 0, changes: [] });
  });
});
