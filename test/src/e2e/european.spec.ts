import { europeanNotice } from '@zhiyu/server/interviews/european-notice';
import { expect } from 'chai';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, type Company, invitedTo, lendSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const locales = ['zh', 'en', 'ja', 'fr'] as const;

describe('a position that recruits in the European Union (R39)', function () {
  this.timeout(120_000);
  const stage = useStage('european');
  let product: Product;
  let company: Company;
  let browsers: Browsers;
  let hr: Person;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 1, (content) => ({
      ...content,
      plan: {
        ...content.plan,
        faceObservation: { on: true, lawfulGround: '接待岗，员工代表同意' },
      },
    }));
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
  });

  it('HR switches it on: what changes stands there with its ground, and the face goes off', async () => {
    const { page, complaints } = hr;
    await page.goto(
      `${product.base}/#/pages/position/index?id=${company.positionId}&part=automation`,
    );
    const section = page.locator('.section').filter({ hasText: '这个岗位在欧盟招人' });
    await section.getByRole('switch').check();
    await section.getByText('GDPR 第 22 条：有权不受仅由自动化处理作出的决定。').waitFor();
    await page.getByText('欧盟规则下关着').waitFor();
    await section.scrollIntoViewIfNeeded();
    await shoot(page, 'european-desk');
    await expectSound(page, 'european desk');
    await page.getByRole('button', { name: /存成第/ }).click();
    await page.getByRole('button', { name: /存成第/ }).waitFor({ state: 'detached' });
    await page.goto(`${product.base}/#/pages/position/index?id=${company.positionId}&part=plan`);
    await page.getByText('欧盟规则下关着').waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('fits a phone', async () => {
    const pocket = await browsers.person({ screen: phone });
    await lendSession(pocket, product.base, company.hr.session);
    const { page } = pocket;
    await page.goto(
      `${product.base}/#/pages/position/index?id=${company.positionId}&part=automation`,
    );
    const section = page.locator('.section').filter({ hasText: '这个岗位在欧盟招人' });
    await section.getByText('不观察面部').waitFor();
    await section.scrollIntoViewIfNeeded();
    await shoot(page, 'european-phone');
    await expectSound(page, 'european phone');
  });

  for (const [n, locale] of locales.entries()) {
    it(`${locale}: the candidate reads it before agreeing, and is not asked about the face`, async () => {
      const who = { name: `候选人${String(n)}`, phone: `1360013820${String(n)}`, locale };
      const { page, context } = await browsers.person({ screen: phone });
      await page.goto(await invitedTo(company, who));
      await page.locator('.page-foot .btn.primary').click();
      await page.locator('.guide .page-foot .btn.primary').click();
      const notice = page.locator('.consent-weighed');
      await notice.waitFor();
      expect(await notice.innerText()).to.equal(europeanNotice(locale).text);
      expect(await page.getByRole('switch').count(), 'no face').to.equal(4);
      await shoot(page, `european-consent-${locale}-390`);
      await expectSound(page, `european consent ${locale}`);
      const sent = page.waitForRequest((one) => one.url().includes('/consents'));
      await page.getByRole('switch').first().check();
      await page.locator('.page-foot .btn.primary').last().click();
      expect((await sent).postData()).to.contain('.eu"');
      await context.close();
    });
  }
});
