import { routes } from '@zhiyu/contracts/routes';
import { weighedSentences } from '@zhiyu/server/interviews/weighed-notice';
import { expect } from 'chai';
import { type Browsers, phone, shoot } from './browser.js';
import { aCompany, type Company, invitedTo } from './company.js';
import { expectSound } from './looks.js';
import { useStage } from './stage.js';

const narrow = { width: 320, height: 640 };
const locales = ['zh', 'en', 'ja', 'fr'] as const;

describe('what voice and face weigh, told the candidate', function () {
  this.timeout(120_000);
  const stage = useStage('weighed-consent');
  let company: Company;
  let browsers: Browsers;

  before(async () => {
    const product = await stage.product();
    company = await aCompany(product, 1, (content) => ({
      ...content,
      plan: {
        ...content.plan,
        faceObservation: { on: true, lawfulGround: '接待岗，员工代表同意' },
      },
    }));
    browsers = await stage.browsers({ words: '您好。' });
    const why = { ground: '接待岗整天要开口，职工代表同意。', knowsNoEvidence: true };
    const { client, admin } = company;
    await client.call(routes.setDeliveryWeights, { voice: 5, face: 10, ...why }, admin);
  });

  for (const [n, locale] of locales.entries()) {
    it(`${locale}: stands before the switches, and what is sent names it`, async () => {
      const who = { name: `候选人${String(n)}`, phone: `1360013810${String(n)}`, locale };
      const { page, context } = await browsers.person({ screen: phone });
      await page.goto(await invitedTo(company, who));
      await page.locator('.page-foot .btn.primary').click();
      await page.locator('.guide .page-foot .btn.primary').click();
      const notice = page.locator('.consent-weighed');
      await notice.waitFor();
      expect(await notice.innerText()).to.match(/5 ?[%％].*10 ?[%％]/s);
      const { machine = '', ...rows } = weighedSentences({ voice: 5, face: 10 }, locale).instead;
      for (const row of Object.values(rows)) {
        await page.locator('.switch-rows').getByText(row).waitFor();
      }
      await page.locator('.consent-keep .link').click();
      await page.getByRole('dialog').getByText(machine).waitFor();
      await page.keyboard.press('Escape');
      await shoot(page, `g-consent-weighed-${locale}-390`);
      await page.setViewportSize(narrow);
      await expectSound(page, `consent weighed ${locale}`);
      const sent = page.waitForRequest((one) => one.url().includes('/consents'));
      await page.getByRole('switch').first().check();
      await page.locator('.page-foot .btn.primary').last().click();
      expect((await sent).postData()).to.contain('.v5f10');
      await context.close();
    });
  }
});
