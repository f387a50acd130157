import { expect } from 'chai';
import { type Browsers, phone, shoot } from './browser.js';
import { agree, beginSpeaking, choose, untilRecorded, useThis } from './candidate.js';
import { aCompany, type Company, invitedTo } from './company.js';
import type { Product } from './product.js';
import { acknowledgedBy, tracksOf } from './slices.js';
import { type SlowLine, slowLine } from './slow-line.js';
import { microphoneWords } from './spoken.js';
import { useStage } from './stage.js';

describe('a line of 100 kB/s that loses 20 % of its packets', function () {
  this.timeout(240_000);
  const stage = useStage('slow-line');
  let product: Product;
  let company: Company;
  let browsers: Browsers;
  let line: SlowLine;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 1);
    browsers = await stage.browsers({ words: microphoneWords });
    line = await slowLine(new URL(product.base), {
      bytesPerSecond: 100_000,
      loss: 0.2,
      breaksAfter: 400_000,
    });
  });
  after(() => line.close());

  it('an interview with the camera is finished over it, and every acknowledged slice is there', async () => {
    const { page, context } = await browsers.person({ screen: phone });
    context.setDefaultTimeout(90_000);
    const slices = await acknowledgedBy(context);
    const link = await invitedTo(company, { name: '周远', phone: '13700137001' });
    await page.goto(link.replace(product.base, line.base));
    await page.getByRole('button', { name: '开始面试' }).click();
    await agree(page);
    await choose(page, '录像');
    await beginSpeaking(page);
    await untilRecorded(page, 10);
    await shoot(page, 'h01-slow-line');
    await page.getByRole('button', { name: '说完了' }).click();
    await page.getByRole('heading', { name: /^说完了，/ }).waitFor();
    await page.getByText('都存好了。这一步不计时，不急。').waitFor();
    await useThis(page);
    await page.getByRole('heading', { name: '收到了，周远，辛苦了' }).waitFor();
    expect(line.counts.lost / line.counts.packets).to.be.within(0.15, 0.25);
    expect(line.counts.broken, 'connections that broke off').to.be.above(0);
    const tracks = await tracksOf(product.dataDir, slices);
    expect(tracks).to.have.length(2);
    for (const { name, stored, sent, acknowledged } of tracks) {
      expect(acknowledged, name).to.be.above(0);
      expect(stored, name).to.equal(sent);
    }
  });
});
