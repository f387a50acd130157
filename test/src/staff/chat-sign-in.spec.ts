import { rawPaths, routes } from '@zhiyu/contracts/routes';
import { ChatIdentity } from '@zhiyu/server/staff/chat-identity.entity';
import { expect } from 'chai';
import { aCompany, anotherSession, aStaff, type AStaff } from '../factories/company.js';
import { startApp } from '../harness/app.js';
import { refused, TestSession } from '../harness/client.js';
import {
  type ChatStand,
  comeBack,
  goThroughFeishu,
  isInFeishu,
  type Returned,
  startChatStand,
} from './chat-stand.js';

const minute = 60_000;

/** A second chat that is set up and never reached. */
const dingtalk = {
  ...{ DINGTALK_CLIENT_ID: 'ding1', DINGTALK_CLIENT_SECRET: 'secret-of-ding1' },
  ...{ DINGTALK_CORP_ID: 'dingcorp', DINGTALK_STREAM: 'off' },
};

describe('signing in with a chat’s account', () => {
  let stand: ChatStand;
  let zhou: AStaff;
  before(async () => {
    stand = await startChatStand(dingtalk);
    zhou = await aStaff(stand.app, { company: stand.company, roles: ['hr'], name: '周默' });
    await isInFeishu(stand.app, zhou, 'ou_zhoumo');
  });
  // Failed tries are counted for a quarter of an hour.
  beforeEach(() => stand.app.clock.advance(16 * minute));
  after(() => stand.stop());

  const walk = (as: string, session: TestSession) => goThroughFeishu(stand, as, session);
  const finish = (returned: Returned, session: TestSession) =>
    stand.app.api(routes.chatSignInFinish, returned, session);
  const signedIn = (session: TestSession) => session.cookies.has('zy_staff');

  it('is offered for the chats that are set up, and for no other', async () => {
    const { ways } = await stand.app.api(routes.chatSignInWays, {});
    expect(ways).to.deep.equal([{ chat: 'dingtalk' }, { chat: 'feishu' }]);
    const wecom = stand.app.api(routes.chatSignInStart, { chat: 'wecom', inside: false });
    expect((await refused(wecom, 'engineMissing')).status).to.equal(503);
  });

  it('is not offered at all where nothing is set up', async () => {
    const app = await startApp();
    expect(await app.api(routes.chatSignInWays, {})).to.deep.equal({ ways: [] });
    expect((await comeBack(app, 'feishu', new URLSearchParams())).response.status).to.equal(404);
    await app.stop();
  });

  it('opens a session of the person whom the chat’s address belongs to', async () => {
    const session = new TestSession();
    const told = await finish(await walk('ou_zhoumo', session), session);
    expect(told).to.include({ id: zhou.id, name: '周默', companyName: stand.company.name });
    expect((await stand.app.api(routes.me, {}, session)).id).to.equal(zhou.id);
    expect([...session.cookies.keys()]).to.deep.equal(['zy_staff']);
  });

  it('binds the browser by a cookie that no script reads, for ten minutes', async () => {
    const input = { chat: 'feishu' as const, inside: false };
    const response = await stand.app.client.send(routes.chatSignInStart, input);
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).to.match(/^zy_chat=[\w-]{43};/);
    expect(cookie).to.contain('HttpOnly').and.to.contain('SameSite=Lax');
    expect(cookie).to.contain('Max-Age=600');
  });

  describe('cannot be finished', () => {
    it('a second time with the same state, not even by the same browser', async () => {
      const session = new TestSession();
      const returned = await walk('ou_zhoumo', session);
      const secret = session.cookies.get('zy_chat') ?? '';
      await finish(returned, session);
      const fresh = { ...returned, code: stand.feishu.platform.newCode('ou_zhoumo') };
      for (const again of [returned, fresh]) {
        const copy = TestSession.with('zy_chat', secret);
        expect((await refused(finish(again, copy), 'signInOver')).status).to.equal(410);
        expect(signedIn(copy)).to.equal(false);
      }
    });

    it('twice by two that come at once', async () => {
      const session = new TestSession();
      const returned = await walk('ou_zhoumo', session);
      const secret = session.cookies.get('zy_chat') ?? '';
      const tries = Array.from({ length: 4 }, () => {
        const own = { ...returned, code: stand.feishu.platform.newCode('ou_zhoumo') };
        return stand.app.client.send(
          routes.chatSignInFinish,
          own,
          TestSession.with('zy_chat', secret),
        );
      });
      const answers = await Promise.all(tries);
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([200, 410, 410, 410]);
    });

    it('in the browser of somebody else, who would be signed in as the one who began (login CSRF)', async () => {
      const attacker = new TestSession();
      const returned = await walk('ou_zhoumo', attacker);
      const victim = new TestSession();
      await refused(finish(returned, victim), 'signInOver');
      expect(signedIn(victim)).to.equal(false);
      const begunToo = new TestSession();
      await walk('ou_shenlan', begunToo);
      await refused(finish(returned, begunToo), 'signInOver');
      expect(signedIn(begunToo)).to.equal(false);
    });

    it('by a request of another site', async () => {
      const session = new TestSession();
      const returned = await walk('ou_zhoumo', session);
      const more = { origin: 'https://evil.example' };
      const call = stand.app.api(routes.chatSignInFinish, returned, session, more);
      await refused(call, 'originRefused');
      const start = { chat: 'feishu' as const, inside: false };
      await refused(
        stand.app.api(routes.chatSignInStart, start, new TestSession(), more),
        'originRefused',
      );
    });

    it('with a state that was made up, changed in one letter or begun for another chat', async () => {
      const session = new TestSession();
      const returned = await walk('ou_zhoumo', session);
      const secret = session.cookies.get('zy_chat') ?? '';
      const { state } = returned;
      const bent = (at: number) =>
        `${state.slice(0, at)}${state[at] === '0' ? '1' : '0'}${state.slice(at + 1)}`;
      // The nonce, the end, whether it is within the chat, the signature.
      const states = ['x', 'a'.repeat(109), bent(3), bent(40), bent(44), bent(100)];
      for (const one of states) {
        const own = TestSession.with('zy_chat', secret);
        await refused(finish({ ...returned, state: one }, own), 'signInOver');
      }
      const other = new TestSession();
      const input = { chat: 'dingtalk' as const, inside: false };
      const begun = await stand.app.api(routes.chatSignInStart, input, other);
      await refused(finish({ ...returned, state: begun.state }, other), 'signInOver');
      await finish(returned, TestSession.with('zy_chat', secret));
    });

    it('after ten minutes', async () => {
      const session = new TestSession();
      const returned = await walk('ou_zhoumo', session);
      stand.app.clock.advance(10 * minute);
      await refused(finish(returned, session), 'signInOver');
      expect(signedIn(session)).to.equal(false);
    });

    it('with a code that was used before or never given', async () => {
      const session = new TestSession();
      const first = await walk('ou_zhoumo', session);
      await finish(first, session);
      for (const code of [first.code, 'made-up']) {
        const again = new TestSession();
        const { state } = await walk('ou_zhoumo', again);
        await refused(finish({ chat: 'feishu', code, state }, again), 'signInOver');
        expect(signedIn(again)).to.equal(false);
      }
    });

    it('by trying: after twenty failures an address has to wait', async () => {
      const wrong = { chat: 'feishu' as const, code: 'x', state: 'x' };
      for (let tries = 0; tries < 20; tries++) {
        await refused(finish(wrong, new TestSession()), 'signInOver');
      }
      await refused(finish(wrong, new TestSession()), 'tooManyTries');
    });
  });

  describe('leads nowhere else', () => {
    it('the chat is told our own address, whatever the request says of its host', async () => {
      const input = { chat: 'feishu' as const, inside: false };
      const headers = { 'X-Forwarded-Host': 'evil.example', Forwarded: 'host=evil.example' };
      const begun = await stand.app.api(routes.chatSignInStart, input, undefined, { headers });
      const redirect = new URL(begun.url).searchParams.get('redirect_uri');
      expect(redirect).to.equal(`${stand.app.base}/api/sign-in/feishu`);
      expect(begun.url.startsWith(stand.feishu.address)).to.equal(true);
    });

    it('coming back opens our own page, with what came behind the #', async () => {
      const search = new URLSearchParams({
        ...{ code: '//evil.example/?a=1&next=#/x', state: 's', next: 'https://evil.example' },
      });
      const { response, location } = await comeBack(stand.app, 'feishu', search);
      expect(response.status).to.equal(302);
      expect(location).to.equal(
        '/#/pages/chat-sign-in/index?chat=feishu&code=%2F%2Fevil.example%2F%3Fa%3D1%26next%3D%23%2Fx&state=s',
      );
      expect(response.headers.get('cache-control')).to.equal('no-store');
      expect(response.headers.getSetCookie()).to.deep.equal([]);
    });

    it('DingTalk’s authCode is taken as the code; what is repeated or too long as none', async () => {
      const auth = await comeBack(stand.app, 'dingtalk', new URLSearchParams({ authCode: 'c' }));
      expect(auth.returned).to.deep.equal({ chat: 'dingtalk', code: 'c', state: '' });
      const twice = new URLSearchParams('code=a&code=b');
      expect((await comeBack(stand.app, 'feishu', twice)).returned.code).to.equal('');
      const long = new URLSearchParams({ code: 'x'.repeat(1001) });
      expect((await comeBack(stand.app, 'feishu', long)).returned.code).to.equal('');
    });

    it('there is no way back for a chat that does not exist or is not set up', async () => {
      for (const chat of ['wecom', 'evil', '..%2f..']) {
        const { status } = await stand.app.client.raw(`${rawPaths.chatReturn}/${chat}?code=x`);
        expect(status, chat).to.equal(404);
      }
    });
  });

  describe('refuses clearly', () => {
    it('somebody of another company', async () => {
      const session = new TestSession();
      const call = finish(await walk('ou_guest', session), session);
      const { status, body } = await refused(call, 'chatOutsider');
      expect(status).to.equal(403);
      expect(body.message).to.contain('飞书');
      expect(signedIn(session)).to.equal(false);
    });

    it('even when an address of the same name is known here', async () => {
      await isInFeishu(stand.app, zhou, 'ou_guest');
      const session = new TestSession();
      await refused(finish(await walk('ou_guest', session), session), 'chatOutsider');
      await stand.app.database.read(ChatIdentity).delete({ address: 'ou_guest' });
    });

    it('a colleague without an account here', async () => {
      const session = new TestSession();
      const call = finish(await walk('ou_hejing', session), session);
      expect((await refused(call, 'chatUnknown')).body.message).to.contain('请管理员同步');
      expect(signedIn(session)).to.equal(false);
    });

    it('somebody whose account was closed', async () => {
      const gone = await aStaff(stand.app, { company: stand.company, roles: ['hr'] });
      await isInFeishu(stand.app, gone, 'ou_outofrange');
      const close = { id: gone.id, active: false };
      const admin = await anotherSession(stand.app, stand.admin);
      await stand.app.api(routes.changeStaff, close, admin);
      const session = new TestSession();
      await refused(finish(await walk('ou_outofrange', session), session), 'notAllowed');
      expect(signedIn(session)).to.equal(false);
    });

    it('everybody while the chat gives no answer, and says so', async () => {
      const session = new TestSession();
      const returned = await walk('ou_zhoumo', session);
      const answer = { status: 500, body: { code: 1, msg: 'down' } };
      for (let times = 0; times < 5; times++) {
        stand.feishu.platform.faults.push({ path: '/open-apis/authen/v2/oauth/token', answer });
      }
      expect((await refused(finish(returned, session), 'chatSilent')).status).to.equal(502);
      stand.feishu.platform.faults.length = 0;
    });
  });

  describe('for a colleague whom nobody linked', () => {
    const giveMail = (openId: string, enterpriseEmail?: string) => {
      const user = stand.feishu.platform.tenant.users.find((one) => one.openId === openId)!;
      user.enterpriseEmail = enterpriseEmail;
    };

    it('finds the account by the mail address that the company gave, and links it for good', async () => {
      stand.app.clock.advance(13 * 60 * minute);
      const shen = await aStaff(stand.app, { company: stand.company, roles: ['hr'] });
      giveMail('ou_shenlan', shen.email.toUpperCase());
      const session = new TestSession();
      expect((await finish(await walk('ou_shenlan', session), session)).id).to.equal(shen.id);
      giveMail('ou_shenlan');
      const again = new TestSession();
      expect((await finish(await walk('ou_shenlan', again), again)).id).to.equal(shen.id);
      const rows = await stand.app.database.read(ChatIdentity).findBy({ staffId: shen.id });
      expect(rows.map(({ address }) => address)).to.deep.equal(['ou_shenlan']);
    });

    it('not an account of another company, a closed one, or one that has an address there', async () => {
      const other = await aCompany(stand.app);
      const closed = await aStaff(stand.app, { company: stand.company, roles: ['hr'] });
      const close = { id: closed.id, active: false };
      const admin = await anotherSession(stand.app, stand.admin);
      await stand.app.api(routes.changeStaff, close, admin);
      const foreign = await aStaff(stand.app, { company: other, roles: ['admin'] });
      for (const { email } of [foreign, closed, zhou]) {
        stand.app.clock.advance(13 * 60 * minute);
        giveMail('ou_hejing', email);
        const session = new TestSession();
        await refused(finish(await walk('ou_hejing', session), session), 'chatUnknown');
      }
      giveMail('ou_hejing');
    });

    it('reads the directory once in half a day for one person, however often he tries', async () => {
      stand.app.clock.advance(13 * 60 * minute);
      const { calls } = stand.feishu.platform;
      const reads = () => calls.filter((call) => call.includes('find_by_department')).length;
      const tries: number[] = [];
      for (let times = 0; times < 3; times++) {
        const session = new TestSession();
        const before = reads();
        await refused(finish(await walk('ou_hejing', session), session), 'chatUnknown');
        tries.push(reads() - before);
        stand.app.clock.advance(2 * minute);
      }
      expect(tries[0]).to.be.greaterThan(0);
      expect(tries.slice(1)).to.deep.equal([0, 0]);
    });
  });

  describe('the signature for the chat’s JavaScript', () => {
    const ask = (url: string, session?: TestSession) =>
      stand.app.api(routes.jsConfig, { chat: 'feishu', url }, session);

    it('is given for a page of this server', async () => {
      const session = await walkedIn();
      const { config } = await ask(`${stand.app.base}/?a=1#/pages/home/index`, session);
      expect(config.signature).to.match(/^[0-9a-f]{40}$/);
      expect(Object.keys(config)).not.to.include('ticket');
    });

    it('for no page of another, and to nobody who is not signed in', async () => {
      const session = await walkedIn();
      const { host } = new URL(stand.app.base);
      const foreign = [
        ...['https://evil.example/', `https://${host}/`, `http://${host}.evil.example/`],
        ...[`http://${host}@evil.example/`, 'http://127.0.0.1:1/'],
      ];
      for (const url of foreign) {
        await refused(ask(url, session), 'originRefused');
      }
      await refused(ask('javascript:alert(1)', session), 'invalidInput');
      await refused(ask(stand.app.base), 'notSignedIn');
    });

    const walkedIn = async () => {
      const session = new TestSession();
      await finish(await walk('ou_zhoumo', session), session);
      return session;
    };
  });
});
