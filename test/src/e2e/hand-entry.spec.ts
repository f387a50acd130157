import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { goodResume } from '../flow/walk.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, type Company, invitedTo, lendSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const known = { name: '祝晴', phone: '13911112201' };
const fresh = { name: '纪然', phone: '13911112202', email: 'jiran@mail.example' };

describe('one candidate by hand (R2)', function () {
  this.timeout(120_000);
  const stage = useStage('hand-entry');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let company: Company;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 2);
    await invitedTo(company, known);
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
  });

  const applications = async (q: string) =>
    (await company.client.call(routes.listApplications, { q }, company.hr.session)).applications;
  const open = (page: Page, path: string) => page.goto(`${product.base}/#/pages/${path}`);
  const go = (page: Page) => page.getByRole('button', { name: '录入', exact: true });

  it('from the list by the keyboard: each field says what is wrong, then who it is', async () => {
    const { page } = hr;
    await open(page, 'applications/index');
    await page.getByRole('link', { name: '录一位' }).press('Enter');
    await go(page).press('Enter');
    for (const said of ['请选一个岗位', '请写姓名', '请写手机或邮箱，至少一样']) {
      await page.getByText(said).waitFor();
    }
    await shoot(page, 'hand-faults-desk');
    await expectSound(page, 'a form with faults');
    await page.getByRole('combobox', { name: '岗位' }).selectOption(company.positionId);
    await page.getByLabel('姓名').fill(fresh.name);
    await page.getByLabel('手机').fill('12');
    await page.getByText('手机不像号码').waitFor();
    await page.getByLabel('手机').fill(fresh.phone);
    await page.getByLabel('从哪来').selectOption('referral');
    await page.getByRole('button', { name: '粘贴文字' }).press('Enter');
    await page.getByLabel('把简历的文字贴在这里').fill(goodResume({ ...fresh, locale: 'zh' }));
    await page.getByRole('button', { name: '读一读' }).press('Enter');
    await page.getByText('从简历里读到').waitFor();
    expect(await page.getByLabel('邮箱').inputValue()).to.equal(fresh.email);
    await shoot(page, 'hand-read-desk');
    await page.getByLabel('姓名').press('Enter');
    await page.getByText(`收下了：${fresh.name}`).waitFor();
    await shoot(page, 'hand-done-desk');
    expect((await applications(fresh.phone))[0]).to.include({ source: 'referral' });
    await page.getByRole('link', { name: '打开档案' }).press('Enter');
    await page.locator('.next-step').waitFor();
  });

  it('says who is under way before anything is kept, and adds nobody', async () => {
    const { page } = hr;
    await open(page, `intake/index?id=${company.positionId}`);
    await page.getByRole('button', { name: '录一位' }).click();
    await page.getByLabel('姓名').fill('祝小晴');
    await page.getByLabel('手机').fill(known.phone);
    await go(page).click();
    await page.getByText('他正在这个岗位进行中').waitFor();
    await page.getByText('那时的名字是祝晴').waitFor();
    expect(await go(page).count()).to.equal(0);
    await shoot(page, 'hand-known-desk');
    await expectSound(page, 'somebody known');
    expect(await applications(known.phone)).to.have.length(1);
    expect(hr.complaints).to.deep.equal([]);
  });

  it('on a phone, with a file that looks like somebody', async () => {
    const pocket = await browsers.person({ screen: phone });
    await lendSession(pocket, product.base, company.hr.session);
    const { page } = pocket;
    await open(page, `intake/index?id=${company.positionId}&way=one`);
    const form = page.getByRole('form', { name: '录一位' });
    await form.getByRole('button', { name: '传文件' }).click();
    const other = { ...fresh, phone: '13911112203', email: 'other@mail.example' };
    await page.locator('.hand-drop input').setInputFiles({
      ...{ name: '纪然.txt', mimeType: 'text/plain' },
      buffer: Buffer.from(goodResume({ ...other, locale: 'zh' })),
    });
    await page.getByText('从简历里读到').waitFor();
    expect(await page.getByLabel('手机').inputValue()).to.equal(other.phone);
    await shoot(page, 'hand-file-phone');
    await expectSound(page, 'a form on a phone');
    await go(page).click();
    await page.getByText(`像是同一个人：${fresh.name}`).waitFor();
    await shoot(page, 'hand-alike-phone');
    await expectSound(page, 'somebody alike on a phone');
    expect(await applications(other.phone)).to.have.length(0);
    await page.getByRole('button', { name: '看过了，还是录入' }).click();
    await page.getByText(`收下了：${fresh.name}`).waitFor();
    expect(await applications(other.phone)).to.have.length(1);
    await page.getByRole('button', { name: '再录一位' }).click();
    expect(await page.getByLabel('姓名').inputValue()).to.equal('');
    expect(pocket.complaints).to.deep.equal([]);
  });
});
