import type { PositionContent } from '@zhiyu/contracts/position';
import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { aCompany, type ACompany, aDepartment, aStaff, type AStaff } from '../factories/company.js';
import { type APosition, aPosition, withProtectedRule } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';

const reworded = (content: PositionContent, pay: string): PositionContent => ({ ...content, pay });

describe('publishing a position with a second person', () => {
  let app: TestApp;
  let company: ACompany;
  let hr: AStaff;
  let otherHr: AStaff;
  let admin: AStaff;
  let head: AStaff;
  let position: APosition;
  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    hr = await aStaff(app, { company, roles: ['hr'] });
    otherHr = await aStaff(app, { company, roles: ['hr'] });
    admin = await aStaff(app, { company, roles: ['admin'] });
    head = await aStaff(app, { company, roles: ['manager'] });
    const departmentId = await aDepartment(app, { company, managerId: head.id });
    position = await aPosition(app, { company, departmentId, ownerId: hr.id });
  });
  after(() => app.stop());

  const save = async (by: AStaff, pay: string) => {
    const { version: baseVersion } = await app.api(
      routes.position,
      { id: position.id },
      by.session,
    );
    const content = reworded(position.content, pay);
    return app.api(
      routes.savePosition,
      { id: position.id, baseVersion, content, note: `薪资 ${pay}` },
      by.session,
    );
  };
  const waiting = async (by: AStaff) =>
    (await app.api(routes.publishing, { id: position.id }, by.session)).proposal;
  const answer = async (by: AStaff, approve: boolean, reason = '') => {
    const proposalId = (await waiting(by))?.id ?? '';
    const input = { id: position.id, proposalId, approve, reason };
    return app.api(routes.answerProposal, input, by.session);
  };
  const titles = async (of: AStaff) => {
    await app.drainJobs();
    const { items } = await app.api(routes.inbox, {}, of.session);
    return items.map(({ card }) => card.title);
  };

  it('is not asked for until the company wants it', async () => {
    expect((await save(hr, '8-10k')).version).to.equal(2);
    expect(await waiting(hr)).to.equal(null);
    await app.api(routes.changeCompany, { publishApproval: true }, admin.session);
    const view = await app.api(routes.publishing, { id: position.id }, hr.session);
    expect(view).to.include({ needsSecond: true });
  });

  it('keeps the version until somebody else agrees, who gets a card', async () => {
    const saved = await save(hr, '9-11k');
    expect([saved.version, saved.content.pay]).to.deep.equal([2, '8-10k']);
    expect(await waiting(hr)).to.include({ own: true, answerable: false, baseVersion: 2 });
    expect(await waiting(head)).to.include({ own: false, answerable: true });
    const asked = `${hr.name}改了岗位，请您看`;
    expect(await titles(head)).to.include(asked);
    expect(await titles(admin)).to.include(asked);
    expect(await titles(hr)).not.to.include(asked);
  });

  it('is not agreed to by HR, who has no right, nor by whoever made it', async () => {
    await refused(answer(otherHr, true), 'notAllowed');
    const maker = await aStaff(app, { company, roles: ['hr', 'admin'] });
    await refused(save(maker, '1k'), 'proposalWaits');
    await refused(answer(hr, true), 'notAllowed');
  });

  it('publishes with a yes, under the name of its maker, and says who agreed', async () => {
    const published = await answer(head, true);
    expect([published.version, published.content.pay]).to.deep.equal([3, '9-11k']);
    expect(published.versions[0]).to.include({ createdBy: hr.name, note: '薪资 9-11k' });
    const { approvals, proposal } = await app.api(
      routes.publishing,
      { id: position.id },
      hr.session,
    );
    expect(approvals.map(({ version, by }) => [version, by])).to.deep.equal([[3, head.name]]);
    expect(proposal).to.equal(null);
    expect(await titles(hr)).to.include(`${head.name}同意了，已发布`);
  });

  it('needs a reason for a no, which reaches the maker', async () => {
    await save(hr, '20k');
    await refused(answer(admin, false), 'invalidInput');
    expect((await answer(admin, false, '超出预算')).version).to.equal(3);
    await app.drainJobs();
    const { items } = await app.api(routes.inbox, {}, hr.session);
    const told = items.find(({ card }) => card.title === `${admin.name}没有同意发布`)?.card;
    expect(JSON.stringify(told?.blocks)).to.contain('超出预算');
  });

  it('takes the place of one’s own earlier one, and is taken back', async () => {
    await save(hr, '10k');
    const first = await waiting(hr);
    await save(hr, '11k');
    const second = await waiting(hr);
    expect(second?.content.pay).to.equal('11k');
    expect(second?.id).not.to.equal(first?.id);
    const taken = { id: position.id, proposalId: second?.id ?? '' };
    await refused(app.api(routes.withdrawProposal, taken, otherHr.session), 'notAllowed');
    const view = await app.api(routes.withdrawProposal, taken, hr.session);
    expect(view.proposal).to.equal(null);
    const late = { ...taken, approve: true, reason: '' };
    await refused(app.api(routes.answerProposal, late, head.session), 'alreadyDecided');
  });

  it('is never agreed to by an administrator who made it himself', async () => {
    await save(admin, '12k');
    await refused(answer(admin, true), 'secondApproverNeeded');
    expect((await answer(head, true)).version).to.equal(4);
  });

  it('of a position that changed meanwhile publishes nothing', async () => {
    const guarded = await aPosition(app, { company, ownerId: hr.id, content: withProtectedRule() });
    const { id } = guarded;
    const content = reworded(guarded.content, '13k');
    await app.api(routes.savePosition, { id, baseVersion: 1, content, note: '' }, hr.session);
    await app.api(routes.approveRule, { id, ruleId: 'health-card' }, admin.session);
    const { proposal } = await app.api(routes.publishing, { id }, admin.session);
    const yes = { id, proposalId: proposal?.id ?? '', approve: true, reason: '' };
    await refused(app.api(routes.answerProposal, yes, admin.session), 'staleVersion');
  });

  it('shows any version that was published, and none that was not', async () => {
    const { id } = position;
    const first = await app.api(routes.positionVersion, { id, version: 1 }, hr.session);
    expect(first.content).to.deep.equal(position.content);
    await refused(app.api(routes.positionVersion, { id, version: 9 }, hr.session), 'notFound');
  });
});
