import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Browsers, phone, shoot } from './browser.js';
import {
  agree,
  beginSpeaking,
  choose,
  passGuide,
  stopSpeaking,
  untilRecorded,
  useThis,
} from './candidate.js';
import { aCompany, borrowSession, type Company, invitedTo } from './company.js';
import type { Product } from './product.js';
import { acknowledgedBy, tracksOf } from './slices.js';
import { type SlowLine, slowLine } from './slow-line.js';
import { microphoneWords } from './spoken.js';
import { useStage } from './stage.js';

/** What a candidate fetches until the first screen of the interview is there: all answers on the wire, gzip (bytes). */
const FIRST_LOAD = 200_000;
const slow = '网络有点慢，正在接着载入';
const stuck = '还有一部分没载入进来';
const words = '盘点少了三件，我重新数了一遍，再查收货单，发现是调拨没有登记，当天补录，账实相符。';

describe('a bad line', function () {
  this.timeout(300_000);
  const stage = useStage('slow-line');
  let product: Product;
  let company: Company;
  let browsers: Browsers;
  let line: SlowLine;
  let people = 0;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 2);
    browsers = await stage.browsers({ words: microphoneWords });
    line = await slowLine(new URL(product.base), {
      bytesPerSecond: 100_000,
      loss: 0.2,
      resetsAfter: 100_000,
    });
  });
  after(() => line.close());

  const invited = () => {
    people += 1;
    return invitedTo(company, { name: '周远', phone: `1370013800${people}` });
  };

  /** Parts of the application that are not there yet break off while `broken()`. */
  const breakParts = (page: Page, broken: () => boolean, what = /\/(js|css)\/.*\.(js|css)$/) =>
    page.route(what, (route) => (broken() ? route.abort('connectionreset') : route.continue()));

  it('100 kB/s, 20 % of the segments lost, connections reset: the interview is finished, and the recording is whole', async () => {
    const { page, context } = await browsers.person({ screen: phone });
    context.setDefaultTimeout(150_000);
    const slices = await acknowledgedBy(context);
    await page.goto((await invited()).replace(product.base, line.base));
    await page.getByRole('button', { name: '开始面试' }).click();
    await agree(page);
    await choose(page, '录像');
    await beginSpeaking(page);
    await untilRecorded(page, 5);
    await shoot(page, 'h01-slow-line');
    await stopSpeaking(page);
    await page.getByText('都存好了。这一步不计时，不急。').waitFor();
    // A press whose answer is lost leads back to where the interview stands: another story than this one.
    line.steady();
    await useThis(page);
    await page.getByText('第 2 题，共 2 题').first().waitFor();
    await page.getByRole('button', { name: /^我想好了，开始(回答|写)$/ }).click();
    await page.getByRole('button', { name: '换打字' }).click();
    await page.getByLabel('您的回答').fill(words);
    await page.getByRole('button', { name: '写完了' }).click();
    await useThis(page);
    await page.getByRole('heading', { name: '收到了，周远，辛苦了' }).waitFor();
    await shoot(page, 'h02-handed-in');
    expect(line.counts.lost / line.counts.sent, 'loss').to.be.within(0.15, 0.25);
    expect(line.counts.reset, 'connections that were reset').to.be.above(0);
    const tracks = (await tracksOf(product.dataDir, slices)).filter(
      ({ acknowledged }) => acknowledged > 0,
    );
    expect(tracks, 'picture and sound').to.have.length.of.at.least(2);
    for (const { name, bytes, stored, sent, acknowledged } of tracks) {
      expect(stored, name).to.equal(sent);
      expect(bytes, `${name}: nothing but what was acknowledged`).to.equal(acknowledged);
    }
    await context.close();
  });

  it('a part of the page that breaks off comes by itself, late, and the page says so meanwhile', async () => {
    const { page, context } = await browsers.person({ screen: phone });
    let failures = 3;
    await page.goto(await invited());
    const start = page.getByRole('button', { name: '开始面试' });
    await start.waitFor();
    await breakParts(page, () => failures-- > 0);
    await start.click();
    await page.getByText(slow).waitFor();
    await passGuide(page);
    expect(failures, 'parts broke off').to.be.at.most(0);
    await page.getByText(slow).waitFor({ state: 'detached' });
    await context.close();
  });

  it('a part that does not come at all: there is a way out, and pressing it goes on', async () => {
    const { page, context } = await browsers.person({ screen: phone });
    let broken = true;
    await page.goto(await invited());
    const start = page.getByRole('button', { name: '开始面试' });
    await start.waitFor();
    await breakParts(page, () => broken);
    await start.click();
    await page.getByText(stuck).waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: '重新打开' }).waitFor();
    await shoot(page, 'h03-stuck');
    broken = false;
    await page.getByRole('button', { name: '再试一次' }).click();
    await passGuide(page);
    await page.getByText(stuck).waitFor({ state: 'detached' });
    await context.close();
  });

  it('what the page begins with breaks off: it is fetched again, and the reader is told in his language', async () => {
    const { page, context } = await browsers.person({ screen: phone });
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'languages', { get: () => ['fr-FR', 'en'] });
    });
    let failures = 6;
    await breakParts(page, () => failures-- > 0, /\/(app|framework)\.\w+\.(js|css)$/);
    await page.goto(await invited());
    await page.getByText('Connexion lente, chargement en cours').waitFor();
    await shoot(page, 'h04-begins');
    await page
      .getByRole('button', { name: '开始面试' })
      .or(page.locator('main h1'))
      .first()
      .waitFor();
    await context.close();
  });

  it(`the interview page's first load is under ${FIRST_LOAD / 1000} kB, gzip`, async () => {
    const first = await browsers.person({ screen: phone });
    await first.page.goto(await invited());
    await first.page.getByRole('button', { name: '开始面试' }).waitFor();
    const session = await borrowSession(first);
    const { page, context } = await browsers.person({ screen: phone });
    const cookies = [...session.cookies].map(([name, value]) => ({
      name,
      value,
      url: product.base,
    }));
    await context.addCookies(cookies);
    const wire = await context.newCDPSession(page);
    await wire.send('Network.enable');
    await context.setExtraHTTPHeaders({ 'Accept-Encoding': 'gzip' });
    let bytes = 0;
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(`${product.base}/#/pages/interview/index`);
    await passGuide(page);
    process.stdout.write(`      first load: ${Math.round(bytes / 1000)} kB\n`);
    expect(bytes).to.be.within(50_000, FIRST_LOAD);
    await Promise.all([context.close(), first.context.close()]);
  });
});
