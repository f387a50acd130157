import { routes } from '@zhiyu/contracts/routes';
import { KeptValues } from '@zhiyu/server/platform/kept-values/kept-values';
import { AuditEntry } from '@zhiyu/server/privacy/audit.entity';
import { ChatIdentity } from '@zhiyu/server/staff/chat-identity.entity';
import { StaffService } from '@zhiyu/server/staff/staff.service';
import { expect } from 'chai';
import { aCompany, aDepartment, aStaff } from '../factories/company.js';
import { refused } from '../harness/client.js';
import { isInFeishu } from './chat-stand.js';
import { DirectoryStand, nothing } from './directory-stand.js';

describe('a chat’s directory that is brought in', () => {
  let stand: DirectoryStand;
  beforeEach(async () => {
    stand = await DirectoryStand.start();
  });
  afterEach(() => stand.chat.stop());

  describe('and people who were invited by hand:', () => {
    it('leaves them alone, of whatever name they are', async () => {
      const departmentId = await aDepartment(stand.app, {
        company: stand.chat.company,
        name: '门店',
      });
      const given = {
        company: stand.chat.company,
        roles: ['hr' as const],
        name: '沈岚',
        departmentId,
      };
      const shen = await aStaff(stand.app, given);
      await stand.sync();
      await stand.sync();
      const found = (await stand.staff()).find((one) => one.id === shen.id);
      expect(found).to.include({ name: '沈岚', active: true, departmentId });
      expect(found?.roles).to.deep.equal(['hr']);
      expect((await stand.staff()).filter((one) => one.name === '沈岚').length).to.equal(2);
      expect((await stand.departments()).filter((one) => one.name === '门店').length).to.equal(2);
    });

    it('links them by the mail address that the company gave; roles and account stay', async () => {
      const shen = await aStaff(stand.app, {
        company: stand.chat.company,
        roles: ['hr', 'manager'],
      });
      stand.user('ou_shenlan').enterpriseEmail = shen.email;
      expect((await stand.sync()).people).to.deep.equal({ ...nothing, added: 3, linked: 1 });
      const found = await stand.named('沈岚');
      expect(found).to.include({ id: shen.id, email: shen.email });
      expect(found.roles).to.deep.equal(['hr', 'manager']);
      expect((await stand.sync()).people).to.deep.equal(nothing);
    });

    it('makes no second account of one that was closed by hand', async () => {
      const shen = await aStaff(stand.app, { company: stand.chat.company, roles: ['hr'] });
      const session = await stand.admin();
      await stand.app.api(routes.changeStaff, { id: shen.id, active: false }, session);
      stand.user('ou_shenlan').enterpriseEmail = shen.email;
      expect((await stand.sync()).people).to.deep.equal({ ...nothing, added: 3, kept: 1 });
      expect((await stand.staff()).filter((one) => one.name === '沈岚')).to.deep.equal([]);
    });

    it('does not take the mail address of somebody of another company', async () => {
      const other = await aCompany(stand.app);
      const foreign = await aStaff(stand.app, { company: other, roles: ['admin'] });
      stand.user('ou_shenlan').enterpriseEmail = foreign.email;
      expect((await stand.sync()).people).to.deep.equal({ ...nothing, added: 4 });
      expect((await stand.named('沈岚')).email).to.equal('');
    });

    it('a new one with a mail address of the company can be given a password later', async () => {
      stand.user('ou_shenlan').enterpriseEmail = 'shen@zhiyu.example';
      await stand.sync();
      expect((await stand.named('沈岚')).email).to.equal('shen@zhiyu.example');
    });
  });

  describe('is an administrator’s', () => {
    it('of the company that the chat belongs to', async () => {
      const other = await aCompany(stand.app);
      const foreign = await aStaff(stand.app, { company: other, roles: ['admin'] });
      const hr = await aStaff(stand.app, { company: stand.chat.company, roles: ['hr', 'manager'] });
      const input = { chat: 'feishu' as const, dryRun: true };
      await refused(stand.app.api(routes.syncDirectory, input, foreign.session), 'notFound');
      await refused(stand.app.api(routes.syncDirectory, input, hr.session), 'notAllowed');
      await refused(stand.app.api(routes.syncDirectory, input), 'notSignedIn');
    });

    it('and is answered at once: the run goes on by itself, and nobody else sees it', async () => {
      const session = await stand.admin();
      const input = { chat: 'feishu' as const, dryRun: false };
      const begun = await stand.app.api(routes.syncDirectory, input, session);
      expect(begun).to.include({ state: 'reading', result: null });
      expect((await stand.staff()).length).to.equal(1);
      await refused(stand.app.api(routes.syncDirectory, input, session), 'requestInProgress');
      await stand.app.drainJobs();
      const ask = { chat: 'feishu' as const };
      const { run } = await stand.app.api(routes.directoryRun, ask, session);
      expect(run).to.include({ id: begun.id, state: 'done', problem: '' });
      expect((await stand.staff()).length).to.equal(5);
      const other = await aCompany(stand.app);
      const foreign = await aStaff(stand.app, { company: other, roles: ['admin'] });
      const theirs = await stand.app.api(routes.directoryRun, ask, foreign.session);
      expect(theirs).to.deep.equal({ run: null });
    });

    it('for a chat that is set up', async () => {
      const input = { chat: 'wecom' as const, dryRun: true };
      const session = await stand.admin();
      await refused(stand.app.api(routes.syncDirectory, input, session), 'engineMissing');
    });

    it('and stands in the audit log with what it did', async () => {
      await stand.sync();
      const lines = await stand.app.database.read(AuditEntry).findBy({ verb: 'directory.sync' });
      expect(lines.length).to.equal(1);
      expect(lines[0]).to.include({
        ...{ actor: `staff:${stand.chat.admin.id}`, object: 'feishu', ground: '+4 =0 ~0 -0 ^0' },
        ...{ allowed: true, companyId: stand.chat.company.id },
      });
    });

    it('one at a time', async () => {
      await stand.app.get(KeptValues).claim('directory:feishu', '1', 60);
      const session = await stand.admin();
      const input = { chat: 'feishu' as const, dryRun: false };
      await refused(stand.app.api(routes.syncDirectory, input, session), 'requestInProgress');
      await stand.app.get(KeptValues).delete('directory:feishu');
      expect((await stand.sync()).people.added).to.equal(4);
      expect((await stand.sync()).people.added).to.equal(0);
    });
  });

  describe('every night', () => {
    it('goes on by itself once an administrator has begun', async () => {
      await stand.nightly();
      expect((await stand.staff()).length).to.equal(1);
      await stand.sync();
      stand.user('ou_zhoumo').resigned = true;
      await stand.nightly();
      await stand.nightly();
      expect((await stand.named('周默')).active).to.equal(false);
      const lines = await stand.app.database.read(AuditEntry).findBy({ actor: 'system:directory' });
      expect(lines.map((line) => line.ground)).to.deep.equal(['+0 =0 ~0 -1 ^0', '+0 =0 ~0 -0 ^0']);
    });

    it('closes nobody when most of the company is gone at once; by hand an administrator can', async () => {
      const { tenant } = stand;
      const more = Array.from({ length: 8 }, (_, at) => ({
        ...{ openId: `ou_more${at}`, userId: `u_more${at}`, name: `店员${at}`, leader: null },
        ...{ departments: ['od_stores'], available: true, resigned: false, tenant: 'tenant-own' },
      }));
      tenant.users.push(...more);
      await stand.sync();
      tenant.users = tenant.users.slice(0, 2);
      await stand.nightly();
      expect((await stand.staff()).every((one) => one.active)).to.equal(true);
      const lines = await stand.app.database.read(AuditEntry).findBy({ allowed: false });
      expect(lines.map((line) => line.verb)).to.deep.equal(['directory.sync']);
      expect((await stand.sync()).people.closed).to.equal(10);
    });

    it('is tried again when the chat gives no answer, and changes nothing till then', async () => {
      await stand.sync();
      stand.silence();
      const failed = await stand.nightly().then(
        () => false,
        () => true,
      );
      expect(failed).to.equal(true);
      expect((await stand.staff()).filter((one) => one.active).length).to.equal(5);
    });
  });

  it('that has nobody is taken for a fault: nothing is changed', async () => {
    await stand.sync();
    stand.tenant.users = [];
    const told = await stand.sync().then(
      () => '',
      (error: unknown) => String(error),
    );
    expect(told).to.contain('飞书');
    const session = await stand.admin();
    const { run } = await stand.app.api(routes.directoryRun, { chat: 'feishu' }, session);
    expect(run).to.include({ state: 'failed', result: null });
    expect((await stand.staff()).every((one) => one.active)).to.equal(true);
  });

  it('that was tried with the example company belongs to the real one from then on', async () => {
    const { app } = stand;
    const example = await app.database.transaction((tx) =>
      app.get(StaffService).createCompany(tx, { name: '示例', example: true }),
    );
    const someone = await aStaff(app, { company: { id: example }, roles: ['hr'] });
    await isInFeishu(app, someone, 'ou_shenlan');
    await stand.sync();
    const rows = await app.database.read(ChatIdentity).findBy({ address: 'ou_shenlan' });
    expect(rows.map((row) => row.companyId)).to.deep.equal([stand.chat.company.id]);
  });
});
