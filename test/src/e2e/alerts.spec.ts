import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aColleague, aCompany, type Company, invitedTo, lendSession } from './company.js';
import { expectSound, expectTwice } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const soon = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** So many who were invited to the AI interview, and turned down: none of them passes. */
async function turnedDown(company: Company, count: number): Promise<void> {
  const { client, hr } = company;
  for (let n = 0; n < count; n++) {
    await invitedTo(company, { name: `陈甲${n}`, phone: `1380000010${n}` });
  }
  for (let tries = 0; tries < 300; tries++) {
    const { applications } = await client.call(
      routes.listApplications,
      { stage: 'aiInterview' },
      hr.session,
    );
    if (applications.length === count) {
      for (const { id } of applications) {
        const why = { kind: 'reject' as const, reason: 'belowRequirement' as const, note: '' };
        await client.call(routes.decide, { id, ...why }, hr.session);
      }
      return;
    }
    await soon(100);
  }
  throw new Error('they were not invited');
}

describe('the page of the pass-rate alert in the browser (R14)', function () {
  this.timeout(180_000);
  const stage = useStage('alerts');
  let product: Product;
  let browsers: Browsers;
  let company: Company;
  let hr: Person;
  let admin: Person;

  const at = (path: string) => `${product.base}/#/pages/${path}`;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 2);
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
    admin = await browsers.person({ screen: phone });
    await lendSession(admin, product.base, company.admin);
  });

  it('says so where there is none, and who may not see it', async () => {
    const { page } = hr;
    await page.goto(at('alerts/index'));
    await page.getByText('没有预警').waitFor();
    await shoot(page, 'alert-none-desk');
    await expectSound(page, 'no alerts');
    const other = await aColleague(company, { name: '林外', roles: ['interviewer'] });
    const outside = await browsers.person({ screen: phone });
    await lendSession(outside, product.base, other.session);
    await outside.page.goto(at('alerts/index'));
    await outside.page.getByText('您还没有这一页的权限').waitFor();
    await page.goto(at('alerts/index?id=01HZZZZZZZZZZZZZZZZZZZZZZZ'));
    await page.getByText('没有这条预警').waitFor();
  });

  it('is counted by limits that HR reads and the administrator changes on the phone', async () => {
    await turnedDown(company, 6);
    await hr.page.goto(at('alerts/index?part=limits'));
    await hr.page.getByText('至少决定了多少人').waitFor();
    expect(await hr.page.getByRole('textbox').count(), 'to read').to.equal(0);
    const { page } = admin;
    await page.goto(at('alerts/index?part=limits'));
    const least = page.getByLabel('至少决定了多少人');
    await least.fill('2');
    await page.getByText('5 到 500 的整数').waitFor();
    expect(await page.getByRole('button', { name: '保存' }).isDisabled()).to.equal(true);
    await least.fill('5');
    await shoot(page, 'alert-limits-phone');
    await expectSound(page, 'limits phone');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText(/^.*上次是/).waitFor();
  });

  it('leads from home to the alert with its interval and what may stand behind it', async () => {
    const { page } = hr;
    await page.goto(at('home/index'));
    await page.reload();
    const line = page.getByRole('listitem').filter({ hasText: '建议开一次流程优化会议' });
    await line.getByRole('link', { name: '去看' }).click();
    await page.getByRole('heading', { name: 'AI 面试通过率 0 %，整段区间低于 50 %' }).waitFor();
    await page.getByText('90 天里决定了 6 人，通过 0 人，区间 0–39 %。').waitFor();
    for (const cause of ['最难的题', '来的人变了', '打分的引擎变了']) {
      await page.getByRole('listitem').filter({ hasText: cause }).waitFor();
    }
    await shoot(page, 'alert-desk');
    await expectSound(page, 'alert desk');
    await page.setViewportSize(phone);
    await shoot(page, 'alert-phone');
    await expectSound(page, 'alert phone');
    await expectTwice(page, 'alert phone', () => shoot(page, 'alert-phone-200'));
    await page.setViewportSize(desktop);
  });

  it('is seen on the board, too', async () => {
    const { page } = hr;
    // On a slow line, too, the way to all alerts does not stand where that to this one will be.
    await page.route('**/api/dashboard*', async (route) => {
      await soon(1_000);
      await route.continue();
    });
    await page.goto(at(`board/index?position=${company.positionId}`));
    await page.reload();
    await page.getByRole('link', { name: '通过率预警' }).click();
    await page.getByRole('heading', { name: /^AI 面试通过率/ }).waitFor();
    await page.unroute('**/api/dashboard*');
  });

  it('offers times at which all are free, the first one chosen, on the desk and the phone', async () => {
    const { page } = hr;
    const times = page.getByRole('group', { name: '选一个时间' }).getByRole('radio');
    await times.first().waitFor();
    expect(await times.count()).to.equal(3);
    expect(await times.first().isChecked()).to.equal(true);
    await page.setViewportSize(phone);
    await times.first().scrollIntoViewIfNeeded();
    await shoot(page, 'alert-times-phone');
    await expectSound(page, 'alert times phone');
    await page.setViewportSize(desktop);
  });

  it('makes the meeting at the chosen time by one press and says when it is', async () => {
    const { page } = hr;
    const second = page.getByRole('group', { name: '选一个时间' }).getByRole('radio').nth(1);
    await second.check();
    const label = await second.locator('xpath=..').innerText();
    await page.getByRole('button', { name: /^建会议，发给/ }).click();
    await page.getByText('会议已约好').first().waitFor();
    const when = label.split('，')[0] ?? '';
    await page.locator('.meet-pairs').getByText(when, { exact: true }).waitFor();
    await page.getByLabel('会上定了要改什么').waitFor();
    await shoot(page, 'alert-arranged-desk');
    await expectSound(page, 'arranged desk');
  });

  it('turns the decision into a change request, which the studio shows where it is carried out', async () => {
    const text = '通过线从 7.0 改到 6.5';
    const { page } = hr;
    await page.getByLabel('会上定了要改什么').fill(text);
    await page.getByRole('button', { name: '记下，变成变更请求' }).click();
    const request = page.getByRole('listitem').filter({ hasText: text });
    await request.getByText('等人改').waitFor();
    await request.getByRole('link', { name: '去工作室改' }).click();
    const here = page.getByRole('region', { name: '会上定了要改的' });
    await here.getByText(text).waitFor();
    await shoot(page, 'alert-studio-desk');
    await expectSound(page, 'studio with a change request');
    const id = company.positionId;
    const { client } = company;
    const { content, version } = await client.call(routes.position, { id }, company.hr.session);
    const changed = { ...content, model: { ...content.model, threshold: 65 } };
    const save = { id, baseVersion: version, content: changed, note: text };
    await client.call(routes.savePosition, save, company.hr.session);
    await here.getByRole('button', { name: '做好了' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: '做好了' }).click();
    await here.waitFor({ state: 'detached' });
    await page.goto(at('alerts/index?part=changes'));
    await page.getByText('发布了第 2 版').waitFor();
    await shoot(page, 'alert-changes-desk');
    await page.setViewportSize(phone);
    await shoot(page, 'alert-changes-phone');
    await expectSound(page, 'changes phone');
    await page.goto(at('alerts/index'));
    await page.getByText('已有决定').waitFor();
    await shoot(page, 'alert-list-phone');
    await expectSound(page, 'alerts phone');
  });
});
