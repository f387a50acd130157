import { rawPaths, routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { aStaff, type AStaff } from '../factories/company.js';
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
});
