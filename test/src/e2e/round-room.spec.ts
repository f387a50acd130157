import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aColleague, aCompany, type Company, lendSession } from './company.js';
import { eventually } from './filmed.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { begun, passed, type Walker } from './round.js';
import { useStage } from './stage.js';

describe('who is in a round with people, and what they saw (R13, R30)', function () {
  this.timeout(120_000);
  const stage = useStage('round-room');
  let product: Product;
  let browsers: Browsers;
  let company: Company;
  let hr: Person;
  let interviewer: Person;
  let walker: Walker;
  let id: string;

  const at = (path: string) => `${product.base}/#/pages/${path}`;

  before(async () => {
    product = await stage.product();
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    interviewer = await browsers.person({ screen: phone });
    company = await aCompany(product, 1);
    const who = { name: '赵宁', roles: ['interviewer' as const] };
    const { session } = await aColleague(company, who);
    walker = await begun(company, { name: '安小排', phone: '13855550001' });
    await passed(company, walker);
    const { meeting } = await company.client.call(routes.ownMeeting, {}, walker.session);
    id = meeting?.interviewId ?? '';
    await lendSession(hr, product.base, company.hr.session);
    await lendSession(interviewer, product.base, session);
  });

  it('HR chooses a colleague beside the round, who finds its scorecard behind the card', async () => {
    const { page } = hr;
    await page.goto(at('meetings/index'));
    const row = page.getByRole('listitem').filter({ hasText: '安小排' });
    await row.getByRole('button', { name: '面试官' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('赵宁').check();
    await shoot(page, 'rr-people-desk');
    await page.setViewportSize(phone);
    await shoot(page, 'rr-people-phone');
    await expectSound(page, 'interviewers phone');
    await page.setViewportSize(desktop);
    await dialog.getByRole('button', { name: '就这 2 位' }).click();
    await row.getByText('面试官：许岚、赵宁').waitFor();
    await interviewer.page.goto(at('chat/index'));
    await interviewer.page.getByText('许岚请您面试安小排').first().waitFor();
  });

  it('levels and notes are kept while one writes; before the round nothing is handed in', async () => {
    const { page } = interviewer;
    await page.goto(at(`review/index?interview=${id}`));
    await page.getByText('这一轮还没开始').waitFor();
    const anchors = page.getByRole('group').first();
    await anchors.getByRole('button').nth(3).click();
    await page.getByLabel('看到了什么').fill('先听完再说话');
    await page.getByRole('button', { name: '可用', exact: true }).click();
    await page.getByText('已存').waitFor();
    expect(await page.getByRole('button', { name: '提交，看大家的' }).isDisabled()).to.equal(true);
    await shoot(page, 'rr-room-phone');
    await expectSound(page, 'round room phone');
    await page.reload();
    expect(await page.getByLabel('看到了什么').count()).to.be.at.most(1);
    const { session } = company.hr;
    const seen = await company.client.call(routes.reviewRoom, { id }, session);
    expect(JSON.stringify(seen)).not.to.include('先听完再说话');
    await hr.page.goto(at(`review/index?interview=${id}`));
    await hr.page.getByText('这一轮还没开始').waitFor();
    await shoot(hr.page, 'rr-room-desk');
    await expectSound(hr.page, 'round room desk');
  });

  it('the file has the round with its scorecards, and the invitation to hand over while it is open', async () => {
    const { page } = hr;
    await page.goto(at(`file/index?id=${walker.id}`));
    await page.getByRole('heading', { name: '真人面试的评分' }).waitFor();
    await page.getByText('还没有人交评分卡').waitFor();
    await shoot(page, 'rr-file-desk');
    await expectSound(page, 'file with a round desk');
    await page.getByRole('link', { name: '评分卡' }).first().click();
    await page.getByText('这一轮还没开始').waitFor();
    const other = await begun(company, { name: '安小二', phone: '13855550002' });
    await eventually(async () => {
      await page.goto(at(`file/index?id=${other.id}`));
      await page.getByRole('button', { name: '邀请链接和二维码' }).click({ timeout: 5000 });
    });
    await page.getByRole('img', { name: '安小二的邀请二维码' }).waitFor();
    await shoot(page, 'rr-invitation-desk');
    await expectSound(page, 'invitation desk');
  });
});
