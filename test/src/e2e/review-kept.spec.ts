import { routes } from '@zhiyu/contracts/routes';
import type { ReviewRoom } from '@zhiyu/contracts/review';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { TestClient, TestSession } from '../harness/client.js';
import { desktop, type Person, shoot } from './browser.js';
import { aCompany, lendSession } from './company.js';
import { aFilmedInterview, eventually } from './filmed.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { hearing } from './spoken.js';
import { useStage } from './stage.js';

const said =
  '去年十二月有位阿姨拿着剪了吊牌的羽绒服来退，后面排了七八个人。我先请她到旁边坐下，再听她说完，换了大一码，十分钟办好。';

/** The parts of the own scorecard and the comments, as they are sent. */
const parts = /\/scorecard\/(ratings\/|summary)/;
const notes = /\/api\/interviews\/[^/]+\/notes$/;

const noteOf = (page: Page) => page.getByLabel('看到了什么');
const commentOf = (page: Page) => page.locator('.note-write input');

describe('what is written in the review room outlives what becomes of its page (R36)', function () {
  this.timeout(180_000);
  const stage = useStage('review-kept');
  let product: Product;
  let client: TestClient;
  let session: TestSession;
  let hr: Person;
  let room: ReviewRoom;

  const url = () => `${product.base}/#/pages/review/index?interview=${room.interviewId}`;
  const seen = () => client.call(routes.reviewRoom, { id: room.interviewId }, session);
  const first = () => room.dimensions[0]?.code;
  const keptNote = async () =>
    (await seen()).mine?.ratings.find(({ dimension }) => dimension === first())?.note;
  /** Opened at the first dimension, silent. */
  const enter = async (page: Page) => {
    await page.goto('about:blank');
    await page.goto(url());
    await page.locator('.rate-head').first().waitFor();
    if ((await page.locator('.rate-head').first().getAttribute('aria-expanded')) !== 'true') {
      await page.locator('.rate-head').first().click();
    }
    await page.locator('.review-screen video').evaluate((one: HTMLVideoElement) => one.pause());
  };
  const untilKept = (note: string) =>
    eventually(async () => expect(await keptNote()).to.equal(note));

  before(async () => {
    product = await stage.product({ hears: hearing([said]) });
    const company = await aCompany(product, 2, (content) => ({
      ...content,
      plan: { ...content.plan, followUps: 0, resumeQuestions: 0 },
    }));
    client = company.client;
    session = company.hr.session;
    const id = await aFilmedInterview(product, company);
    room = await client.call(routes.reviewRoom, { id }, session);
    const browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, session);
  });

  it('a line that is cut and a window that is closed: all of it is there, and arrives', async () => {
    const { context } = hr;
    const page = await context.newPage();
    await enter(page);
    await context.setOffline(true);
    await page.keyboard.press('4');
    await noteOf(page).fill('她先安抚，再说清规则');
    await commentOf(page).fill('这一步是她自己做的吗');
    await page.locator('.rate-top').getByText('没存上，会再试').waitFor();
    await page.close();
    await context.setOffline(false);
    await enter(hr.page);
    expect(await noteOf(hr.page).inputValue()).to.equal('她先安抚，再说清规则');
    expect(await commentOf(hr.page).inputValue()).to.equal('这一步是她自己做的吗');
    await untilKept('她先安抚，再说清规则');
    expect((await seen()).mine?.ratings[0]?.level).to.equal(4);
    await commentOf(hr.page).press('Enter');
    await hr.page.locator('.notes li').getByText('这一步是她自己做的吗').waitFor();
    await enter(hr.page);
    expect(await commentOf(hr.page).inputValue(), 'it has arrived').to.equal('');
  });

  it('back to the file and forward again, with a comment half written', async () => {
    const { page } = hr;
    await enter(page);
    await commentOf(page).fill('写到一半');
    await commentOf(page).press('Escape');
    await page.keyboard.press('f');
    await page.locator('.person h1').waitFor();
    await page.goBack();
    await page.locator('.rate-head').first().waitFor();
    expect(await commentOf(page).inputValue()).to.equal('写到一半');
    await commentOf(page).fill('');
  });

  it('a session that ends while somebody writes: signed in again, nothing is missing', async () => {
    const { page, context } = hr;
    await enter(page);
    const cookies = await context.cookies();
    await context.clearCookies();
    await noteOf(page).fill('她先安抚，再说清规则，给了两个选择');
    await page.waitForURL(/pages\/sign-in\/index\?next=/);
    await context.addCookies(cookies);
    await enter(page);
    expect(await noteOf(page).inputValue()).to.equal('她先安抚，再说清规则，给了两个选择');
    await untilKept('她先安抚，再说清规则，给了两个选择');
  });

  it('what was written without a line while another window wrote, too, is asked about after all', async () => {
    const { page, context } = hr;
    const other = await context.newPage();
    await enter(page);
    await enter(other);
    await other.route(parts, (route) => route.abort());
    await noteOf(other).fill('没有网时写的');
    await other.locator('.rate-top').getByText('没存上，会再试').waitFor();
    await noteOf(page).fill('另一个窗口写的');
    await untilKept('另一个窗口写的');
    await other.close();
    await enter(page);
    const asked = page.locator('.rate-conflict');
    await asked.waitFor();
    expect(await noteOf(page).inputValue()).to.equal('没有网时写的');
    await asked.getByRole('button', { name: '留这一页的' }).click();
    await untilKept('没有网时写的');
    await asked.waitFor({ state: 'detached' });
  });

  it('a comment stands where it was begun; what follows while it is sent is the next one', async () => {
    const { page } = hr;
    await enter(page);
    let release = () => {};
    const held = new Promise<void>((done) => {
      release = done;
    });
    await page.route(notes, async (route) => {
      await held;
      await route.continue();
    });
    const film = page.locator('.review-screen video');
    const atSecond = (second: number) =>
      film.evaluate(
        (one: HTMLVideoElement, to) =>
          new Promise((done) => {
            one.addEventListener('seeked', done, { once: true });
            one.currentTime = to;
          }),
        second,
      );
    await atSecond(3);
    await commentOf(page).pressSequentially('先安抚');
    await atSecond(13);
    await commentOf(page).press('Enter');
    await commentOf(page).pressSequentially('再看规则');
    release();
    await page.locator('.notes li').getByText('先安抚', { exact: true }).waitFor();
    expect(await commentOf(page).inputValue()).to.equal('再看规则');
    const note = (await seen()).notes.find(({ text }) => text === '先安抚');
    expect(note?.place.at).to.be.closeTo(3, 0.3);
    await page.unrouteAll();
    await commentOf(page).fill('');
  });

  it('handed in elsewhere meanwhile: the words that came too late are shown, not dropped', async () => {
    const { page } = hr;
    await enter(page);
    await page.route(parts, (route) => route.abort());
    await noteOf(page).fill('最后一句没赶上');
    await page.locator('.rate-top').getByText('没存上，会再试').waitFor();
    const id = room.interviewId;
    const { mine } = await seen();
    for (const { code: dimension } of room.dimensions) {
      const known = mine?.ratings.find((one) => one.dimension === dimension);
      const rating = { level: 3, place: null, note: known?.note ?? '' };
      const revision = known?.revision ?? 0;
      await client.call(routes.keepRating, { id, dimension, ...rating, revision }, session);
    }
    const { revision = 0 } = mine?.summary ?? {};
    const summary = { id, opinion: 'yes' as const, reason: '', revision };
    await client.call(routes.keepSummary, summary, session);
    await client.call(routes.submitScorecard, { id }, session);
    await page.getByRole('heading', { name: '大家的评分' }).waitFor();
    await page.unrouteAll();
    const late = page.locator('.rate-conflict');
    await late.getByText('您在另一个页面已经提交').waitFor();
    await late.getByText('最后一句没赶上').waitFor();
    await shoot(page, 'review-too-late-desk');
    await expectSound(page, 'review too late');
    await late.getByRole('button', { name: '知道了，看已提交的' }).click();
    await late.waitFor({ state: 'detached' });
    await enter(page);
    expect(await page.locator('.rate-conflict').count(), 'gone for good').to.equal(0);
  });
});
