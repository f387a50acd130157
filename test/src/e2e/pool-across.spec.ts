import { expect } from 'chai';
import type { TestSession } from '../harness/client.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, type Company, lendSession } from './company.js';
import { expectSound } from './looks.js';
import { joinPool } from './pool-people.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const people = [
  { name: '祝晴', phone: '13911110041', email: 'zq@mail.example', locale: 'zh' as const },
  { name: 'Alix Morel', phone: '13911110042', email: 'alix@mail.example', locale: 'fr' as const },
];

describe('the talent pool across countries (R41)', function () {
  this.timeout(120_000);
  const stage = useStage('pool-across');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let admin: Person;
  let company: Company;
  let candidate: TestSession;
  let french: TestSession;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 2);
    browsers = await stage.browsers({ words: '您好。' });
    const [first, second] = people;
    candidate = await joinPool(company, first ?? expect.fail());
    french = await joinPool(company, second ?? expect.fail());
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
    admin = await browsers.person({ screen: desktop });
    await lendSession(admin, product.base, company.admin);
  });

  it('the person says where he lives and what he speaks, and reads for how long', async () => {
    const own = await browsers.person({ screen: phone });
    await lendSession(own, product.base, candidate);
    const { page } = own;
    await page.goto(`${product.base}/#/pages/status/index`);
    await page.getByRole('button', { name: '住在哪里、会什么语言' }).click();
    await page.getByRole('combobox', { name: '住在哪个国家或地区' }).selectOption('CN');
    await page.getByRole('combobox', { name: '语言', exact: true }).selectOption('ja');
    await page.getByRole('combobox', { name: '水平' }).selectOption('B2');
    await page.getByRole('button', { name: '加上' }).click();
    await page.getByText('日语 · B2 能工作').waitFor();
    await page.getByText('再留在人才库 12 个月').waitFor();
    await shoot(page, 'pool-own-phone');
    await expectSound(page, 'pool own phone');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByText('已保存').waitFor();
    expect(own.complaints).to.deep.equal([]);
  });

  it('who lives in France is asked apart about being seen from China, in French', async () => {
    const own = await browsers.person({ screen: phone });
    await lendSession(own, product.base, french);
    const { page } = own;
    await page.goto(`${product.base}/#/pages/status/index`);
    await page.getByRole('button', { name: 'Où je vis, mes langues' }).click();
    await page.getByRole('combobox', { name: 'Pays ou région où je vis' }).selectOption('FR');
    await page.getByText('Ils sont actuellement ici : Chine').waitFor();
    await page.getByText('dans le vivier 24 mois').waitFor();
    const asked = page.getByRole('switch');
    expect(await asked.isChecked(), 'nobody has agreed for him').to.equal(false);
    await shoot(page, 'pool-own-fr-phone');
    await expectSound(page, 'pool own fr phone');
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
    await page.getByText('Enregistré').waitFor();
    expect(own.complaints).to.deep.equal([]);
  });

  it('HR in China sees the one, a number for the other, and writes a note', async () => {
    const { page, complaints } = hr;
    await page.goto(`${product.base}/#/pages/pool/index`);
    await page.getByText('找到 1 人。').waitFor();
    await page.getByText('另有 1 人在人才库里').waitFor();
    expect(await page.getByText('Alix').count()).to.equal(0);
    await page.getByRole('combobox', { name: '语言', exact: true }).selectOption('ja');
    await page.getByText('中国 · 日语 B2').first().waitFor();
    await page
      .getByRole('textbox', { name: '新备注' })
      .fill('在东京的团队里做过两年，习惯书面确认');
    await page.getByRole('button', { name: '记下', exact: true }).click();
    await page.getByRole('button', { name: '删掉这条备注' }).waitFor();
    await shoot(page, 'pool-across-desk');
    await expectSound(page, 'pool across desk');
    expect(complaints).to.deep.equal([]);
  });

  it('an administrator opens a region on a written ground, and says who works where', async () => {
    const { page, complaints } = admin;
    await page.goto(`${product.base}/#/pages/admin/index?part=regions`);
    await page.getByText('欧盟和欧洲经济区', { exact: true }).click();
    const region = page.locator('.pool-rule[open]');
    await region.getByRole('combobox', { name: '别的地区的同事能不能看' }).selectOption('open');
    const save = region.getByRole('button', { name: '保存欧盟和欧洲经济区' });
    expect(await save.isDisabled(), 'not without a ground').to.equal(true);
    await region.getByRole('textbox').fill('标准合同条款，2026 年 3 月签，附影响评估');
    await save.click();
    await page.getByText('已存好').waitFor();
    await shoot(page, 'pool-regions-desk');
    await expectSound(page, 'pool regions desk');
    await hr.page.reload();
    await hr.page.getByText('找到 2 人。').waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('fits a phone, for HR and for the administrator', async () => {
    const pocket = await browsers.person({ screen: phone });
    await lendSession(pocket, product.base, company.hr.session);
    await pocket.page.goto(`${product.base}/#/pages/pool/index`);
    await pocket.page.locator('.pool-rows button').filter({ hasText: 'Alix' }).first().click();
    await pocket.page.getByText('本人填写').waitFor();
    await shoot(pocket.page, 'pool-across-phone');
    await expectSound(pocket.page, 'pool across phone');
    const other = await browsers.person({ screen: phone });
    await lendSession(other, product.base, company.admin);
    await other.page.goto(`${product.base}/#/pages/admin/index?part=regions`);
    await other.page.getByText('谁在哪里工作').waitFor();
    await shoot(other.page, 'pool-regions-phone');
    await expectSound(other.page, 'pool regions phone');
  });
});
