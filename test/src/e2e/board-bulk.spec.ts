import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, type Company, lendSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const people = 5;
const boxes = '.board .choose-box input';

describe('several people on the board: what will happen, and back (R2, R50)', function () {
  this.timeout(180_000);
  const stage = useStage('board-bulk');
  let product: Product;
  let browsers: Browsers;
  let company: Company;
  let hr: Person;

  const applied = async (n: number) => {
    const code = /code=(\w+)/.exec(company.applyUrl)?.[1] ?? '';
    await company.client.call(routes.apply, {
      ...{ code, draftId: null, name: `杜${'一二三四五'[n] ?? ''}`, email: '' },
      ...{ phone: String(13_700_000_000 + n), education: '', work: '', locale: 'zh' as const },
      ...{ consent: true as const, talentPool: false },
    });
  };
  const open = ({ page }: Person) =>
    page.goto(`${product.base}/#/pages/board/index?position=${company.positionId}`);
  const orders = () => company.client.call(routes.listBulk, {}, company.hr.session);
  const rejected = async () =>
    (
      await company.client.call(
        routes.listApplications,
        { stage: 'rejected' as const },
        company.hr.session,
      )
    ).applications;
  /** Says no to those who are chosen, sees what would happen, and takes it back. */
  const thereAndBack = async (page: Page, n: number, press: (name: string) => Promise<void>) => {
    await page.getByRole('group', { name: '对选中的人' }).getByText(`已选 ${n} 人`).waitFor();
    await press('不通过');
    const sheet = page.getByRole('dialog', { name: `${n} 人不通过` });
    await sheet
      .getByText('收到感谢函')
      .nth(n - 1)
      .waitFor();
    await press(`确定，${n} 人`);
    await page.getByText(new RegExp(`${n} 人不通过，\\d+ 秒后开始`)).waitFor();
    expect((await orders()).orders.filter(({ state }) => state === 'waiting')).to.have.length(1);
    await press('撤回');
    await page.getByText('已撤回，什么都没有发生').waitFor();
    expect((await orders()).orders.filter(({ state }) => state === 'waiting')).to.deep.equal([]);
    expect(await rejected()).to.deep.equal([]);
  };

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 2);
    for (let n = 0; n < people; n++) {
      await applied(n);
    }
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
  });

  it('by mouse: two cards, then the whole column', async () => {
    const { page, complaints } = hr;
    await open(hr);
    await page
      .locator(boxes)
      .nth(people - 1)
      .waitFor();
    await page.locator(boxes).nth(0).click();
    await page.locator(boxes).nth(1).click();
    await expectSound(page, 'board-chosen-desk');
    await shoot(page, 'board-chosen-desk');
    const press = (name: string) => page.getByRole('button', { name }).click();
    await thereAndBack(page, 2, press);
    expect(await page.locator(`${boxes}:checked`).count()).to.equal(0);
    await page.getByLabel(`选这里的 ${people} 人`).click();
    await page.getByText(`已选 ${people} 人`).waitFor();
    await page.getByRole('button', { name: '取消选择' }).click();
    await page.getByText(`已选 ${people} 人`).waitFor({ state: 'detached' });
    expect(complaints).to.deep.equal([]);
  });

  it('by keyboard alone: the space bar chooses, Enter acts', async () => {
    const { page } = hr;
    await open(hr);
    await page.locator(boxes).nth(2).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await page.locator(`${boxes}:checked`).count()).to.equal(2);
    const press = async (name: string) => {
      await page.getByRole('button', { name }).focus();
      await page.keyboard.press('Enter');
    };
    await thereAndBack(page, 2, press);
  });

  it('by finger on a phone, in one stage after the other', async () => {
    const one = await browsers.person({ screen: phone });
    await lendSession(one, product.base, company.hr.session);
    const { page, complaints } = one;
    await open(one);
    await page.getByRole('button', { name: /筛选 \d/ }).tap();
    await page.getByText('杜一').waitFor();
    await page.getByRole('button', { name: '选几位' }).tap();
    const touched = page.locator('.col .choose-box');
    await touched.nth(0).tap();
    await touched.nth(3).tap();
    const size = await touched.nth(0).boundingBox();
    expect(Math.min(size?.width ?? 0, size?.height ?? 0)).to.be.at.least(44);
    await expectSound(page, 'board-chosen-phone');
    await shoot(page, 'board-chosen-phone');
    await thereAndBack(page, 2, (name) => page.getByRole('button', { name }).tap());
    expect(complaints).to.deep.equal([]);
  });
});
