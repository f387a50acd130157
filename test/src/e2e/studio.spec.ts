import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, type Company, invitedTo, lendSession } from './company.js';
import { expectFits, expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

describe('the position studio and the guide in the browser (R1, R21, R22, R29)', function () {
  this.timeout(180_000);
  const stage = useStage('studio');
  let product: Product;
  let browsers: Browsers;
  let company: Company;
  let hr: Person;
  let admin: Person;

  const open = (page: Page, part: string) =>
    page.goto(`${product.base}/#/pages/position/index?id=${company.positionId}&part=${part}`);
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 2);
    await invitedTo(company, { name: '陈一', phone: '13800000001' });
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
    admin = await browsers.person({ screen: phone });
    await lendSession(admin, product.base, company.admin);
  });

  it('shows whom other rules would change, and the guard keeps a protected word out', async () => {
    const { page } = hr;
    await open(page, 'requirements');
    const words = page.getByLabel('有其中一项');
    const before = await words.inputValue();
    await words.fill('会修飞机');
    await button(page, '看会改变谁').click();
    await page.getByText(/人的结果会变|没有人的结果会变/).waitFor();
    await page.getByRole('link', { name: '陈一' }).waitFor();
    await shoot(page, 'studio-rules');
    await words.fill('收银、35岁以下');
    await page.getByText('不能存：年龄').waitFor();
    expect(await button(page, /存成第/).isDisabled()).to.equal(true);
    await words.fill(before);
    await button(page, '放弃改动').click();
    await expectSound(page, 'studio rules');
  });

  it('says what changed before saving, and a second person publishes from the phone', async () => {
    await company.client.call(routes.changeCompany, { publishApproval: true }, company.admin);
    const { page } = hr;
    await page.reload();
    await open(page, 'about');
    await page.getByLabel('薪资').fill('面议，可以商量');
    await page.getByLabel('岗位类别').selectOption({ label: '管理' });
    await button(page, '看改了什么').click();
    const sheet = page.getByRole('dialog');
    await sheet.getByText('面议，可以商量').waitFor();
    await sheet.getByText('岗位类别').first().waitFor();
    await sheet.getByRole('button', { name: '知道了' }).click();
    await button(page, /送第二个人看/).click();
    await page.getByText('已送出，等第二个人').waitFor();
    await open(admin.page, 'versions');
    await admin.page.getByText('v2 在等第二个人').waitFor();
    await shoot(admin.page, 'studio-approval');
    await expectSound(admin.page, 'studio approval');
    await button(admin.page, '同意，发布 v2').click();
    await admin.page.getByText('已发布').waitFor();
  });

  it('compares versions in words and goes back to an old one', async () => {
    const { page } = hr;
    await company.client.call(routes.changeCompany, { publishApproval: false }, company.admin);
    await open(page, 'versions');
    await page.reload();
    const row = (n: number) =>
      page
        .locator('.versions > li')
        .filter({ hasText: `v${n}` })
        .first();
    await row(2).getByRole('button', { name: '看改了什么' }).click();
    await page.locator('.changes ins').getByText('面议，可以商量').waitFor();
    await shoot(page, 'studio-versions');
    await row(2).getByRole('button', { name: '收起' }).click();
    await row(1).getByRole('button', { name: '看改了什么' }).click();
    await button(page, '回到 v1').click();
    await button(page, '存成第 3 版').click();
    await page.locator('.versions > li > span').filter({ hasText: '回到 v1' }).waitFor();
    const { client, positionId: id } = company;
    const first = await client.call(routes.positionVersion, { id, version: 1 }, company.hr.session);
    const { content } = await client.call(routes.position, { id }, company.hr.session);
    expect(content).to.deep.equal(first.content);
  });

  it('has minutes, lines and grounds, without overflow at every width', async () => {
    const { page } = admin;
    for (const part of ['plan', 'automation', 'versions', 'requirements']) {
      await open(page, part);
      await page.locator('.pos-part .section').first().waitFor();
      await shoot(page, `studio-${part}-phone`);
      await expectFits(page, `studio ${part}`);
    }
    await open(hr.page, 'plan');
    await hr.page.getByText(/条里问到/).waitFor();
    await expectSound(hr.page, 'studio plan');
  });

  it('answers “?” on every page; what is written there reaches the administrator', async () => {
    const { page } = hr;
    await page.goto(`${product.base}/#/pages/positions/index`);
    await page.getByRole('heading', { level: 1, name: '岗位', exact: true }).waitFor();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog');
    await sheet.getByText('现在招哪些岗位，各走到哪里。').waitFor();
    await shoot(page, 'guide');
    await expectSound(page, 'guide');
    await sheet.getByLabel('说给管理员听').fill('想按部门筛选');
    await sheet.getByRole('button', { name: '发给管理员' }).click();
    await page.getByText('已发给管理员').waitFor();
    await sheet.getByRole('button', { name: '知道了' }).click();
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.waitForURL(/pages\/home/);
    await admin.page.goto(`${product.base}/#/pages/admin/index?part=feedback`);
    await admin.page.getByText('想按部门筛选').waitFor();
    await expectSound(admin.page, 'feedback');
    await button(admin.page, '处理好了').click();
    await admin.page.getByText(/处理，/).waitFor();
  });

  it('tells a new administrator what is left, and one press decides about recordings', async () => {
    const { page } = admin;
    await page.goto(`${product.base}/#/pages/admin/index?part=setup`);
    const item = page
      .locator('.todo li')
      .filter({ has: page.getByText('录像存多久', { exact: true }) });
    await item.getByRole('button', { name: '就按 180 天' }).click();
    await item.and(page.locator('.done')).waitFor();
    await shoot(page, 'set-up');
    await expectSound(page, 'set-up');
    expect([...hr.complaints, ...admin.complaints]).to.deep.equal([]);
  });
});

describe('the guided tour in the browser (R38)', function () {
  this.timeout(180_000);
  const stage = useStage('tour');

  it('is entered from the home of the example company and goes by itself', async () => {
    const product = await stage.product({ example: true });
    const browsers = await stage.browsers({ words: '您好。' });
    const { page, complaints } = await browsers.person({ screen: phone });
    const link = /HR\s+\S+\s+(http\S+)/.exec(product.printed())?.[1] ?? '';
    await page.goto(link);
    await page.getByRole('link', { name: /^看一遍/ }).click();
    await page.getByText('还没有开始').waitFor();
    await expectSound(page, 'tour before');
    await page.getByRole('button', { name: '开始', exact: true }).click();
    await page.locator('.tour-steps .done').nth(1).waitFor();
    await page.getByText('正在问').waitFor();
    await shoot(page, 'tour');
    await expectSound(page, 'tour');
    expect(complaints).to.deep.equal([]);
  });
});
