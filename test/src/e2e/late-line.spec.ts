import { setTimeout as sleep } from 'node:timers/promises';
import { rawPaths } from '@zhiyu/contracts/raw-paths';
import { streamRoutes } from '@zhiyu/contracts/routes.stream';
import { expect } from 'chai';
import { type Browsers, desktop } from './browser.js';
import { aCompany, type Company, invitedTo, lendSession } from './company.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

/** What happens after the page was answered and before its line for facts is there. */
describe('a page whose line is late', function () {
  this.timeout(120_000);
  const stage = useStage('late-line');
  let product: Product;
  let company: Company;
  let browsers: Browsers;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 1);
    browsers = await stage.browsers({ words: '您好。' });
  });

  /** Until nothing has happened for two seconds: what comes later, the line would bring. */
  async function quiet(): Promise<void> {
    const last = async () =>
      (await company.client.call(streamRoutes.poll, { after: 0 }, company.hr.session)).last;
    for (let before = -1, now = await last(); now !== before;) {
      await sleep(2000);
      [before, now] = [now, await last()];
    }
  }

  for (const line of ['listens', 'asks again and again'] as const) {
    it(`shows it as soon as it ${line}`, async () => {
      const hr = await browsers.person({ screen: desktop });
      const { page } = hr;
      await lendSession(hr, product.base, company.hr.session);
      if (line !== 'listens') {
        await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'EventSource'));
      }
      let open = (): void => undefined;
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      await page.route(
        (url) => url.pathname.startsWith(rawPaths.stream),
        async (route) => {
          await opened;
          await route.continue();
        },
      );
      const answered = page.waitForResponse((one) => one.url().includes('/api/applications'));
      await page.goto(`${product.base}/#/pages/applications/index`);
      await (await answered).finished();
      const name = line === 'listens' ? '郭晚听' : '郭晚问';
      const phone = line === 'listens' ? '13600199001' : '13600199002';
      await invitedTo(company, { name, phone });
      await quiet();
      expect(await page.getByText(name).count(), 'nobody told the page').to.equal(0);
      open();
      await page.getByText(name).first().waitFor();
      expect(hr.complaints).to.deep.equal([]);
    });
  }
});
