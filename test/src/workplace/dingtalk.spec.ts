import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { type Emulator, startEmulator } from '../bots/dingtalk/emulator-process.js';
import { type ACompany, aCompany, aStaff, type AStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused, TestSession } from '../harness/client.js';
import { syncedBy } from '../staff/directory-stand.js';
import { comeBack } from '../staff/chat-stand.js';
import { dingTalkSettings } from '../emulators/dingtalk/settings.js';

describe('DingTalk as the company’s workplace', () => {
  let emulator: Emulator;
  let app: TestApp;
  let company: ACompany;
  let admin: AStaff;
  before(async () => {
    emulator = await startEmulator();
    const { base } = emulator;
    const env = {
      ...dingTalkSettings(base),
      DINGTALK_STREAM: 'off',
    };
    app = await startApp({ env });
    company = await aCompany(app);
    admin = await aStaff(app, { company, roles: ['admin'] });
    await syncedBy(app, { chat: 'dingtalk', dryRun: false }, admin.session);
  });
  after(async () => {
    await app.stop();
    await emulator.stop();
  });

  const begin = (inside: boolean, session: TestSession) =>
    app.api(routes.chatSignInStart, { chat: 'dingtalk', inside }, session);
  const finish = (code: string, state: string, session: TestSession) =>
    app.api(routes.chatSignInFinish, { chat: 'dingtalk', code, state }, session);

  it('brings its people and departments in, and finds nothing more to do after it', async () => {
    const input = { chat: 'dingtalk' as const, dryRun: true };
    const again = await syncedBy(app, input, admin.session);
    expect(again).to.deep.include({ same: 5, steps: [] });
    const { staff } = await app.api(routes.listStaff, {}, admin.session);
    const { departments } = await app.api(routes.departments, {}, admin.session);
    const shop = departments.find((one) => one.name === '门店运营部');
    expect(shop?.managerId).to.equal(staff.find((one) => one.name === '何敬')?.id);
    expect(staff.find((one) => one.name === '何敬')?.departmentId).to.equal(shop?.id);
    const root = departments.find((one) => one.name === '云杉生活');
    expect(root).to.include({ parentId: null });
    expect(shop?.parentId).to.equal(root?.id);
  });

  it('signs in within DingTalk: the page asks DingTalk for the code, with what it is told', async () => {
    const session = new TestSession();
    const { url, state } = await begin(true, session);
    const told = new URL(url);
    expect(told.origin).to.equal(app.base);
    expect(told.searchParams.get('corpId')).to.equal('dingcorp0001');
    const order = { user: 'mgr01', kind: 'inside' };
    const { code } = await emulator.post<{ code: string }>('code', order);
    expect(await finish(code, state, session)).to.include({ name: '何敬' });
  });

  it('does not take a code of the one way for the other', async () => {
    const session = new TestSession();
    const { state } = await begin(false, session);
    const order = { user: 'mgr01', kind: 'inside' };
    const { code } = await emulator.post<{ code: string }>('code', order);
    await refused(finish(code, state, session), 'signInOver');
  });

  it('signs in outside by DingTalk’s page, which sends the browser back to the address in its console', async () => {
    const session = new TestSession();
    const { url } = await begin(false, session);
    expect(new URL(url).searchParams.get('redirect_uri')).to.equal(
      `${app.base}/api/sign-in/dingtalk`,
    );
    const page = await (await fetch(url)).text();
    const link = /href="([^"]*hr01-[^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const { returned } = await comeBack(app, 'dingtalk', new URL(link).searchParams);
    const me = await finish(returned.code, returned.state, session);
    expect(me).to.include({ name: '沈岚', companyId: company.id });
  });

  it('lets nobody in who is no member of the company', async () => {
    const session = new TestSession();
    const { state } = await begin(false, session);
    const order = { user: 'outsider', kind: 'outside' };
    const { code } = await emulator.post<{ code: string }>('code', order);
    const call = finish(code, state, session);
    expect((await refused(call, 'chatOutsider')).body.message).to.contain('钉钉');
    expect([...session.cookies.keys()]).to.deep.equal([]);
  });

  it('signs a page of this server for DingTalk’s JavaScript', async () => {
    const ask = { chat: 'dingtalk' as const, url: `${app.base}/#/pages/home/index` };
    const { config } = await app.api(routes.jsConfig, ask, admin.session);
    expect(config).to.include({ corpId: 'dingcorp0001', agentId: '300200100' });
    const foreign = { ...ask, url: 'https://evil.example/' };
    await refused(app.api(routes.jsConfig, foreign, admin.session), 'originRefused');
  });
});
