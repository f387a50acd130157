import { rawPaths, routes } from '@zhiyu/contracts/routes';
import { Session } from '@zhiyu/server/platform/auth/session.entity';
import { OneTimeLink, StaffUser } from '@zhiyu/server/staff/staff-user.entity';
import { expect } from 'chai';
import {
  aCompany,
  type ACompany,
  anotherSession,
  aStaff,
  type AStaff,
  withPassword,
} from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused, TestSession } from '../harness/client.js';

const hour = 3_600_000;
const password = 'a long password 1';

function tokenOf(url: string): string {
  return /t=([\w-]+)$/.exec(url)?.[1] ?? '';
}

describe('signing in', () => {
  let app: TestApp;
  let company: ACompany;
  let admin: AStaff;
  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    admin = await aStaff(app, { company, roles: ['admin'] });
  });
  beforeEach(async () => {
    admin.session = await anotherSession(app, admin);
  });
  after(() => app.stop());

  const me = (session: TestSession) => app.api(routes.me, {}, session);
  const login = (email: string, given: string, session = new TestSession()) =>
    app.api(routes.login, { email, password: given }, session);

  describe('with a password', () => {
    let staff: AStaff;
    before(async () => {
      staff = await aStaff(app, { company, roles: ['hr'] });
      await withPassword(app, staff, password);
    });

    it('opens a session that no script can read and no other site can send', async () => {
      const response = await app.client.send(routes.login, { email: staff.email, password });
      const [cookie] = response.headers.getSetCookie();
      expect(cookie).to.match(/^zy_staff=[\w-]{43};/);
      expect(cookie).to.contain('HttpOnly').and.to.contain('SameSite=Lax');
    });

    it('says who it is and what that person may do', async () => {
      const session = new TestSession();
      const told = await login(staff.email.toUpperCase(), password, session);
      expect(told).to.include({ id: staff.id, name: staff.name, companyName: company.name });
      expect(told.may).to.include('application.view');
      expect((await me(session)).id).to.equal(staff.id);
    });

    it('keeps neither password nor token as they are', async () => {
      const user = await app.database.read(StaffUser).findOneByOrFail({ id: staff.id });
      expect(user.passwordHash).to.match(/^\$argon2id\$/);
      const [token] = [...staff.session.cookies.values()];
      expect(await app.database.read(Session).countBy({ hash: token ?? '' })).to.equal(0);
    });

    it('ends after twelve hours', async () => {
      const session = new TestSession();
      await login(staff.email, password, session);
      app.clock.advance(12 * hour - 60_000);
      await me(session);
      app.clock.advance(2 * 60_000);
      await refused(me(session), 'notSignedIn');
    });

    it('tells the same of a wrong password, an unknown address and one without a password', async () => {
      const without = await aStaff(app, { company, roles: ['hr'] });
      const wrong = await refused(login(staff.email, 'wrong'), 'wrongCredentials');
      const unknown = await refused(login('nobody@zhiyu.example', 'wrong'), 'wrongCredentials');
      const never = await refused(login(without.email, 'wrong'), 'wrongCredentials');
      expect(wrong.body.message).to.equal(unknown.body.message).and.to.equal(never.body.message);
      expect(wrong.status).to.equal(401);
    });

    it('is closed for a quarter of an hour after five wrong ones, for this address only', async () => {
      const other = await aStaff(app, { company, roles: ['hr'] });
      await withPassword(app, other, password);
      for (let tries = 0; tries < 5; tries++) {
        await refused(login(other.email, `wrong ${tries}`), 'wrongCredentials');
      }
      const closed = await refused(login(other.email, password), 'tooManyTries');
      expect(closed.body.details?.minutes).to.be.within(1, 15);
      await login(staff.email, password);
      app.clock.advance(hour / 4);
      await login(other.email, password);
    });

    it('asks for ten characters of five kinds', async () => {
      const { session } = await aStaff(app, { company, roles: ['hr'] });
      const set = (given: string) => app.api(routes.setPassword, { password: given }, session);
      await refused(set('short'), 'invalidInput');
      await refused(set('aaaaaaaaaaaa'), 'weakPassword');
      await refused(set('abababababab'), 'weakPassword');
      await set('correct horse');
    });
  });

  describe('with a link', () => {
    const invited = async () => {
      const input = { name: '新人', email: `new${Math.random()}@zhiyu.example` };
      const more = { roles: ['hr' as const], departmentId: null };
      return app.api(routes.inviteStaff, { ...input, ...more }, admin.session);
    };

    it('works once, and then asks for a password', async () => {
      const link = await invited();
      const session = new TestSession();
      const result = await app.api(routes.useLink, { token: tokenOf(link.url) }, session);
      expect(result).to.deep.equal({ needsPassword: true, next: '/pages/password/index' });
      expect((await me(session)).id).to.equal(link.staffId);
      const again = app.api(routes.useLink, { token: tokenOf(link.url) });
      expect((await refused(again, 'linkUsed')).status).to.equal(410);
    });

    it('works once for two who open it at the same time', async () => {
      const { url } = await invited();
      const open = () => app.client.send(routes.useLink, { token: tokenOf(url) });
      const answers = await Promise.all([open(), open(), open(), open()]);
      expect(answers.map((one) => one.status).sort()).to.deep.equal([200, 410, 410, 410]);
    });

    it('ends after seven days', async () => {
      const link = await invited();
      expect(link.expiresAt - app.clock.now()).to.be.within(7 * 24 * hour - 1000, 7 * 24 * hour);
      app.clock.advance(7 * 24 * hour + 1000);
      await refused(app.api(routes.useLink, { token: tokenOf(link.url) }), 'linkExpired');
    });

    it('is not found when it was made up, and is not stored as it is', async () => {
      await refused(app.api(routes.useLink, { token: 'B'.repeat(43) }), 'notFound');
      const { url } = await invited();
      expect(await app.database.read(OneTimeLink).countBy({ hash: tokenOf(url) })).to.equal(0);
    });

    it('carries its token behind the #, where no server on the way sees it', async () => {
      const { url } = await invited();
      expect(new URL(url).search).to.equal('');
      expect(new URL(url).hash).to.contain('t=');
    });
  });

  describe('ends', () => {
    const pair = async () => {
      const staff = await aStaff(app, { company, roles: ['hr'] });
      return { staff, other: await anotherSession(app, staff) };
    };

    it('by signing out: this session, not the others', async () => {
      const { staff, other } = await pair();
      const copy = TestSession.with('zy_staff', staff.session.cookies.get('zy_staff') ?? '');
      await app.api(routes.logout, {}, staff.session);
      expect([...staff.session.cookies]).to.deep.equal([]);
      await refused(me(copy), 'notSignedIn');
      await me(other);
    });

    it('for all others when the password is changed', async () => {
      const { staff, other } = await pair();
      await me(other);
      await withPassword(app, staff, password);
      await refused(me(other), 'notSignedIn');
      await me(staff.session);
    });

    it('at once when the person is deactivated, and no way leads back', async () => {
      const { staff, other } = await pair();
      await withPassword(app, staff, password);
      const session = await anotherSession(app, staff);
      await me(session);
      await app.api(routes.changeStaff, { id: staff.id, active: false }, admin.session);
      await refused(me(session), 'notSignedIn');
      await refused(me(other), 'notSignedIn');
      await refused(login(staff.email, password), 'wrongCredentials');
      const link = await app.api(routes.resetStaff, { id: staff.id }, admin.session);
      await refused(app.api(routes.useLink, { token: tokenOf(link.url) }), 'linkExpired');
    });

    it('at once for requests that were under way while it ended', async () => {
      const { staff } = await pair();
      const asking = Array.from({ length: 8 }, () => app.client.send(routes.me, {}, staff.session));
      const end = app.api(routes.changeStaff, { id: staff.id, active: false }, admin.session);
      await Promise.all([...asking, end]);
      await refused(me(staff.session), 'notSignedIn');
    });

    it('when the roles change, so that no old right is left', async () => {
      const { staff } = await pair();
      await me(staff.session);
      await app.api(routes.changeStaff, { id: staff.id, roles: ['auditor'] }, admin.session);
      await refused(me(staff.session), 'notSignedIn');
    });

    it('within a second in another process', async () => {
      const { staff } = await pair();
      const beside = await startApp({ beside: app });
      await beside.api(routes.me, {}, staff.session);
      await app.api(routes.changeStaff, { id: staff.id, active: false }, admin.session);
      app.clock.advance(1000);
      await refused(beside.api(routes.me, {}, staff.session), 'notSignedIn');
      await beside.stop();
    });

    it('not for the last administrator: that one stays', async () => {
      const alone = await aCompany(app);
      const only = await aStaff(app, { company: alone, roles: ['admin', 'hr'] });
      const change = (given: object) =>
        app.api(routes.changeStaff, { id: only.id, ...given }, only.session);
      await refused(change({ active: false }), 'conflict');
      await refused(change({ roles: ['hr'] }), 'conflict');
      await me(only.session);
    });
  });

  describe('cannot be used from another site', () => {
    it('a change with the Origin of another page is refused', async () => {
      const change = { keepDays: 99 };
      for (const origin of ['https://evil.example', 'null', 'not an address']) {
        const call = app.api(routes.changeCompany, change, admin.session, { origin });
        await refused(call, 'originRefused');
      }
      await app.api(routes.changeCompany, change, admin.session);
    });

    it('signing in from another page is refused as well', async () => {
      const input = { email: admin.email, password };
      const call = app.api(routes.login, input, undefined, { origin: 'https://evil.example' });
      await refused(call, 'originRefused');
    });

    it('uploads too', async () => {
      const response = await app.client.raw(`${rawPaths.uploads}/01ARZ3NDEKTSV4RRFFQ69G5FAV`, {
        method: 'PATCH',
        headers: { Origin: 'https://evil.example', 'Tus-Resumable': '1.0.0' },
      });
      expect(response.status).to.equal(403);
    });

    it('a form cannot send what the API reads', async () => {
      for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
        const body = `email=${admin.email}&password=wrong`;
        const init = { method: 'POST', body, headers: { 'Content-Type': type } };
        expect((await app.client.raw('/api/auth/login', init)).status, type).to.equal(415);
      }
    });

    it('data is shown in no frame, taken for nothing else and kept by no cache', async () => {
      const { headers } = await app.client.raw(rawPaths.live);
      expect(headers.get('content-security-policy')).to.equal("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).to.equal('nosniff');
      expect(headers.get('cache-control')).to.equal('no-store');
    });
  });

  it('works by bearer token where there are no cookies', async () => {
    const [token] = [...(await anotherSession(app, admin)).cookies.values()];
    const headers = { Authorization: `Bearer ${token ?? ''}` };
    const told = await app.api(routes.me, {}, undefined, { headers });
    expect(told.id).to.equal(admin.id);
  });
});
