import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import type { TestSession } from '../harness/client.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, type Company, lendSession } from './company.js';
import { eventually } from './filmed.js';
import { expectSound } from './looks.js';
import { joinPool } from './pool-people.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const people = [
  { name: '祝晴', phone: '13911110031', email: 'zhuqing@mail.example', locale: 'zh' as const },
  { name: '余欣', phone: '13911110032', email: 'yuxin@mail.example', locale: 'zh' as const },
];

describe('the talent pool at the desk (R41)', function () {
  this.timeout(120_000);
  const stage = useStage('pool-desk');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let company: Company;
  let candidate: TestSession;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 2);
    browsers = await stage.browsers({ words: '您好。' });
    const [first, second] = people;
    candidate = await joinPool(company, first ?? expect.fail());
    await joinPool(company, second ?? expect.fail());
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
  });

  it('shows who agreed, until when, and finds by a word of the résumé', async () => {
    const { page, complaints } = hr;
    await page.goto(`${product.base}/#/pages/pool/index`);
    await page.getByText('找到 2 人。').waitFor();
    await page.getByText('2 人同意过，0 人 30 天内到期').waitFor();
    await page.getByRole('searchbox', { name: '搜索' }).fill('厨师长');
    await page.getByText('没有找到').waitFor();
    await page.getByRole('searchbox', { name: '搜索' }).fill('云杉超市');
    await page.getByText('找到 2 人。').waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('matches a position with reasons that lead to the line of the résumé', async () => {
    const { page } = hr;
    await page.getByRole('combobox', { name: '配给哪个岗位' }).selectOption(company.positionId);
    await page.getByText('2 人里有 2 人对得上。').waitFor();
    await page.locator('.pool-rows button').filter({ hasText: '祝晴' }).click();
    await page.getByText('祝晴，为什么是这一位').waitFor();
    await page.getByText('没有面试过').first().waitFor();
    await shoot(page, 'pool-desk');
    await expectSound(page, 'pool desk');
    await page.getByRole('link', { name: '看这一行' }).first().click();
    await page.locator('.cv').waitFor();
    await page.goBack();
  });

  it('tags somebody, refuses a word about who he is, and finds by the tag', async () => {
    const { page, complaints } = hr;
    await page.locator('.pool-rows button').filter({ hasText: '祝晴' }).click();
    const field = page.getByRole('combobox', { name: '新标签' });
    await field.fill('已婚');
    await page.getByText('“已婚”说的是婚育，不能作标签。').waitFor();
    expect(await page.getByRole('button', { name: '加上' }).isDisabled()).to.equal(true);
    await field.fill('能上早班');
    await page.getByRole('button', { name: '加上' }).click();
    await page.getByRole('button', { name: '去掉“能上早班”' }).waitFor();
    await page.getByRole('combobox', { name: '标签', exact: true }).selectOption('能上早班');
    await page.getByText('1 人里有 1 人对得上。').waitFor();
    await shoot(page, 'pool-tags-desk');
    await expectSound(page, 'pool tags desk');
    await page.getByRole('combobox', { name: '标签', exact: true }).selectOption('');
    await page.getByText('2 人里有 2 人对得上。').waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('asks somebody again with one tap, once', async () => {
    const { page } = hr;
    await page.locator('.pool-rows button').filter({ hasText: '祝晴' }).click();
    await page.getByRole('button', { name: '再邀请祝晴' }).click();
    await page.getByText('还没有答复').waitFor();
    expect(await page.getByRole('button', { name: '再邀请祝晴' }).count()).to.equal(0);
    const { items } = await company.client.call(routes.candidateInbox, {}, candidate);
    expect(items.map(({ card }) => card.kind)).to.include('poolInvite');
  });

  it('fits a phone: the reasons open under the person', async () => {
    const pocket = await browsers.person({ screen: phone });
    await lendSession(pocket, product.base, company.hr.session);
    const { page } = pocket;
    await page.goto(`${product.base}/#/pages/pool/index?position=${company.positionId}`);
    await page.locator('.pool-rows button').filter({ hasText: '余欣' }).click();
    await page.getByRole('button', { name: '再邀请余欣' }).waitFor();
    await shoot(page, 'pool-phone');
    await expectSound(page, 'pool phone');
    expect(pocket.complaints).to.deep.equal([]);
  });

  it('the invited person says yes on his own page, and is under way', async () => {
    const own = await browsers.person({ screen: phone });
    await lendSession(own, product.base, candidate);
    await own.page.goto(`${product.base}/#/pages/inbox/index`);
    await own.page.getByRole('button', { name: '愿意，用上次的简历投递' }).click();
    await own.page.getByText('已经投递').first().waitFor();
    await shoot(own.page, 'pool-yes-phone');
    await eventually(async () => {
      const { total } = await company.client.call(routes.pool, {}, company.hr.session);
      expect(total).to.equal(1);
    });
  });
});
