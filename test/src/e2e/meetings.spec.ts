import { consentTexts } from '@zhiyu/contracts/consent-texts';
import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { TestSession } from '../harness/client.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, type Company, lendSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

/** Through the AI interview by the API, in writing, and passed: the next round has its time. */
async function passed({ client, hr, applyUrl }: Company, name: string, phoneNumber: string) {
  const session = new TestSession();
  const code = /code=([^&]+)/.exec(applyUrl)?.[1] ?? '';
  const typed = { draftId: null, education: '大专', work: '门店店员 三年', talentPool: false };
  const form = { code, name, phone: phoneNumber, email: `m${phoneNumber}@zhiyu.example`, ...typed };
  const agreed = { consent: true as const, locale: 'zh' as const };
  const { statusPath } = await client.call(routes.apply, { ...form, ...agreed });
  await client.call(routes.exchange, { token: statusPath.split('t=')[1] ?? '' }, session);
  const { applicationId: id } = await client.call(routes.candidateStatus, {}, session);
  const stageOf = async () => (await client.call(routes.application, { id }, hr.session)).stage;
  const until = async (right: () => Promise<boolean>) => {
    for (let tries = 0; tries < 200 && !(await right()); tries++) {
      await new Promise((done) => setTimeout(done, 100));
    }
  };
  await until(async () => (await stageOf()) !== 'applied');
  if ((await stageOf()) === 'screening') {
    await client.call(routes.invite, { id }, hr.session);
  }
  await until(async () => (await stageOf()) === 'aiInterview');
  const consents = { recording: true, transcription: true, automatedAssessment: true };
  const given = { ...consents, talentPool: false, textVersion: consentTexts.interview };
  await client.call(routes.giveConsents, given, session);
  const { current } = await client.call(routes.nextQuestion, {}, session);
  const answerId = current?.answerId ?? '';
  const begin = { answerId, mode: 'text' as const, mimeType: '', audioMimeType: '' };
  const { attemptId } = await client.call(routes.beginAttempt, begin, session);
  const said = { text: '我先道歉，再换货，最后记下原因。', pasted: false, offline: false };
  await client.call(routes.finishAttempt, { attemptId, durationMs: 9000, ...said }, session);
  await client.call(routes.chooseAttempt, { answerId, attemptId }, session);
  await client.call(routes.finishInterview, {}, session);
  await until(async () => (await stageOf()) === 'review');
  const decision = { kind: 'pass' as const, reason: 'meetsRequirement' as const, note: '' };
  await client.call(routes.decide, { id, ...decision }, hr.session);
  await until(async () => (await client.call(routes.ownMeeting, {}, session)).meeting !== null);
  return session;
}

describe('rounds with people in the browser (R13)', function () {
  this.timeout(120_000);
  const stage = useStage('meetings');
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
    const company = await aCompany(product, 1);
    await lendSession(hr, product.base, company.hr.session);
    await hr.page.goto(at('meetings/index'));
    await hr.page.getByText('没有要面的人').waitFor();
    const session = await passed(company, '安小排', '13855550001');
    await passed(company, '安小二', '13855550002');
    await lendSession(candidate, product.base, session);
  });

  it('the candidate takes another time with one press, and HR’s page shows it by itself', async () => {
    const { page } = candidate;
    await page.goto(at('meeting/index'));
    await page.getByRole('heading', { name: /45 分钟$/ }).waitFor();
    await shoot(page, 'm-own-phone');
    await expectSound(page, 'own round phone');
    const times = page.getByRole('group', { name: '换到别的时间' }).getByRole('button');
    const wanted = (await times.last().textContent()) ?? '';
    await times.last().click();
    await page.getByText('换好了').first().waitFor();
    await page.getByRole('definition').filter({ hasText: wanted }).waitFor();
    await hr.page.getByText('改过 1 次').waitFor();
    await shoot(hr.page, 'm-list-desk');
    await expectSound(hr.page, 'rounds desk');
  });

  it('HR moves the other one with one press and takes it back', async () => {
    const { page } = hr;
    const row = page.getByRole('listitem').filter({ hasText: '安小二' });
    const time = () => row.locator('.meet-time').textContent();
    const before = await time();
    await row.getByRole('button', { name: '改到下一个空档' }).click();
    await page.getByText(/^安小二：已改到/).waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByText(/^安小二：已改到/).waitFor({ state: 'detached' });
    expect(await time()).to.equal(before);
  });

  it('HR offers several times, and the candidate sees just those', async () => {
    const { page } = hr;
    const row = page.getByRole('listitem').filter({ hasText: '安小排' });
    await row.getByRole('button', { name: '选时间' }).click();
    const dialog = page.getByRole('dialog');
    const first = dialog.getByRole('group').first().getByRole('button');
    await first.nth(0).click();
    await first.nth(2).click();
    await shoot(page, 'm-sheet-desk');
    await page.setViewportSize(phone);
    await shoot(page, 'm-sheet-phone');
    await expectSound(page, 'times phone');
    await dialog.getByRole('button', { name: '发给候选人挑（2）' }).click();
    await row.getByText('等候选人从 2 个时间里选').waitFor();
    await shoot(page, 'm-list-phone');
    await expectSound(page, 'rounds phone');
    const times = candidate.page.getByRole('group', { name: '换到别的时间' }).getByRole('button');
    await candidate.page.waitForFunction(
      () => document.querySelectorAll('.own-meeting-times button').length === 2,
    );
    expect(await times.count()).to.equal(2);
  });

  it('the candidate cancels after being asked once more, and may come back', async () => {
    const { page } = candidate;
    await page.getByRole('button', { name: '我来不了' }).click();
    await shoot(page, 'm-cancel-phone');
    await page.getByRole('button', { name: '取消这次面试' }).click();
    await page.getByRole('heading', { name: '这次面试已取消' }).waitFor();
    await hr.page.getByText('候选人来不了').waitFor();
    const times = page.getByRole('group', { name: '换到别的时间' }).getByRole('button');
    await times.first().click();
    await page.getByRole('heading', { name: /45 分钟$/ }).waitFor();
  });
});
