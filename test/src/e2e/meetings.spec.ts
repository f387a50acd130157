import { expect } from 'chai';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, lendSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { begun, passed } from './round.js';
import { useStage } from './stage.js';

describe('rounds with people in the browser (R13)', function () {
  this.timeout(120_000);
  const stage = useStage('meetings');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let candidate: Person;

  const at = (path: string) => `${product.base}/#/pages/${path}`;

  before(async () => {
    product = await stage.product();
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    candidate = await browsers.person({ screen: phone });
    const company = await aCompany(product, 1);
    await lendSession(hr, product.base, company.hr.session);
    await hr.page.goto(at('meetings/index'));
    await hr.page.getByText('没有要面的人').waitFor();
    const first = await begun(company, { name: '安小排', phone: '13855550001' });
    await passed(company, first);
    await passed(company, await begun(company, { name: '安小二', phone: '13855550002' }));
    await lendSession(candidate, product.base, first.session);
  });

  it('the candidate takes another time with one press, and HR’s page shows it by itself', async () => {
    const { page } = candidate;
    await page.goto(at('meeting/index'));
    await page.getByRole('heading', { name: /45 分钟$/ }).waitFor();
    await shoot(page, 'm-own-phone');
    await expectSound(page, 'own round phone');
    const times = page.getByRole('group', { name: '换到别的时间' }).getByRole('button');
    const wanted = (await times.last().textContent()) ?? '';
    await times.last().click();
    await page.getByText('换好了').first().waitFor();
    await page.getByRole('definition').filter({ hasText: wanted }).waitFor();
    await hr.page.getByText('改过 1 次').waitFor();
    await shoot(hr.page, 'm-list-desk');
    await expectSound(hr.page, 'rounds desk');
  });

  it('HR moves the other one with one press and takes it back', async () => {
    const { page } = hr;
    const row = page.getByRole('listitem').filter({ hasText: '安小二' });
    const before = (await row.locator('.meet-time').textContent()) ?? '';
    await row.getByRole('button', { name: '改到下一个空档' }).click();
    await page.getByText(/^安小二：已改到/).waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByText(/^安小二：已改到/).waitFor({ state: 'detached' });
    await row.locator('.meet-time').filter({ hasText: before }).waitFor();
  });

  it('HR offers several times, and the candidate sees just those', async () => {
    const { page } = hr;
    const row = page.getByRole('listitem').filter({ hasText: '安小排' });
    await row.getByRole('button', { name: '选时间' }).click();
    const dialog = page.getByRole('dialog');
    const first = dialog.getByRole('group').first().getByRole('button');
    await first.nth(0).click();
    await first.nth(2).click();
    const picture = dialog.getByRole('group').first().getByRole('img');
    expect(await picture.getAttribute('aria-label')).to.match(/：/);
    expect(await picture.locator('.busy-chosen').count()).to.equal(2);
    await shoot(page, 'm-sheet-desk');
    await page.setViewportSize(phone);
    await shoot(page, 'm-sheet-phone');
    await expectSound(page, 'times phone');
    await dialog.getByRole('button', { name: '发给候选人挑（2）' }).click();
    await row.getByText('等候选人从 2 个时间里选').waitFor();
    await shoot(page, 'm-list-phone');
    await expectSound(page, 'rounds phone');
    const times = candidate.page.getByRole('group', { name: '换到别的时间' }).getByRole('button');
    await candidate.page.waitForFunction(
      () => document.querySelectorAll('.own-meeting-times button').length === 2,
    );
    expect(await times.count()).to.equal(2);
  });

  it('the candidate cancels after being asked once more, and may come back', async () => {
    const { page } = candidate;
    await page.getByRole('button', { name: '我来不了' }).click();
    await shoot(page, 'm-cancel-phone');
    await page.getByRole('button', { name: '取消这次面试' }).click();
    await page.getByRole('heading', { name: '这次面试已取消' }).waitFor();
    await hr.page.getByText('候选人来不了').waitFor();
    const times = page.getByRole('group', { name: '换到别的时间' }).getByRole('button');
    await times.first().click();
    await page.getByRole('heading', { name: /45 分钟$/ }).waitFor();
  });
});
