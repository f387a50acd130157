import { expect } from 'chai';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { lendSession } from './company.js';
import { type View, staffPages } from './every-page.js';
import { faultsWithout, untilThere } from './every-page-looks.js';
import { aStand, type Stand } from './every-page-stand.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const gone = '看到的是断开前的内容';

/** The pages on which a working day is spent. */
const pages: [string, View | undefined][] = [
  ['home', staffPages.home?.views.hr],
  ['applications', staffPages.applications?.views.list],
  ['board', staffPages.board?.views.all],
  ['file', staffPages.file?.views.overview],
  ['review', staffPages.review?.views.room],
];

describe('the staff’s pages when the network is gone', function () {
  this.timeout(120_000);
  const stage = useStage('network-gone');
  let product: Product;
  let browsers: Browsers;
  let stand: Stand;
  let hr: Person;

  before(async () => {
    product = await stage.product({ example: true });
    browsers = await stage.browsers({ words: '您好。' });
    stand = await aStand(product);
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, stand.sessions.hr);
  });

  for (const [path, view] of pages) {
    if (!view) throw new Error(`no row for ${path}`);
    const urlOf = () => `${product.base}/#/pages/${path}/index?${view.query(stand.ids)}`;

    it(`${path}: what was shown stays under a word about the network, and is renewed when it is back`, async () => {
      const { page, context, complaints } = hr;
      complaints.length = 0;
      await page.goto('about:blank');
      await page.goto(urlOf());
      await untilThere(page, view.there);
      await context.setOffline(true);
      const note = page.getByRole('status').filter({ hasText: gone });
      await note.waitFor();
      await note.getByRole('button', { name: '再试一次' }).click();
      await note.waitFor();
      expect(await page.locator(view.there).first().isVisible(), 'it stays').to.equal(true);
      await shoot(page, `gone-${path}-desk`);
      await page.setViewportSize(phone);
      await page.locator(view.there).filter({ visible: true }).first().waitFor();
      await shoot(page, `gone-${path}-phone`);
      await expectSound(page, `${path} without a network`);
      await page.setViewportSize(desktop);
      const asked = page.waitForResponse(/\/api\//);
      await context.setOffline(false);
      await asked;
      await note.waitFor({ state: 'detached' });
      await untilThere(page, view.there);
      expect(complaints).to.deep.equal([]);
    });

    it(`${path}: opened without one it says so, and trying again works when it is back`, async () => {
      const { there } = view;
      expect(await faultsWithout(hr.page, { url: urlOf(), there, how: 'gone' })).to.deep.equal([]);
    });
  }

  it('somebody else’s file is not there without a network, and comes by itself with it', async () => {
    const { page, context } = hr;
    const file = (id: string) => `${product.base}/#/pages/file/index?id=${id}`;
    await page.goto(file(stand.ids.application));
    await untilThere(page, '.overview .three');
    await context.setOffline(true);
    await page.goto(file('01HZZZZZZZZZZZZZZZZZZZZZZZ'));
    const said = page.getByRole('alert').filter({ hasText: '没有连上网' });
    await said.first().waitFor();
    await context.setOffline(false);
    await said.first().waitFor({ state: 'detached' });
  });

  it('an act is not said to go on: it says that it did not arrive, and what was typed stays', async () => {
    const { page, context } = hr;
    await page.goto(`${product.base}/#/pages/file/index?id=${stand.ids.application}`);
    await untilThere(page, '.overview .three');
    await page.keyboard.press('p');
    const sheet = page.getByRole('dialog');
    const note = sheet.getByRole('textbox').first();
    await note.fill('看过录像，愿意见一面');
    await sheet.getByRole('radio').first().check();
    await context.setOffline(true);
    await sheet.getByRole('button', { name: /通过/ }).click();
    await sheet.getByRole('alert').filter({ hasText: '没有连上网' }).waitFor();
    expect(await note.inputValue()).to.equal('看过录像，愿意见一面');
    await shoot(page, 'gone-act-desk');
    await context.setOffline(false);
    await sheet.getByRole('button', { name: /通过/ }).click();
    await sheet.waitFor({ state: 'detached' });
  });
});
