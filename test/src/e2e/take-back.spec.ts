import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, type Company, lendSession } from './company.js';
import { eventually } from './filmed.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const people = ['纪然', '廖青', '乔木'].map((name, n) => ({ name, phone: `1391111330${n}` }));

const files = people.map(({ name, phone: number }) => ({
  ...{ name: `${name}.txt`, mimeType: 'text/plain' },
  buffer: Buffer.from(`${name}\n电话：${number}\n教育背景\n某某小学`),
}));

describe('taking a batch back (R2)', function () {
  this.timeout(120_000);
  const stage = useStage('take-back');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let company: Company;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 2);
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
  });

  const applications = async () =>
    (await company.client.call(routes.listApplications, {}, company.hr.session)).applications;
  const open = (page: Page) =>
    page.goto(`${product.base}/#/pages/intake/index?id=${company.positionId}`);

  it('says who goes and who stays and why, then does just that', async () => {
    const { page } = hr;
    await open(page);
    await page.locator('.drop input[type=file]').setInputFiles(files);
    await page.getByText('传文件，3 人').waitFor();
    const id = (await applications()).find((one) => one.candidateName === '乔木')?.id ?? '';
    const hold = { id, kind: 'hold' as const, reason: 'needsTalk' as const, note: '' };
    await eventually(() => company.client.call(routes.decide, hold, company.hr.session));
    await page.getByRole('button', { name: '收回…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: '收回这一批' });
    await dialog.getByText('会拿掉 2 人').waitFor();
    await dialog.getByText('已经有决定，或往下走了').waitFor();
    await shoot(page, 'take-back-desk');
    await expectSound(page, 'taking a batch back');
    await dialog.getByRole('button', { name: '收回 2 人' }).press('Enter');
    await page.getByText('拿掉 2 人，留下 1 人').waitFor();
    await shoot(page, 'taken-back-desk');
    expect(await page.locator('.file-rows li').count(), 'what is gone is not shown').to.equal(0);
    expect((await applications()).map((one) => one.candidateName)).to.deep.equal(['乔木']);
    expect(await page.getByRole('button', { name: '收回…' }).count()).to.equal(0);
    expect(hr.complaints).to.deep.equal([]);
  });

  it('on a phone', async () => {
    const pocket = await browsers.person({ screen: phone });
    await lendSession(pocket, product.base, company.hr.session);
    const { page } = pocket;
    await open(page);
    await page.locator('.drop input[type=file]').setInputFiles(files.slice(0, 1));
    await page.getByText('传文件，1 人').waitFor();
    await page.getByRole('button', { name: '收回…' }).click();
    const dialog = page.getByRole('dialog', { name: '收回这一批' });
    await dialog.getByText('会拿掉 1 人').waitFor();
    await shoot(page, 'take-back-phone');
    await expectSound(page, 'taking a batch back on a phone');
    await dialog.getByRole('button', { name: '收回 1 人' }).click();
    await page.getByText('拿掉 1 人，留下 0 人').waitFor();
    expect(await applications()).to.have.length(1);
    expect(pocket.complaints).to.deep.equal([]);
  });
});
