import { expect } from 'chai';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Emulator, startEmulator } from '../bots/dingtalk/emulator-process.js';
import { EmulatedWeCom } from '../bots/wecom/stand.js';
import { anotherSession } from '../factories/company.js';
import { type ChatStand, startChatStand } from '../staff/chat-stand.js';
import { desktop, phone, shoot } from './browser.js';
import { bridge, dingTalkEnv, weComEnv, withinDingTalk, withinWeCom } from './chat-doors.js';
import { expectFits } from './looks.js';
import { syncedBy } from '../staff/directory-stand.js';

describe('a colleague signs in with a chat', () => {
  const weCom = new EmulatedWeCom();
  let dingTalk: Emulator;
  let stand: ChatStand;
  let browser: Browser;
  const contexts: BrowserContext[] = [];

  before(async function () {
    this.timeout(60_000);
    await weCom.start();
    dingTalk = await startEmulator();
    stand = await startChatStand(
      {
        ...{ ...weComEnv(weCom), ...dingTalkEnv(dingTalk), DINGTALK_STREAM: 'off' },
      },
      true,
    );
    await weCom.order('setup', { app: { trustedDomain: new URL(stand.app.base).host } });
    for (const chat of ['wecom', 'dingtalk'] as const) {
      const session = await anotherSession(stand.app, stand.admin);
      await syncedBy(stand.app, { chat, dryRun: false }, session);
    }
    const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  after(async () => {
    await browser.close();
    await stand.stop();
    await dingTalk.stop();
    weCom.stop();
  });

  /** A page in a browser that calls itself so. */
  const pageOf = async (userAgent?: string): Promise<Page> => {
    const viewport = userAgent === undefined ? desktop : phone;
    const more = userAgent === undefined ? {} : { userAgent };
    const context = await browser.newContext({ viewport, locale: 'zh-CN', ...more });
    contexts.push(context);
    context.setDefaultTimeout(15_000);
    return context.newPage();
  };
  const at = (path: string) => `${stand.app.base}/#/pages/${path}`;
  const toChat = `sign-in/index?next=${encodeURIComponent('/pages/chat/index')}`;

  it('is there since the administrator looked at what the directory would change, and agreed', async () => {
    const page = await pageOf();
    const { cookies } = await anotherSession(stand.app, stand.admin);
    const url = stand.app.base;
    await page
      .context()
      .addCookies([...cookies].map(([name, value]) => ({ name, value, url, httpOnly: true })));
    await page.goto(at('admin/index?part=people'));
    await page.getByRole('button', { name: '同步飞书通讯录' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('新同事 4').waitFor();
    await sheet.getByText('人力资源 新部门').waitFor();
    await shoot(page, 'directory-sheet');
    expect(await page.getByText('周默', { exact: true }).count()).to.equal(0);
    await sheet.getByRole('button', { name: '照这样改' }).click();
    await page.getByText('周默', { exact: true }).waitFor();
    await page.getByRole('button', { name: '同步飞书通讯录' }).click();
    await page.getByRole('dialog').getByText('都是最新的，4 人不用改。').waitFor();
    await shoot(page, 'directory-people');
  });

  it('in a browser by a button; code and state leave the address, and the way goes on where it was', async () => {
    const page = await pageOf();
    const seen: string[] = [];
    page.on('framenavigated', (frame) => seen.push(frame.url()));
    await page.goto(at(toChat));
    for (const chat of ['钉钉', '企业微信', '飞书']) {
      await page.getByRole('button', { name: `用${chat}登录` }).waitFor();
    }
    await shoot(page, 'chat-sign-in-desk');
    await page.getByRole('button', { name: '用飞书登录' }).click();
    await page.getByRole('link', { name: '沈岚' }).click();
    await page.waitForURL(/pages\/chat\/index/);
    expect(page.url()).not.to.match(/code=|state=/);
    expect(seen.some((url) => url.includes('state='))).to.equal(true);
    const me = await page.evaluate(async () => (await fetch('/api/me')).json() as unknown);
    expect(me).to.include({ name: '沈岚' });
  });

  it('is refused with a sentence and a way back when he has no account here', async () => {
    const page = await pageOf();
    await page.goto(at('sign-in/index'));
    await page.getByRole('button', { name: '用飞书登录' }).click();
    await page.getByRole('link', { name: '外部客人' }).click();
    await page.getByText('您的飞书账号不在这家公司里').waitFor();
    expect(page.url()).not.to.match(/code=|state=/);
    await page.getByRole('link', { name: '回到登录页' }).click();
    await page.getByLabel('密码').waitFor();
  });

  it('is told when the address is not complete', async () => {
    const page = await pageOf();
    await page.goto(`${stand.app.base}/api/sign-in/feishu`);
    await page.getByText('登录没有完成').waitFor();
    await page.getByRole('link', { name: '回到登录页' }).waitFor();
  });

  it('within WeCom without a press', async () => {
    const page = await pageOf(withinWeCom);
    await page.goto(at(toChat));
    await page.waitForURL(/pages\/chat\/index/);
    const me = await page.evaluate(async () => (await fetch('/api/me')).json() as unknown);
    expect(me).to.include({ name: '李敏' });
  });

  it('within DingTalk without a press and without leaving the page', async () => {
    const page = await pageOf(withinDingTalk);
    await page.exposeFunction('codeOfDingTalk', async (corpId: string) => {
      expect(corpId).to.equal('dingcorp0001');
      const order = { user: 'mgr01', kind: 'inside' };
      return (await dingTalk.post<{ code: string }>('code', order)).code;
    });
    await page.addInitScript(bridge);
    const left: string[] = [];
    page.on('framenavigated', (frame) => left.push(new URL(frame.url()).origin));
    await page.goto(at(toChat));
    await page.waitForURL(/pages\/chat\/index/);
    const me = await page.evaluate(async () => (await fetch('/api/me')).json() as unknown);
    expect(me).to.include({ name: '何敬' });
    expect(new Set(left)).to.deep.equal(new Set([stand.app.base]));
  });

  it('within a chat that does not answer he sees what is being done, and goes back to the password', async () => {
    const page = await pageOf(withinDingTalk);
    await page.goto(at('sign-in/index'));
    await page.getByRole('status').getByText('正在用钉钉登录…').waitFor();
    await expectFits(page, 'chat sign-in going');
    await shoot(page, 'chat-sign-in-going');
    await page.getByRole('button', { name: '改用邮箱登录' }).click();
    await page.getByLabel('密码').waitFor();
    await shoot(page, 'chat-sign-in-phone');
    await expectFits(page, 'chat sign-in phone');
    await page.reload();
    await page.getByRole('button', { name: '用钉钉登录' }).waitFor();
    expect(await page.getByText('正在用钉钉登录…').count(), 'by itself once').to.equal(0);
  });
});
