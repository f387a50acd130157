import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Browsers, desktop } from './browser.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const scripts = /\/js\/.*\.js$/;

/** Scripts that are asked for from now on wait. @returns when the first is asked for, and what lets them come */
async function holdScripts(page: Page) {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(scripts, async (route) => {
    await released;
    await route.continue();
  });
  return { asked: page.waitForRequest(scripts), release };
}

describe('whoever presses two links in a row', function () {
  this.timeout(120_000);
  const stage = useStage('two-presses');
  let product: Product;
  let browsers: Browsers;
  let page: Page;

  before(async () => {
    product = await stage.product({ example: true });
    browsers = await stage.browsers({ words: '您好。' });
    page = (await browsers.person({ screen: desktop })).page;
    await page.goto(/HR\s+\S*\s*(http\S+)/.exec(product.printed())?.[1] ?? '');
    await page.getByRole('heading', { name: /个人在等您/ }).waitFor();
  });
  const press = (name: string) => page.locator(`nav.rail a[href^="#/pages/${name}/"]`).first();
  const shown = () => page.locator('.taro_page main h1:visible').allInnerTexts();
  const open = () => page.evaluate(() => location.hash.split('?')[0]);

  it('sees the page of the second one, although that of the first arrives after it', async () => {
    await press('applications').click();
    await page.getByRole('heading', { name: '候选人' }).first().waitFor();
    await press('home').click();
    await page.getByRole('heading', { name: /个人在等您/ }).waitFor();
    const { asked, release } = await holdScripts(page);
    await press('figures').click();
    await asked;
    await press('applications').click();
    await page.getByRole('heading', { name: '候选人' }).first().waitFor();
    const arrived = page.waitForResponse((response) => scripts.test(response.url()));
    release();
    await (await arrived).finished();
    await page.waitForTimeout(1_000);
    expect(await shown()).to.deep.equal(['候选人']);
    expect(await open()).to.equal('#/pages/applications/index');
    await page.unroute(scripts);
  });

  it('finds the second one in the address also where the first writes its filters there a moment later', async () => {
    await press('applications').click();
    await page.getByRole('heading', { name: '候选人' }).first().waitFor();
    const { asked, release } = await holdScripts(page);
    await press('positions').click();
    await asked;
    await page.waitForTimeout(1_000);
    release();
    await page.getByRole('heading', { name: '岗位' }).first().waitFor();
    expect(await open()).to.equal('#/pages/positions/index');
  });
});
