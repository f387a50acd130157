import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, type Company, lendSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const people = 130;
const row = '[data-row]';

/** Scrolls whatever scrolls the page, as a wheel does. */
const scroll = (page: Page, by: number) =>
  page.evaluate((step) => {
    const scrollers = [...document.querySelectorAll('*')].filter(
      (one) =>
        one.scrollHeight > one.clientHeight + 200 && getComputedStyle(one).overflowY !== 'visible',
    );
    (scrollers[0] ?? document.scrollingElement)?.scrollBy(0, step);
  }, by);

describe('the list, the board and the morning in the browser (R50)', function () {
  this.timeout(240_000);
  const stage = useStage('pipeline');
  let product: Product;
  let browsers: Browsers;
  let company: Company;
  let hr: Person;

  /** Nobody of them meets the requirements: they wait for a person. */
  const applied = async (n: number) => {
    const code = /code=(\w+)/.exec(company.applyUrl)?.[1] ?? '';
    await company.client.call(routes.apply, {
      ...{ code, draftId: null, name: `林${String(n).padStart(3, '零')}`, email: '' },
      ...{ phone: String(13_900_000_000 + n), education: '', work: '', locale: 'zh' as const },
      ...{ consent: true as const, talentPool: false },
    });
  };
  const open = (path: string) => hr.page.goto(`${product.base}/#/pages/${path}`);

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 2);
    for (let n = 0; n < people; n += 10) {
      await Promise.all(Array.from({ length: 10 }, (_, at) => applied(n + at)));
    }
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
  });

  it('draws the rows near what is seen, and reads on as one scrolls', async () => {
    const { page, complaints } = hr;
    await open('applications/index');
    await page.locator(row).first().waitFor();
    expect(await page.locator(row).count()).to.be.below(60);
    await expectSound(page, 'list-desk');
    for (let n = 0; n < 30 && !(await page.getByText(`共 ${people} 人`).isVisible()); n++) {
      await scroll(page, 900);
      await page.waitForTimeout(100);
    }
    await page.getByText(`共 ${people} 人`).waitFor();
    for (let n = 0; n < 8; n++) {
      await scroll(page, 2000);
    }
    await page.locator(`${row}[aria-rowindex="${people + 1}"]`).waitFor();
    expect(await page.locator(row).count()).to.be.below(80);
    expect(complaints).to.deep.equal([]);
  });

  it('keeps a filter as a view of the person, there again after a new start', async () => {
    const { page } = hr;
    await open('applications/index');
    await page.locator(row).first().waitFor();
    await page.getByLabel('来源').selectOption('website');
    await page.getByLabel('阶段').selectOption('screening');
    await page.getByRole('button', { name: '存成视图' }).click();
    await page.getByLabel('视图名').fill('官网待筛');
    await page.getByRole('button', { name: '存', exact: true }).click();
    await page.getByRole('button', { name: '官网待筛', pressed: true }).waitFor();
    await open('home/index');
    await page.getByRole('heading', { name: /个人在等您/ }).waitFor();
    await open('applications/index');
    const view = page.locator('.views-in').getByRole('button', { name: '官网待筛' });
    await view.click();
    for (const counted of [view, page.locator('.views-in').getByRole('button', { name: '全部' })]) {
      await counted.locator('.view-count', { hasText: String(people) }).waitFor();
    }
    await shoot(page, 'views-desk');
    expect(await page.getByLabel('来源').inputValue()).to.equal('website');
    await page.waitForURL(/source=website/);
    await page.getByRole('button', { name: '删掉“官网待筛”' }).click();
    await view.waitFor({ state: 'detached' });
  });

  it('shows what deciding on several would do, and takes it back before anything happens', async () => {
    const { page } = hr;
    await open('applications/index?waiting=true');
    const boxes = page.locator(`${row} .check`);
    await boxes.nth(2).waitFor();
    for (const n of [0, 1, 2]) {
      await boxes.nth(n).check();
    }
    const bar = page.getByRole('group', { name: '对选中的人' });
    await bar.getByText('已选 3 人').waitFor();
    await bar.getByRole('button', { name: '不通过' }).click();
    const sheet = page.getByRole('dialog', { name: '3 人不通过' });
    await sheet.getByText('收到感谢函').nth(2).waitFor();
    await shoot(page, 'p-bulk-desk');
    await sheet.getByRole('button', { name: '确定，3 人' }).click();
    await page.getByText(/3 人不通过，\d+ 秒后开始/).waitFor();
    await page.getByRole('button', { name: '撤回' }).click();
    await page.getByText('已撤回，什么都没有发生').waitFor();
    const list = { stage: 'rejected' as const };
    const { applications } = await company.client.call(
      routes.listApplications,
      list,
      company.hr.session,
    );
    expect(applications).to.deep.equal([]);
  });

  it('counts on the board what was chosen, and follows by itself', async () => {
    const { page } = hr;
    await open('board/index');
    await page.getByText(`${people} 份投递`).waitFor();
    await page.getByRole('img', { name: /每周投递的人里/ }).waitFor();
    await expectSound(page, 'board-desk');
    await shoot(page, 'p-board-desk');
    await applied(people);
    await page.getByText(`${people + 1} 份投递`).waitFor();
    const from = page.getByLabel('来源');
    // Also those who need no link: colleagues, and those who came back from the talent pool.
    expect(await from.locator('option').allInnerTexts()).to.include.members(['内部应聘', '人才库']);
    await from.selectOption('campus');
    await page.getByText('这些条件下没有投递。').waitFor();
    await open(`board/index?position=${company.positionId}`);
    await page
      .locator('.board .col')
      .first()
      .getByText(String(people + 1))
      .first()
      .waitFor();
    await shoot(page, 'p-board-one-desk');
  });

  it('begins the day with who waits and says when nothing else is on', async () => {
    const { page } = hr;
    await open('home/index');
    await page.getByRole('heading', { name: /131 个人在等您/ }).waitFor();
    await page.getByText('今天没有面试，也没有提醒。').waitFor();
    await shoot(page, 'p-home-desk');
  });

  it('says of each figure how it is counted, now and before, and of none without data', async () => {
    const { page } = hr;
    await open('figures/index');
    await page.getByRole('heading', { name: '人还太少，和之前比不出变化。' }).waitFor();
    await page.getByRole('button', { name: /候选人中途离开/ }).click();
    await page.getByText(/自己退出的，加上邀请过期没面的/).waitFor();
    const left = page.getByRole('row', { name: /候选人中途离开/ });
    await left.locator('.fig-now').getByText('0 %').waitFor();
    await left.getByText('人太少', { exact: true }).first().waitFor();
    await page
      .getByRole('row', { name: /AI 面试完成率/ })
      .getByText('没有', { exact: true })
      .first()
      .waitFor();
    await page.getByRole('button', { name: '一季' }).click();
    await page.getByText('AI 面试在哪一步停下').waitFor();
    await expectSound(page, 'figures-desk');
    await shoot(page, 'p-figures-desk');
  });

  it('is the same on a phone: filters behind one button, several by choosing', async () => {
    const one = await browsers.person({ screen: phone });
    await lendSession(one, product.base, company.hr.session);
    const { page, complaints } = one;
    await page.goto(`${product.base}/#/pages/applications/index`);
    await page.locator(row).first().waitFor();
    await expectSound(page, 'list-phone');
    await shoot(page, 'p-list-phone');
    await page.getByRole('button', { name: '筛选' }).click();
    await page.getByLabel('阶段').selectOption('screening');
    await page.getByRole('button', { name: '看结果' }).click();
    await page.getByRole('button', { name: '筛选 1' }).waitFor();
    await page.getByRole('button', { name: '选几位' }).click();
    await page.locator(`${row} .check`).first().check();
    await page.getByText('已选 1 人').waitFor();
    await shoot(page, 'p-list-phone-chosen');
    await page.goto(`${product.base}/#/pages/board/index`);
    await page.getByRole('img', { name: /每周投递的人里/ }).waitFor();
    await expectSound(page, 'board-phone');
    await shoot(page, 'p-board-phone');
    await page.goto(`${product.base}/#/pages/figures/index`);
    await page.getByText('AI 面试在哪一步停下').waitFor();
    await expectSound(page, 'figures-phone');
    await shoot(page, 'p-figures-phone');
    await page.goto(`${product.base}/#/pages/manager/index`);
    await page.getByText('走到哪一步').waitFor();
    const height = await page.locator('.manager').evaluate((it) => it.scrollHeight);
    expect(height, 'one screen of a phone').to.be.below(phone.height - 56);
    await shoot(page, 'p-manager-phone');
    expect(complaints).to.deep.equal([]);
  });
});
