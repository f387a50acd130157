import { expect } from 'chai';
import { EmulatedWeCom } from '../bots/wecom/stand.js';
import { oneStory } from '../harness/one-story.js';
import { type Browsers, type Person, phone, shoot } from './browser.js';
import { applyByHand, interviewed } from './candidate.js';
import {
  answers,
  companyInChat,
  expectReport,
  makeLinkOf,
  member,
  type Member,
  opened,
  passOn,
  people,
  signInAtDesk,
  signInWithin,
} from './chat-company.js';
import { weComEnv, withinWeCom } from './chat-doors.js';
import { expectPassed } from './outcome.js';
import type { Product } from './product.js';
import { hearing, microphoneWords } from './spoken.js';
import { useStage } from './stage.js';

const name = '周小雨';

describe('the whole job in WeCom, with the candidate in 微信客服', function () {
  this.timeout(90_000);
  oneStory();
  const stage = useStage('chat-wecom');
  const weCom = new EmulatedWeCom();
  let product: Product;
  let browsers: Browsers;
  let hr: Member;
  let head: Member;
  let candidate: Person;
  let applyUrl = '';

  before(async () => {
    await weCom.start();
    const { base, ws, kfId } = weCom.at;
    const members = Object.values(people);
    await weCom.order('people', { members, customers: [{ id: 'wmZhou', name }] });
    const channels = { ...weComEnv(weCom), WECOM_WS_BASE: ws, WECOM_KF_ID: kfId };
    [product, browsers] = await Promise.all([
      stage.product({ hears: hearing([answers.heard]), channels }),
      stage.browsers({ words: microphoneWords }),
    ]);
    const app = {
      callbackUrl: `${product.base}/api/callbacks/wecom`,
      trustedDomain: new URL(product.base).host,
    };
    const setup = { app, kfBase: base, verify: true, loginAs: '' };
    // WeCom waits one second for the answer, and a busy machine is told to save again, as a person would.
    let saved = await weCom.order('setup', setup);
    for (let again = 0; again < 5 && saved.verified !== true; again++) {
      saved = await weCom.order('setup', setup);
    }
    expect(saved).to.deep.include({ verified: true });
    await companyInChat(product, 'wecom');
    hr = await member(browsers, base);
    head = await member(browsers, base, withinWeCom);
    candidate = await browsers.person({ screen: phone });
  });
  after(() => weCom.stop());

  const chatOf = ({ chat }: Member, { userid }: { userid: string }) =>
    chat.locator(`section[data-user="${userid}"]`);
  const cardOf = (of: Member, who: { userid: string }) =>
    chatOf(of, who).locator('.card').filter({ hasText: name }).last();
  const inWeChat = () => candidate.page.locator('[data-customer="wmZhou"]');

  it('HR comes in by her WeCom at a desk, the hiring manager within it', async () => {
    await signInAtDesk(hr, product.base, { chat: '企业微信', who: /许岚/ });
    await weCom.order('setup', { loginAs: people.head.userid });
    await signInWithin(head, product.base);
    applyUrl = await makeLinkOf(hr.page, '零售店员');
  });

  it('a candidate applies and goes on in WeChat, where the invitation comes to him', async () => {
    const { page } = candidate;
    await applyByHand(page, applyUrl, {
      name,
      phone: '13900139021',
      work: '2021.03-2023.05 杭州联华超市有限公司 收银员，收银、理货、盘点',
      education: '2016.09-2019.06 杭州第二中学 高中',
    });
    await page.getByRole('link', { name: '在微信里收消息' }).click();
    await inWeChat().getByPlaceholder('说点什么').fill('你好');
    await inWeChat().getByRole('button', { name: '发送' }).click();
    await inWeChat().getByRole('link', { name: '开始面试' }).first().waitFor();
    await shoot(page, 'e01-wechat');
  });

  it('the link in his chat opens the interview: a camera answer, two typed ones, handed in', async () => {
    const link = inWeChat().getByRole('link', { name: '开始面试' }).first();
    const page = await opened(candidate.page, () => link.click());
    await interviewed(page, { name, ...answers });
    await shoot(page, 'e02-handed-in');
    await page.close();
  });

  it('both get the card; HR asks for a talk first, and her card and the manager’s turn into the record', async () => {
    const mine = cardOf(hr, people.hr);
    await mine.getByRole('button', { name: '待定' }).waitFor({ timeout: 40_000 });
    await cardOf(head, people.head).getByRole('button', { name: '待定' }).waitFor();
    await shoot(hr.chat, 'e03-wecom-card');
    await mine.locator('select').selectOption({ label: '要当面再谈' });
    await mine.getByRole('button', { name: '待定' }).click();
    await mine.locator('.grey').getByText('许岚选了待定').waitFor();
    expect(await mine.getByRole('button').count(), 'nothing to press is left').to.equal(0);
    await cardOf(head, people.head).locator('.grey').getByText('许岚选了待定').waitFor();
    await shoot(hr.chat, 'e04-wecom-held');
  });

  it('the manager opens the report from his card, within WeCom, and passes him there', async () => {
    const title = cardOf(head, people.head).getByRole('link').first();
    const page = await opened(head.chat, () => title.click());
    await page.getByRole('button', { name: '完整报告' }).click();
    await expectReport(page, name, 'e05-wecom-report');
    await passOn(page);
    const passed = '何敬选了通过';
    await cardOf(hr, people.hr).locator('.grey').getByText(passed).waitFor();
    // His card was changed once already, and WeCom allows no more: a line below it says so.
    await chatOf(head, people.head).getByText(`${passed}：${name}，零售店员`).waitFor();
    await shoot(hr.chat, 'e06-wecom-passed');
  });

  it('the result comes to his WeChat, and his page has the next round with its calendar', async () => {
    await inWeChat().getByText(`${name}，线上面试通过了`).waitFor();
    await shoot(candidate.page, 'e07-wechat-result');
    const link = inWeChat().getByRole('link').last();
    const page = await opened(candidate.page, () => link.click());
    await expectPassed(page, name);
    expect([...candidate.complaints, ...hr.complaints, ...head.complaints]).to.deep.equal([]);
  });
});
