import { type Locale, locales } from '@zhiyu/contracts/basics';
import { consentTexts } from '@zhiyu/contracts/consent-texts';
import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import type { TestSession } from '../harness/client.js';
import { type Browsers, type Person, phone, shoot } from './browser.js';
import { agree, choose } from './candidate.js';
import { aCompany, borrowSession, type Company, invitedTo } from './company.js';
import { expectFits, expectSound, expectTwice, keysOn } from './looks.js';
import type { Product } from './product.js';
import { microphoneWords } from './spoken.js';
import { useStage } from './stage.js';

const half = { width: 195, height: 422 };
const narrow = { width: 320, height: 640 };
const consents = { recording: true, transcription: true, automatedAssessment: true };

describe('every candidate screen in four languages', function () {
  this.timeout(120_000);
  const stage = useStage('languages');
  let product: Product;
  let company: Company;
  let browsers: Browsers;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 1);
    browsers = await stage.browsers({ words: microphoneWords });
  });

  /** Steps of the interview by the API; the page shows what follows from each. */
  const stepsOf = (session: TestSession) => {
    const { client } = company;
    const text = 'I asked her to sit down, listened and explained. 我先请她坐下，听她说完再解释。';
    let answerId = '';
    let attemptId = '';
    return {
      consent: () =>
        client.call(
          routes.giveConsents,
          { ...consents, talentPool: false, textVersion: consentTexts.interview },
          session,
        ),
      next: async () => {
        answerId = (await client.call(routes.nextQuestion, {}, session)).current?.answerId ?? '';
      },
      begin: async () => {
        const input = { answerId, mode: 'text' as const, mimeType: '', audioMimeType: '' };
        attemptId = (await client.call(routes.beginAttempt, input, session)).attemptId;
      },
      finish: () => {
        const said = { attemptId, text, durationMs: 20_000, pasted: false, offline: false };
        return client.call(routes.finishAttempt, said, session);
      },
      choose: () => client.call(routes.chooseAttempt, { answerId, attemptId }, session),
      handIn: () => client.call(routes.finishInterview, {}, session),
    };
  };

  async function look(person: Person, name: string, locale: Locale): Promise<void> {
    const { page } = person;
    await page.locator('main h1, main h2, main [role=timer]').first().waitFor();
    await page.waitForTimeout(400);
    await shoot(page, `i-${locale}-${name}`);
    expect(await keysOn(page), `${locale} ${name}: missing texts`).to.deep.equal([]);
    expect(await page.evaluate(() => document.documentElement.lang.slice(0, 2))).to.equal(locale);
    await expectSound(page, `${locale} ${name} at ${narrow.width}`);
    // A phone of 390 px at 200 %.
    await page.setViewportSize(half);
    await page.waitForTimeout(100);
    await expectFits(page, `${locale} ${name} at ${half.width}`);
    await shoot(page, `i-${locale}-${name}-half`);
    await page.setViewportSize(phone);
    await expectTwice(page, `${locale} ${name}`, () => shoot(page, `i-${locale}-${name}-200`));
    await page.setViewportSize(narrow);
  }

  for (const [n, locale] of locales.entries()) {
    it(`${locale}: no text is missing, nothing sticks out at 320 px (400 % of 1280, 200 % of 640), at 195 px (200 % of 390) or with text at 200 %, axe finds nothing`, async () => {
      const person = await browsers.person({ screen: narrow });
      const { page } = person;
      const link = await invitedTo(company, { name: '周远', phone: `1370013710${n}`, locale });
      await page.goto(link);
      await page.locator('main').first().waitFor();
      await look(person, 'status', locale);
      const session = await borrowSession(person);
      const steps = stepsOf(session);
      const interview = `${product.base}/#/pages/interview/index`;
      const show = async (name: string) => {
        await page.goto(interview);
        await page.reload();
        await look(person, name, locale);
      };
      await show('consent');
      await steps.consent();
      await show('device');
      const { interviewId } = await company.client.call(routes.candidateInterview, {}, session);
      await page.evaluate((id) => sessionStorage.setItem(`zhiyu.mode.${id}`, 'text'), interviewId);
      await show('next');
      await steps.next();
      await show('think');
      await steps.begin();
      await show('writing');
      await steps.finish();
      await show('review');
      await steps.choose();
      await show('hand-in');
      await steps.handIn();
      await page.goto(`${product.base}/#/pages/status/index`);
      await page.reload();
      await look(person, 'received', locale);
      await page.goto(`${product.base}/#/pages/inbox/index`);
      await look(person, 'inbox', locale);
      await person.context.close();
    });
  }

  it('a candidate who only types walks the same screens to the end', async () => {
    const { page, complaints, context } = await browsers.person({ screen: phone });
    await page.goto(await invitedTo(company, { name: '周远', phone: '13700137200' }));
    await page.getByRole('button', { name: '开始面试' }).click();
    await agree(page);
    await choose(page, '打字');
    await page.getByText('第 1 题，共 1 题').first().waitFor();
    await page.getByRole('timer', { name: /^还有 \d+ 秒$/ }).waitFor();
    await page.getByRole('button', { name: '我想好了，开始写' }).click();
    await page.getByLabel('您的回答').fill('我先请她坐下，听她说完，再解释规定，最后换了大一码。');
    await page.getByRole('button', { name: '写完了' }).click();
    await page.getByRole('heading', { name: '写完了' }).waitFor();
    await page.getByRole('button', { name: /^用这个/ }).click();
    await page.getByRole('heading', { name: '收到了，周远，辛苦了' }).waitFor();
    await shoot(page, 'i-typed-received');
    expect(complaints).to.deep.equal([]);
    await context.close();
  });
});
