import { routes } from '@zhiyu/contracts/routes';
import type { ReportView } from '@zhiyu/contracts/scoring';
import { expect } from 'chai';
import { TestClient } from '../harness/client.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { borrowSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

describe('what stands beside scores and weights', function () {
  this.timeout(180_000);
  const stage = useStage('marks');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let positionId = '';

  before(async () => {
    product = await stage.product({ example: true });
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await hr.page.goto(/HR\s+\S*\s*(http\S+)/.exec(product.printed())?.[1] ?? '');
    await hr.page.getByRole('heading', { name: /个人在等您/ }).waitFor();
  });

  it('who is of high potential is marked at home, in the list, on the board and on the file', async () => {
    const { page } = hr;
    const marked = (path: string) =>
      path.includes('listApplications') || path.includes('/api/applications');
    // The example company has no rule: the server's answers are marked as a rule would mark them.
    await page.route('**/api/**', async (route) => {
      if (!marked(route.request().url()) || route.request().method() !== 'GET') {
        await route.continue();
        return;
      }
      const response = await route.fetch();
      const text = await response.text();
      await route.fulfill({
        response,
        body: text.replaceAll('"highPotential":false', '"highPotential":true'),
      });
    });
    const client = new TestClient(product.base);
    const { applications } = await client.call(
      routes.listApplications,
      {},
      await borrowSession(hr),
    );
    const first = applications.find(({ total }) => total !== null) ?? expect.fail('nobody');
    positionId = first.positionId;
    const places: [string, string][] = [
      ['home', 'home/index'],
      ['list', 'applications/index'],
      ['board', `board/index?position=${first.positionId}`],
      ['file', `file/index?id=${first.id}`],
    ];
    for (const [name, path] of places) {
      for (const screen of [desktop, phone]) {
        await page.setViewportSize(screen);
        await page.goto(`${product.base}/#/pages/${path}`);
        // The same page again would show what it has.
        await page.reload();
        await page.locator('.potential-mark').first().waitFor();
        await shoot(page, `e-marks-${name}-${String(screen.width)}`);
        await expectSound(page, `e-marks-${name}-${String(screen.width)}`);
      }
    }
    await page.unroute('**/api/**');
  });

  it('says where weights are set that face and voice have none, with the reasons', async () => {
    const { page } = hr;
    await page.setViewportSize(desktop);
    await page.goto(`${product.base}/#/pages/position/index?id=${positionId}&part=model`);
    const section = page.locator('section', { hasText: '权重 0' });
    await section.last().waitFor();
    await section.last().scrollIntoViewIfNeeded();
    expect(await section.last().locator('input, button, select').count()).to.equal(0);
    expect(await section.last().innerText()).to.contain('人工智能法');
    for (const screen of [desktop, phone]) {
      await page.setViewportSize(screen);
      await section.last().scrollIntoViewIfNeeded();
      await shoot(page, `e-weightless-${String(screen.width)}`);
    }
  });

  it('lets an administrator set them with a ground, HR only read them, and nobody under European rules', async () => {
    const settings = `${product.base}/#/pages/admin/index?part=company`;
    const theirs = hr.page.locator('.delivery-weights');
    await hr.page.goto(settings);
    await theirs.getByText('只有管理员能改。').waitFor();
    expect(await theirs.locator('input, select, textarea, button').count()).to.equal(0);

    const { page } = await browsers.person({ screen: desktop });
    await page.goto(/管理员\s+\S*\s*(http\S+)/.exec(product.printed())?.[1] ?? '');
    await page.getByText('管理员').first().waitFor();
    await page.goto(settings);
    const section = page.locator('.delivery-weights');
    const save = section.getByRole('button', { name: '保存权重' });
    await section.getByText('还没有改过。').waitFor();
    expect(await save.isDisabled(), 'nothing to save').to.equal(true);
    await section.getByLabel('声音占总分').selectOption('5');
    await section.getByLabel('理由').fill('客服岗位要整天接电话，工会已经同意。');
    expect(await save.isDisabled(), 'nothing is known yet').to.equal(true);
    await section.getByRole('switch').check();
    for (const screen of [desktop, phone]) {
      await page.setViewportSize(screen);
      await section.scrollIntoViewIfNeeded();
      await shoot(page, `e-weights-form-${String(screen.width)}`);
      await expectSound(page, `e-weights-form-${String(screen.width)}`);
    }
    await save.click();
    await section.locator('li', { hasText: '工会已经同意' }).waitFor();
    for (const screen of [desktop, phone]) {
      await page.setViewportSize(screen);
      await section.locator('ol').scrollIntoViewIfNeeded();
      await shoot(page, `e-weights-set-${String(screen.width)}`);
      const moved = await page.evaluate(() => document.scrollingElement?.scrollTop);
      expect(moved, 'the page itself does not scroll').to.equal(0);
    }
    await hr.page.reload();
    await theirs.locator('p', { hasText: '声音占 5%' }).first().waitFor();

    await page.getByRole('switch', { name: '适用欧盟规则' }).check();
    await page.getByRole('button', { name: '保存', exact: true }).first().click();
    await section.getByText('不能设权重').waitFor();
    await section.getByText('打开了欧盟规则').waitFor();
    expect(await section.locator('select').count()).to.equal(0);
    await shoot(page, 'e-weights-europe-390');
  });

  it('shows in a report what it was from words alone, what it is, and why', async () => {
    const { page } = hr;
    const client = new TestClient(product.base);
    const session = await borrowSession(hr);
    const { applications } = await client.call(routes.listApplications, {}, session);
    const { id } = applications.find(({ total }) => total !== null) ?? expect.fail('nobody');
    const { interviews } = await client.call(routes.application, { id }, session);
    const interview = interviews.find(({ kind }) => kind === 'ai')?.id ?? '';
    // The example company weighs nothing: the server's answer is given what a weighed report has.
    await page.route('**/api/interviews/*/report', async (route) => {
      const response = await route.fetch();
      const view = (await response.json()) as ReportView;
      const words = { value: 71.3, standardError: 4.1, verdict: 'meets' as const };
      const voice = { weight: 0.05, value: 62.5, seconds: 188, rate: 2.1, longPauses: 0.08 };
      const weighed = { ground: '客服岗位要整天接电话，工会已经同意。', words, voice };
      view.report.total = { ...view.report.total, verdict: 'crosses' };
      await route.fulfill({ response, json: { ...view, report: { ...view.report, weighed } } });
    });
    for (const screen of [desktop, phone]) {
      await page.setViewportSize(screen);
      await page.goto(`${product.base}/#/pages/report/index?interview=${interview}`);
      await page.reload();
      const section = page.locator('section.weighed');
      await section.getByText('由人决定').waitFor();
      expect(await section.innerText()).to.contain('工会已经同意');
      await section.scrollIntoViewIfNeeded();
      await shoot(page, `e-weighed-${String(screen.width)}`);
      await expectSound(page, `e-weighed-${String(screen.width)}`);
    }
    await page.unroute('**/api/interviews/*/report');
  });
});
