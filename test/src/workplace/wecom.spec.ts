import { routes } from '@zhiyu/contracts/routes';
import { ChatIdentity } from '@zhiyu/server/staff/chat-identity.entity';
import { expect } from 'chai';
import { EmulatedWeCom, type Json } from '../bots/wecom/stand.js';
import { aCompany, aStaff, type AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused, TestSession } from '../harness/client.js';
import { syncedBy } from '../staff/directory-stand.js';
import { comeBack } from '../staff/chat-stand.js';

describe('WeCom as the company’s workplace', () => {
  const emulated = new EmulatedWeCom();
  let app: TestApp;
  let admin: AStaff;
  before(async () => {
    await emulated.start();
    const { base, corpId, app: keys } = emulated.at;
    const env = {
      ...{ WECOM_API_BASE: base, WECOM_OAUTH_BASE: base, WECOM_LOGIN_BASE: base },
      ...{ WECOM_CORP_ID: corpId, WECOM_AGENT_ID: String(keys.agentId) },
      ...{ WECOM_SECRET: keys.secret, WECOM_TOKEN: keys.token },
      WECOM_ENCODING_AES_KEY: keys.aesKey,
    };
    app = await startApp({ env });
    const company = await aCompany(app);
    admin = await aStaff(app, { company, roles: ['admin'] });
    const trustedDomain = new URL(app.base).host;
    await emulated.order('setup', { app: { trustedDomain } });
    await syncedBy(app, { chat: 'wecom', dryRun: false }, admin.session);
  });
  after(async () => {
    await app.stop();
    emulated.stop();
  });

  const begin = (inside: boolean, session: TestSession) =>
    app.api(routes.chatSignInStart, { chat: 'wecom', inside }, session);
  const finish = (code: string, state: string, session: TestSession) =>
    app.api(routes.chatSignInFinish, { chat: 'wecom', code, state }, session);
  const codeFor = async (answer: Json) =>
    (await emulated.order<{ code: string }>('oauth-code', { answer })).code;

  it('brings in whom the app may see, with departments and heads', async () => {
    const { staff } = await app.api(routes.listStaff, {}, admin.session);
    expect(staff.map((one) => one.name)).to.include.members(['李敏', '张三', '何敬', '许澜']);
    expect(staff.map((one) => one.name)).not.to.include('看不见');
    const { departments } = await app.api(routes.departments, {}, admin.session);
    const hr = departments.find((one) => one.name === '人力资源');
    expect(hr?.managerId).to.equal(staff.find((one) => one.name === '张三')?.id);
    const again = { chat: 'wecom' as const, dryRun: true };
    const told = await syncedBy(app, again, admin.session);
    expect(told.steps).to.deep.equal([]);
  });

  for (const inside of [true, false]) {
    it(`signs in ${inside ? 'within the chat' : 'by QR code'}, over WeCom’s page and back`, async () => {
      const session = new TestSession();
      const { url, state } = await begin(inside, session);
      expect(state, 'WeCom takes nothing else').to.match(/^[A-Za-z0-9]{1,128}$/);
      const page = await fetch(url, { redirect: 'manual' });
      const back = new URL(page.headers.get('location') ?? '');
      expect(back.origin + back.pathname).to.equal(`${app.base}/api/sign-in/wecom`);
      const { returned } = await comeBack(app, 'wecom', back.searchParams);
      expect(returned.state).to.equal(state);
      const me = await finish(returned.code, returned.state, session);
      expect(me).to.include({ name: '李敏' });
    });
  }

  it('lets in no customer, no stranger and nobody of a linked company', async () => {
    const outsiders = [
      ...[{ openid: 'oABC', external_userid: 'wmCandidate01' }, { openid: 'oABC' }],
      { userid: 'wwother/hr_li' },
    ];
    for (const answer of outsiders) {
      const session = new TestSession();
      const { state } = await begin(true, session);
      await refused(finish(await codeFor(answer), state, session), 'chatOutsider');
      expect([...session.cookies.keys()]).to.deep.equal([]);
    }
  });

  it('gives its JavaScript both signatures, for a page of this server only', async () => {
    const url = `${app.base}/?x=1#/pages/home/index`;
    const ask = { chat: 'wecom' as const, url };
    const { config } = await app.api(routes.jsConfig, ask, admin.session);
    const { nonceStr, timestamp, signature } = config;
    const right = await emulated.order('js-check', { url, nonceStr, timestamp, signature });
    expect(right).to.deep.equal({ right: true });
    const foreign = { ...ask, url: 'https://evil.example/' };
    await refused(app.api(routes.jsConfig, foreign, admin.session), 'originRefused');
  });

  it('keeps its user ids as addresses, where cards find people', async () => {
    const rows = await app.database.read(ChatIdentity).findBy({ channel: 'wecom' });
    expect(rows.map((row) => row.address)).to.include.members(['hr_li', 'zhangsan', 'hejing']);
  });
});
