import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { levelFor, tales } from '../flow/grading-walk.js';
import { allConsents } from '../flow/walk.js';
import { TestSession } from '../harness/client.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, type Company, invitedTo, lendSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const name = (n: number) => `陈${'雨桐一二三四五六七八九十百千万'.charAt(n)}`;

/** Tries until it works: the product does its work in the background. */
async function eventually<T>(act: () => Promise<T>): Promise<T> {
  for (let left = 300; ; left -= 1) {
    try {
      return await act();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

describe('grading answers and calibrating a question in the browser (R31)', function () {
  this.timeout(240_000);
  const stage = useStage('calibration');
  let product: Product;
  let browsers: Browsers;
  let company: Company;
  let hr: Person;

  const at = (path: string) => `${product.base}/#/pages/${path}`;

  /** Applies, answers the one question in writing and hands in. */
  async function told(tale: string, n: number): Promise<string> {
    const { client } = company;
    const own = await invitedTo(company, { name: name(n), phone: `139000000${String(10 + n)}` });
    const session = new TestSession();
    await client.call(routes.exchange, { token: own.split('t=')[1] ?? '' }, session);
    await eventually(() => client.call(routes.giveConsents, allConsents, session));
    const { current } = await client.call(routes.nextQuestion, {}, session);
    const answerId = current?.answerId ?? '';
    const begin = { answerId, mode: 'text' as const, mimeType: '', audioMimeType: '' };
    const { attemptId } = await client.call(routes.beginAttempt, begin, session);
    const said = { attemptId, text: tale, pasted: false, offline: false, durationMs: 30_000 };
    await client.call(routes.finishAttempt, said, session);
    await client.call(routes.chooseAttempt, { answerId, attemptId }, session);
    await client.call(routes.finishInterview, {}, session);
    return (await client.call(routes.candidateStatus, {}, session)).applicationId;
  }

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 1, (content) => ({
      ...content,
      plan: { ...content.plan, followUps: 0, resumeQuestions: 0 },
    }));
    for (const [n, tale] of tales.entries()) {
      await told(tale, n);
    }
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
  });

  it('is opened from the question of a position; the first answer is there without a name', async () => {
    const { page, complaints } = hr;
    await page.goto(at(`position/index?id=${company.positionId}&part=questions`));
    await page.getByRole('link', { name: '人工评分与校准' }).click();
    await page.getByRole('heading', { name: '评哪一题' }).waitFor();
    await shoot(page, 'calibration-choose-desk');
    await expectSound(page, 'calibration choose');
    await page.getByRole('button', { name: '开始评' }).first().click();
    await page.getByText(/第 1 份，共 1\d 份/).waitFor();
    await page.getByText('看不到是谁，也看不到机器评了几').waitFor();
    expect(await page.getByText(/陈雨|陈桐/).count()).to.equal(0);
    await expectSound(page, 'calibration desk');
    expect(complaints).to.deep.equal([]);
  });

  const grade = async () => {
    const { page } = hr;
    const words = await page.locator('.cal-words').innerText();
    const before = await page
      .getByText(/第 \d+ 份，共|评完了/)
      .first()
      .innerText();
    await page.keyboard.press(String(levelFor(words)));
    await page.getByRole('button', { name: /评 \d 级，下一份/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(before, { exact: true }).waitFor({ state: 'detached' });
  };

  it('goes by the keyboard; each grade is kept, so that a reload goes on where it was', async () => {
    const { page } = hr;
    await grade();
    await page.getByText(/第 2 份，共/).waitFor();
    await page.reload();
    await page.getByText(/第 2 份，共/).waitFor();
    await page.keyboard.press('s');
    await page.getByText(/第 3 份，共/).waitFor();
    await page.keyboard.press('Backspace');
    await page.getByText('这一份跳过了').waitFor();
    await page.getByRole('button', { name: '0–10 分' }).click();
    await page.keyboard.press('7');
    await page.getByRole('button', { name: '评 7 分，下一份' }).waitFor();
    await page.getByRole('button', { name: '1–5 级' }).click();
    await grade();
    await page.getByText(/第 3 份，共/).waitFor();
  });

  it('shows before and after once five are graded, and learns from ten', async () => {
    const { page, complaints } = hr;
    for (let n = 0; n < 3; n += 1) await grade();
    await page.getByText('您和机器').waitFor();
    const left = page.getByRole('button', { name: /学习，还差 \d 份/ });
    expect(await left.isDisabled()).to.equal(true);
    await shoot(page, 'calibration-desk');
    while ((await page.getByText('都评完了').count()) === 0) await grade();
    await page.getByRole('button', { name: '学成 v1' }).click();
    await page.getByRole('button', { name: '启用 v1' }).waitFor();
    await shoot(page, 'calibration-learned-desk');
    await expectSound(page, 'calibration learned');
    await page.setViewportSize(phone);
    await shoot(page, 'calibration-learned-phone');
    await expectSound(page, 'calibration phone');
    await page.setViewportSize(desktop);
    expect(complaints).to.deep.equal([]);
  });

  it('is put to use, with a reason where it is no better, and the next report says so', async () => {
    const { page } = hr;
    await page.getByRole('button', { name: '启用 v1' }).click();
    const why = page.getByRole('dialog');
    const inUse = page.getByText(/校准 v1 在用/);
    await why.or(inUse).first().waitFor();
    if (await why.isVisible()) {
      await shoot(page, 'calibration-why-desk');
      const go = why.getByRole('button', { name: '写好了，启用' });
      expect(await go.isDisabled()).to.equal(true);
      await why.getByLabel('为什么还要用').fill('先用两周看看');
      await go.click();
    }
    await inUse.waitFor();
    await told(tales[11] ?? '', tales.length).then(async (id) => {
      await eventually(async () => {
        const file = await company.client.call(routes.application, { id }, company.hr.session);
        const interview = file.interviews.find(({ reportReady }) => reportReady);
        if (!interview) throw new Error('no report yet');
        await page.goto(at(`report/index?interview=${interview.id}`));
      });
    });
    await page.getByText(/按人的评分校准过/).waitFor();
    await page.getByRole('link', { name: '给这一题评分、校准' }).first().waitFor();
  });

  it('what waits is in the order of what a look would change, each row with its reason', async () => {
    const { page } = hr;
    await page.goto(at('home/index'));
    await page
      .getByText(/离线 \d\.\d，误差 ±\d\.\d：看一眼可能改变结果|测到的不到六成/)
      .first()
      .waitFor();
    await shoot(page, 'calibration-home-desk');
    await expectSound(page, 'home ordered');
    await page.setViewportSize(phone);
    await shoot(page, 'calibration-home-phone');
    await expectSound(page, 'home ordered phone');
    await page.setViewportSize(desktop);
  });

  it('nothing to grade, a failing server and no right each say so', async () => {
    const { page } = hr;
    await page.goto(at('calibration/index'));
    await page.getByText('没有可以评的题').waitFor();
    await expectSound(page, 'calibration none');
    await page.route('**/api/calibrations*', (route) =>
      route.fulfill({
        status: 500,
        json: { code: 'internal', message: '服务器出错了。', requestId: 'x' },
      }),
    );
    await page.goto('about:blank');
    await page.goto(at(`calibration/index?position=${company.positionId}`));
    await page.getByText('服务器出错了。').waitFor();
    await page.unroute('**/api/calibrations*');
    hr.complaints.length = 0;
    const other = await browsers.person({ screen: phone });
    await lendSession(other, product.base, company.admin);
    await other.page.goto(at(`calibration/index?position=${company.positionId}`));
    await other.page
      .getByText(/还没有这一页的权限/)
      .first()
      .waitFor();
    await expectSound(other.page, 'calibration denied');
  });
});
