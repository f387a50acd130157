import { consentTexts } from '@zhiyu/contracts/consent-texts';
import { routes } from '@zhiyu/contracts/routes';
import { TestSession } from '../harness/client.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, lendSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

describe('an interview that runs, seen by HR (R33, R34)', function () {
  this.timeout(120_000);
  const stage = useStage('live');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let candidate: Person;

  const at = (path: string) => `${product.base}/#/pages/${path}`;

  before(async () => {
    product = await stage.product();
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    candidate = await browsers.person({ screen: phone });
    const company = await aCompany(product, 2);
    const { client } = company;
    await lendSession(hr, product.base, company.hr.session);
    await hr.page.goto(at('live/index'));
    await hr.page.getByText('现在没有人在面试').waitFor();
    const session = new TestSession();
    const code = /code=([^&]+)/.exec(company.applyUrl)?.[1] ?? '';
    const typed = { draftId: null, education: '大专', work: '门店店员 三年', talentPool: false };
    const who = { name: '郑在答', phone: '13866660001', email: 'zheng@zhiyu.example' };
    const agreed = { consent: true as const, locale: 'zh' as const };
    const { statusPath } = await client.call(routes.apply, { code, ...who, ...typed, ...agreed });
    await client.call(routes.exchange, { token: statusPath.split('t=')[1] ?? '' }, session);
    const { applicationId: id } = await client.call(routes.candidateStatus, {}, session);
    const stageNow = async () =>
      (await client.call(routes.application, { id }, company.hr.session)).stage;
    for (let tries = 0; tries < 200 && (await stageNow()) === 'applied'; tries++) {
      await new Promise((done) => setTimeout(done, 100));
    }
    if ((await stageNow()) === 'screening') {
      await client.call(routes.invite, { id }, company.hr.session);
    }
    for (let tries = 0; tries < 200 && (await stageNow()) !== 'aiInterview'; tries++) {
      await new Promise((done) => setTimeout(done, 100));
    }
    const consents = { recording: true, transcription: true, automatedAssessment: true };
    const given = { ...consents, talentPool: false, textVersion: consentTexts.interview };
    await client.call(routes.giveConsents, given, session);
    const check = { camera: 'off' as const, microphone: 'off' as const, mode: 'text' as const };
    await client.call(routes.deviceCheck, { ...check, kbps: 180 }, session);
    const { interviewId } = await client.call(routes.nextQuestion, {}, session);
    await lendSession(candidate, product.base, session);
    await candidate.page.addInitScript((name) => {
      sessionStorage.setItem(name, 'text');
    }, `zhiyu.mode.${interviewId}`);
    await candidate.page.goto(at('interview/index'));
  });

  it('HR sees who has begun, where he is, and that his line is slow', async () => {
    const { page } = hr;
    const row = page.getByRole('button', { name: /郑在答/ });
    await row.waitFor();
    await row.click();
    await page.getByText('上行 180 kbit/s').waitFor();
    await page.getByText('网络慢').first().waitFor();
    await page.getByText('先看分会影响自己的判断').waitFor();
    await shoot(page, 'l-one-desk');
    await expectSound(page, 'live desk');
    await page.setViewportSize(phone);
    await shoot(page, 'l-one-phone');
    await expectSound(page, 'live phone');
    await page.setViewportSize(desktop);
  });

  it('a pause with a word stops the candidate’s page kindly, and it goes on when HR lets it', async () => {
    await hr.page.getByRole('button', { name: '请他停一停' }).click();
    await hr.page.getByRole('textbox', { name: '给他看的话' }).fill('会议室要换一下，请稍等。');
    await shoot(hr.page, 'l-hold-desk');
    await hr.page.getByRole('button', { name: '停下' }).click();
    const { page } = candidate;
    await page.getByRole('heading', { name: '请稍等一会儿' }).waitFor();
    await page.getByText('会议室要换一下，请稍等。').waitFor();
    await shoot(page, 'l-held-phone');
    await expectSound(page, 'held phone');
    await hr.page.getByText('您请他停一停').first().waitFor();
    await hr.page.getByRole('button', { name: '让他继续' }).click();
    await page.getByRole('heading', { name: '请稍等一会儿' }).waitFor({ state: 'detached' });
  });

  it('more time and a word appear on the candidate’s page and go when they were read', async () => {
    await hr.page.getByRole('button', { name: '给这题加时' }).click();
    await hr.page.getByRole('button', { name: '加时', exact: true }).click();
    const { page } = candidate;
    await page.getByText(/给这题加了 2 分钟/).waitFor();
    await shoot(page, 'l-word-phone');
    await expectSound(page, 'word phone');
    await page.getByRole('button', { name: '知道了' }).click();
    await page.getByText(/给这题加了 2 分钟/).waitFor({ state: 'detached' });
  });

  it('more days come with a word, on the candidate’s page and as a message', async () => {
    await hr.page.getByRole('button', { name: '延后截止时间' }).click();
    const sheet = hr.page.getByRole('dialog');
    await sheet.getByText(/^现在的截止时间是/).waitFor();
    await sheet.getByRole('button', { name: '7 天' }).click();
    await sheet.getByRole('textbox', { name: '给他看的话' }).fill('下周再做也可以。');
    await shoot(hr.page, 'l-later-desk');
    await expectSound(hr.page, 'more days desk');
    await sheet.getByRole('button', { name: '延后', exact: true }).click();
    const { page } = candidate;
    await page.getByText(/把面试的截止时间延后了 7 天。下周再做也可以。/).waitFor();
    await page.getByRole('button', { name: '知道了' }).click();
    await hr.page.getByText(/把截止时间延后了 7 天/).waitFor();
  });

  it('a question from the bank of the position is next', async () => {
    await hr.page.getByRole('button', { name: '加问一题' }).click();
    await hr.page.getByRole('radio').first().check();
    await shoot(hr.page, 'l-ask-desk');
    await hr.page.getByRole('button', { name: '加这一题' }).click();
    await hr.page.getByText('已答 0/3 题').waitFor();
  });
});
