import { routes } from '@zhiyu/contracts/routes';
import { shanghaiDay } from '@zhiyu/server/platform/time/shanghai';
import { expect } from 'chai';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aColleague, aCompany, type Company, lendSession } from './company.js';
import { eventually } from './filmed.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { begun, passed, type Walker } from './round.js';
import { useStage } from './stage.js';

const dayMs = 86_400_000;

describe('an offer in the browser (R40)', function () {
  this.timeout(120_000);
  const stage = useStage('offer');
  let product: Product;
  let browsers: Browsers;
  let company: Company;
  let walker: Walker;
  let hr: Person;
  let head: Person;
  let candidate: Person;

  const file = (id: string) => `${product.base}/#/pages/file/index?id=${id}&tab=decisions`;

  /** Passed by people twice more: an offer is due. */
  async function passedAll(who: { name: string; phone: string }): Promise<Walker> {
    const one = await begun(company, who);
    await passed(company, one);
    for (const stageAfter of ['final', 'offer']) {
      const input = { id: one.id, kind: 'pass', reason: 'meetsRequirement', note: '' } as const;
      await company.client.call(routes.decide, input, company.hr.session);
      await eventually(async () => {
        const found = await company.client.call(
          routes.application,
          { id: one.id },
          company.hr.session,
        );
        if (found.stage !== stageAfter) throw new Error(found.stage);
      });
    }
    return one;
  }

  before(async () => {
    product = await stage.product();
    browsers = await stage.browsers({ words: '您好。' });
    company = await aCompany(product, 1);
    const manager = await aColleague(company, { name: '何敬', roles: ['manager'] });
    const department = { name: '门店', parentId: null, managerId: manager.id };
    const { client, admin, positionId } = company;
    const { id: departmentId } = await client.call(routes.saveDepartment, department, admin);
    await client.call(routes.changePosition, { id: positionId, departmentId }, company.hr.session);
    hr = await browsers.person({ screen: desktop });
    head = await browsers.person({ screen: phone });
    candidate = await browsers.person({ screen: phone });
    await lendSession(hr, product.base, company.hr.session);
    await lendSession(head, product.base, manager.session);
    walker = await passedAll({ name: '安入职', phone: '13855550011' });
    await lendSession(candidate, product.base, walker.session);
  });

  it('HR writes it from the file; a day that is over and an empty pay are said beside the field', async () => {
    const { page } = hr;
    await page.goto(file(walker.id));
    await page.getByRole('button', { name: '写录用通知' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('薪酬').fill('');
    await dialog.getByLabel('到岗日期').fill('2020-01-01');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('写上薪酬。').waitFor();
    await dialog.getByText('选一个还没过的日子。').waitFor();
    await shoot(page, 'of-form-desk');
    await expectSound(page, 'offer form desk');
    await dialog.getByLabel('薪酬').fill('8000 元/月，13 薪');
    await dialog.getByLabel('到岗日期').fill(shanghaiDay(Date.now() + 20 * dayMs));
    await dialog.getByLabel('其他').fill('带身份证和离职证明');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('录用通知还没交出去').waitFor();
    await page.getByRole('button', { name: '交审批' }).click();
    await page.getByText('等何敬审批录用通知').waitFor();
    await shoot(page, 'of-waits-desk');
    await expectSound(page, 'offer waits desk');
  });

  it('the head of the department says yes on the phone, and HR’s page shows it by itself', async () => {
    const { page } = head;
    await page.goto(file(walker.id));
    await page.getByText('8000 元/月，13 薪').waitFor();
    await shoot(page, 'of-approve-phone');
    await expectSound(page, 'offer approve phone');
    await page.getByRole('button', { name: '同意，发出' }).click();
    await page
      .getByText(/等候选人答复录用通知/)
      .first()
      .waitFor();
    await hr.page.getByText('何敬审批').first().waitFor();
    await hr.page.getByRole('button', { name: '撤回' }).waitFor();
  });

  it('the candidate finds it on the own page, reads all of it and accepts after being asked once', async () => {
    const { page } = candidate;
    await page.goto(`${product.base}/#/pages/status/index`);
    await page.getByRole('heading', { name: '录用通知' }).waitFor();
    await shoot(page, 'of-status-phone');
    await expectSound(page, 'offer on the own page');
    await page.getByRole('link', { name: '看条件，答复' }).click();
    await page.getByRole('heading', { name: /想录用您$/ }).waitFor();
    await page.getByText('带身份证和离职证明').waitFor();
    await shoot(page, 'of-own-phone');
    await expectSound(page, 'own offer phone');
    await page.setViewportSize(desktop);
    await shoot(page, 'of-own-desk');
    await expectSound(page, 'own offer desk');
    await page.setViewportSize(phone);
    await page.getByRole('button', { name: '接受', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await shoot(page, 'of-accept-phone');
    await expectSound(page, 'accept phone');
    await dialog.getByRole('button', { name: '接受' }).click();
    await page.getByRole('heading', { name: '您接受了' }).waitFor();
    await hr.page.getByText(/候选人接受了/).waitFor();
  });

  it('HR notes that somebody came: hired', async () => {
    const { page } = hr;
    await shoot(page, 'of-accepted-desk');
    await page.getByRole('button', { name: '已到岗' }).click();
    await page.getByText('已入职，没有下一步').waitFor();
    await page.setViewportSize(phone);
    await shoot(page, 'of-hired-phone');
    await expectSound(page, 'hired phone');
    const { client, positionId } = company;
    const { positions } = await client.call(routes.listPositions, {}, company.hr.session);
    expect(positions.find(({ id }) => id === positionId)?.hired).to.equal(1);
  });
});
