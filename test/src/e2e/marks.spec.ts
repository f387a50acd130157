import { routes } from '@zhiyu/contracts/routes';
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

  it('says where weights are set that face and voice have none, with the reason and no switch', async () => {
    const { page } = hr;
    await page.setViewportSize(desktop);
    await page.goto(`${product.base}/#/pages/position/index?id=${positionId}&part=model`);
    const section = page.locator('section', { hasText: '权重 0，调不高' });
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
});
