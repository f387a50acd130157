import { routes } from '@zhiyu/contracts/routes';
import { ChatIdentity } from '@zhiyu/server/staff/chat-identity.entity';
import { expect } from 'chai';
import { aCompany, anotherSession, aStaff, type AStaff } from '../factories/company.js';
import { refused, TestSession } from '../harness/client.js';
import {
  type ChatStand,
  goThroughFeishu,
  isInFeishu,
  type Returned,
  startChatStand,
} from './chat-stand.js';

const minute = 60_000;

describe('a colleague who signs in with a chat’s account', () => {
  let stand: ChatStand;
  let zhou: AStaff;
  before(async () => {
    stand = await startChatStand();
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

  describe('is refused clearly', () => {
    it('when he is of another company', async () => {
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

    it('without an account here', async () => {
      const session = new TestSession();
      const call = finish(await walk('ou_hejing', session), session);
      expect((await refused(call, 'chatUnknown')).body.message).to.contain('请管理员同步');
      expect(signedIn(session)).to.equal(false);
    });

    it('when the account was closed', async () => {
      const gone = await aStaff(stand.app, { company: stand.company, roles: ['hr'] });
      await isInFeishu(stand.app, gone, 'ou_outofrange');
      const close = { id: gone.id, active: false };
      const admin = await anotherSession(stand.app, stand.admin);
      await stand.app.api(routes.changeStaff, close, admin);
      const session = new TestSession();
      await refused(finish(await walk('ou_outofrange', session), session), 'notAllowed');
      expect(signedIn(session)).to.equal(false);
    });

    it('while the chat gives no answer, and is told so', async () => {
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

  describe('and whom nobody linked', () => {
    const giveMail = (openId: string, enterpriseEmail?: string) => {
      const user = stand.feishu.platform.tenant.users.find((one) => one.openId === openId)!;
      user.enterpriseEmail = enterpriseEmail;
    };

    it('is found by the mail address that the company gave, and linked for good', async () => {
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

    it('does not get an account of another company, a closed one, or one that has an address there', async () => {
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

    it('has the directory read once in half a day however often he tries', async () => {
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

  describe('gets a signature for the chat’s JavaScript', () => {
    const ask = (url: string, session?: TestSession) =>
      stand.app.api(routes.jsConfig, { chat: 'feishu', url }, session);

    it('for a page of this server', async () => {
      const session = await walkedIn();
      const { config } = await ask(`${stand.app.base}/?a=1#/pages/home/index`, session);
      expect(config.signature).to.match(/^[0-9a-f]{40}$/);
      expect(Object.keys(config)).not.to.include('ticket');
    });

    it('for no page of another, and to nobody who is not signed in', async () => {
      const session = await walkedIn();
      const { host } = new URL(stand.app.base);
      const foreign = [
        ...['https://evil.example/', `https://${host}/`, `http://evil.example/?${host}`],
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
