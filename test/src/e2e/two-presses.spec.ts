import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Browsers, desktop, type Person } from './browser.js';
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

/** As a telephone is: pages that come at once are drawn one behind the other. */
async function slowed({ context, page }: Person): Promise<void> {
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
}

const shown = (page: Page) => page.locator('.taro_page main h1:visible').allInnerTexts();
const open = (page: Page) => page.evaluate(() => location.hash.split('?')[0]);

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
    expect(await shown(page)).to.deep.equal(['候选人']);
    expect(await open(page)).to.equal('#/pages/applications/index');
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
    expect(await open(page)).to.equal('#/pages/positions/index');
  });

  it('sees the second one where both come for the first time, at whatever distance', async () => {
    const cookies = await page.context().cookies();
    for (const distance of [0, 5, 20, 60, 150, 400]) {
      const person = await browsers.person({ screen: desktop });
      await person.context.addCookies(cookies);
      await person.page.goto(`${product.base}/#/pages/link/index`);
      await person.page.getByRole('main').waitFor();
      await slowed(person);
      await person.page.evaluate(async (ms) => {
        location.hash = '/pages/home/index';
        await new Promise((resolve) => setTimeout(resolve, ms));
        location.hash = '/pages/admin/index';
      }, distance);
      await person.page.getByRole('heading', { name: '设置', level: 1 }).waitFor();
      await person.page.waitForTimeout(1_500);
      const seen = await shown(person.page);
      expect(seen, `${String(distance)} ms after the first`).to.deep.equal(['设置']);
      await person.page.goBack();
      await person.page.getByRole('heading', { name: /个人在等您/ }).waitFor();
      await person.context.close();
    }
  });

  it('is back where the way back was pressed before the first page came', async () => {
    await press('applications').click();
    await page.getByRole('heading', { name: '候选人' }).first().waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '候选人' }).first().waitFor();
    const { asked, release } = await holdScripts(page);
    await press('home').click();
    await asked;
    await page.goBack();
    release();
    await page.waitForTimeout(1_500);
    expect(await shown(page)).to.deep.equal(['候选人']);
    expect(await open(page)).to.equal('#/pages/applications/index');
    await page.unroute(scripts);
  });
});
