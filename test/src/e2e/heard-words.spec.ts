import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { isPiece, spokenWords } from '../emulators/speech.emulator.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, lendSession } from './company.js';
import { aFilmedInterview, eventually } from './filmed.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const said =
  '去年十二月有位阿姨拿着剪了吊牌的羽绒服来退，后面排了七八个人。我先请她到旁边坐下，请同事接着收银，再听她说完。我跟她道歉，说剪了吊牌不能退款，但是可以换大一码，补八十块差价。她同意了，十分钟办好，走的时候说了谢谢。';
/** A word inside a sentence that was heard, and a whole sentence that was not. */
const unsure = ['坐下', '后面排了七八个人'];

describe('words that were not heard for sure, in the browser', function () {
  this.timeout(240_000);
  const stage = useStage('heard');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let interviewId: string;

  before(async () => {
    product = await stage.product({
      hears: async (request) =>
        isPiece(request) ? { text: '' } : spokenWords(said, await request.seconds(), unsure),
    });
    const company = await aCompany(product, 2, (content) => ({
      ...content,
      plan: { ...content.plan, followUps: 0, resumeQuestions: 0 },
    }));
    const { session } = company.hr;
    interviewId = await aFilmedInterview(product, company);
    await eventually(() => company.client.call(routes.report, { id: interviewId }, session));
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, session);
  });

  it('have a dotted line and a word for who listens, in the report', async () => {
    const { page } = hr;
    await page.goto(`${product.base}/#/pages/report/index?interview=${interviewId}`);
    const words = page.locator('.answer-words .unheard');
    await words.first().waitFor();
    expect(await words.first().textContent()).to.equal('后面排了七八个人（没听清）');
    expect(await words.first().getAttribute('title')).to.contain('请听录音');
    await page
      .getByText(/逐词给出把握/)
      .first()
      .waitFor();
    await words.first().scrollIntoViewIfNeeded();
    await shoot(page, 'heard-report-desk');
    await expectSound(page, 'report with unsure words');
    const quote = page
      .locator('.quote')
      .filter({ has: page.locator('.unheard') })
      .first();
    if ((await quote.count()) > 0) {
      await quote.getByText(/没听清的词|大半没听清/).waitFor();
    }
  });

  it('have it in the review room too, at a desk and on a phone', async () => {
    const { page } = hr;
    await page.goto(`${product.base}/#/pages/review/index?interview=${interviewId}`);
    const words = page.locator('.review-words .unheard');
    await words.first().waitFor();
    expect(await words.allTextContents()).to.include('坐下（没听清）');
    await shoot(page, 'heard-room-desk');
    await expectSound(page, 'room with unsure words');
    await page.setViewportSize(phone);
    await shoot(page, 'heard-room-phone');
  });
});
