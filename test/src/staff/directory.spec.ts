import { routes } from '@zhiyu/contracts/routes';
import { ChatDepartmentRow } from '@zhiyu/server/staff/chat-department.entity';
import { ChatIdentity } from '@zhiyu/server/staff/chat-identity.entity';
import { Department } from '@zhiyu/server/staff/company.entity';
import { StaffService } from '@zhiyu/server/staff/staff.service';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { refused, TestSession } from '../harness/client.js';
import { goThroughFeishu, isInFeishu } from './chat-stand.js';
import { DirectoryStand, nothing, stepsOf, syncedBy } from './directory-stand.js';

/** Those of the emulated company who are there. */
const names = ['不在范围', '何敬', '周默', '沈岚'];

describe('the directory of a chat', () => {
  let stand: DirectoryStand;
  beforeEach(async () => {
    stand = await DirectoryStand.start();
  });
  afterEach(() => stand.chat.stop());

  it('tells what would change, and a trial changes nothing', async () => {
    const before = [await stand.staff(), await stand.departments()];
    const told = await stand.sync(true);
    expect(told).to.deep.include({ dryRun: true, people: { ...nothing, added: 4 }, same: 0 });
    expect(told.departments).to.deep.equal({ added: 4, changed: 0, released: 0 });
    expect(stepsOf(told, 'added')).to.deep.equal(names);
    expect([await stand.staff(), await stand.departments()]).to.deep.equal(before);
    expect(await stand.app.database.read(ChatIdentity).count()).to.equal(0);
    const done = await stand.sync();
    expect({ ...done, dryRun: true }).to.deep.equal(told);
  });

  it('makes everybody who is there an interviewer, in the department, and nobody more than that', async () => {
    await stand.sync();
    const added = (await stand.staff()).filter((one) => one.id !== stand.chat.admin.id);
    expect(added.map((one) => one.name).sort()).to.deep.equal(names);
    expect(added.every((one) => one.active && one.roles.join() === 'interviewer')).to.equal(true);
    const hr = (await stand.departments()).find((one) => one.name === '人力资源');
    expect((await stand.named('沈岚')).departmentId).to.equal(hr?.id);
    expect((await stand.named('何敬')).departmentId).to.equal(null);
    const session = new TestSession();
    const back = await goThroughFeishu(stand.chat, 'ou_shenlan', session);
    const me = await stand.app.api(routes.chatSignInFinish, back, session);
    expect(me).to.include({ name: '沈岚' });
    // To enter a review only where somebody asked.
    expect(me.may.sort()).to.deep.equal(['company.view', 'inbox.use', 'review.enter']);
  });

  it('makes the tree of departments with their heads', async () => {
    await stand.sync();
    const all = await stand.departments();
    const of = (name: string) => all.find((one) => one.name === name)!;
    expect(of('招聘')).to.include({
      parentId: of('人力资源').id,
      managerId: (await stand.named('周默')).id,
    });
    expect(of('人力资源')).to.include({
      parentId: null,
      managerId: (await stand.named('沈岚')).id,
    });
    expect(of('门店').managerId).to.equal(null);
  });

  it('done twice does nothing the second time', async () => {
    await stand.sync();
    const again = await stand.sync();
    expect(again).to.deep.include({ people: nothing, same: 4, steps: [] });
    expect(again.departments).to.deep.equal({ added: 0, changed: 0, released: 0 });
    expect((await stand.staff()).length).to.equal(5);
  });

  it('goes on where a run broke off', async () => {
    await stand.sync();
    // People are written before departments: as if the process had died between them.
    await stand.app.database.read(ChatDepartmentRow).clear();
    await stand.app.database.read(Department).clear();
    const again = await stand.sync();
    expect(again.departments.added).to.equal(4);
    expect(again).to.deep.include({ people: { ...nothing, changed: 3 }, same: 1 });
    const hr = (await stand.departments()).find((one) => one.name === '人力资源');
    expect((await stand.named('沈岚')).departmentId).to.equal(hr?.id);
    expect(await stand.sync()).to.deep.include({ people: nothing, same: 4 });
  });

  it('knows an account again whose address was taken away by hand', async () => {
    await stand.sync();
    const { id } = await stand.named('周默');
    await stand.app.database.read(ChatIdentity).delete({ staffId: id });
    expect((await stand.sync()).people).to.deep.equal({ ...nothing, linked: 1 });
    expect((await stand.staff()).length).to.equal(5);
  });

  it('follows names, departments and heads', async () => {
    await stand.sync();
    const id = (await stand.named('沈岚')).id;
    Object.assign(stand.user('ou_shenlan'), { name: '沈 岚', departments: ['od_recruiting'] });
    const recruiting = stand.tenant.departments.find((one) => one.id === 'od_recruiting')!;
    Object.assign(recruiting, { name: '招聘中心', leader: 'ou_shenlan', parent: '0' });
    const done = await stand.sync();
    expect(done.people).to.deep.equal({ ...nothing, changed: 1 });
    expect(done.departments).to.deep.equal({ added: 0, changed: 1, released: 0 });
    const place = (await stand.departments()).find((one) => one.name === '招聘中心')!;
    expect(place).to.include({ parentId: null, managerId: id });
    expect(await stand.named('沈 岚')).to.include({ id, departmentId: place.id });
  });

  it('keeps a department that is gone from the chat, by hand from now on', async () => {
    await stand.sync();
    const { tenant } = stand;
    tenant.departments = tenant.departments.filter((one) => one.id !== 'od_empty');
    expect((await stand.sync()).departments).to.deep.equal({ added: 0, changed: 0, released: 1 });
    expect((await stand.departments()).map((one) => one.name)).to.include('新店');
    expect((await stand.sync()).departments).to.deep.equal({ added: 0, changed: 0, released: 0 });
  });

  describe('closes the account of who left', () => {
    it('at once with every session, and by no way he comes back in', async () => {
      await stand.sync();
      const session = new TestSession();
      const back = await goThroughFeishu(stand.chat, 'ou_zhoumo', session);
      await stand.app.api(routes.chatSignInFinish, back, session);
      stand.user('ou_zhoumo').resigned = true;
      expect((await stand.sync()).people).to.deep.equal({ ...nothing, closed: 1 });
      await refused(stand.app.api(routes.me, {}, session), 'notSignedIn');
      expect((await stand.named('周默')).active).to.equal(false);
      const again = new TestSession();
      const call = stand.app.api(
        routes.chatSignInFinish,
        await goThroughFeishu(stand.chat, 'ou_zhoumo', again),
        again,
      );
      await refused(call, 'notAllowed');
      expect((await stand.sync()).people, 'once').to.deep.equal(nothing);
    });

    it('also when the chat does not name him any more; he heads nothing then', async () => {
      await stand.sync();
      const { tenant } = stand;
      tenant.users = tenant.users.filter((one) => one.openId !== 'ou_zhoumo');
      expect((await stand.sync()).people.closed).to.equal(1);
      const recruiting = (await stand.departments()).find((one) => one.name === '招聘');
      expect(recruiting?.managerId).to.equal(null);
    });

    it('and opens the same account when he is back', async () => {
      await stand.sync();
      const { id } = await stand.named('周默');
      stand.user('ou_zhoumo').resigned = true;
      await stand.sync();
      stand.user('ou_zhoumo').resigned = false;
      expect((await stand.sync()).people).to.deep.equal({ ...nothing, reopened: 1 });
      expect(await stand.named('周默')).to.include({ id, active: true });
      expect((await stand.sync()).people).to.deep.equal(nothing);
    });

    it('as it does after the chat told of his leaving by an event', async () => {
      await stand.sync();
      const { id } = await stand.named('周默');
      const staff = stand.app.get(StaffService);
      await stand.app.database.transaction((tx) => staff.leave(tx, id, 'feishu'));
      expect((await stand.named('周默')).active).to.equal(false);
      expect((await stand.sync()).people).to.deep.equal({ ...nothing, reopened: 1 });
    });

    it('but never opens one that an administrator closed', async () => {
      await stand.sync();
      const { id } = await stand.named('周默');
      const session = await stand.admin();
      await stand.app.api(routes.changeStaff, { id, active: false }, session);
      expect((await stand.sync()).people).to.deep.equal({ ...nothing, kept: 1 });
      expect((await stand.named('周默')).active).to.equal(false);
    });

    it('but not of the last administrator', async () => {
      await isInFeishu(stand.app, stand.chat.admin, 'ou_gone');
      expect((await stand.sync()).people).to.deep.equal({ ...nothing, added: 4, kept: 1 });
      expect((await stand.named(stand.chat.admin.name)).active).to.equal(true);
      const other = await aStaff(stand.app, { company: stand.chat.company, roles: ['admin'] });
      const done = await syncedBy(stand.app, { chat: 'feishu', dryRun: false }, other.session);
      expect(done.people).to.deep.equal({ ...nothing, closed: 1 });
      const list = await stand.app.api(routes.listStaff, {}, other.session);
      expect(list.staff.find((one) => one.id === stand.chat.admin.id)?.active).to.equal(false);
    });
  });
});
