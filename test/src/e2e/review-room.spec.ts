import { routes } from '@zhiyu/contracts/routes';
import type { ReviewRoom } from '@zhiyu/contracts/review';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { TestClient, TestSession } from '../harness/client.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, lendSession } from './company.js';
import { aFilmedInterview, eventually, silence } from './filmed.js';
import { expectFits, expectSound } from './looks.js';
import { film } from './outcome.js';
import type { Product } from './product.js';
import { hearing } from './spoken.js';
import { useStage } from './stage.js';

const video = '.review-screen video';
const said =
  '去年十二月有位阿姨拿着剪了吊牌的羽绒服来退，后面排了七八个人。我先请她到旁边坐下，请同事接着收银，再听她说完。我跟她道歉，说剪了吊牌不能退款，但是可以换大一码，补八十块差价。她同意了，十分钟办好，走的时候说了谢谢。';
const saidToo =
  '有位顾客试了三件外套拿不定主意。我问她平时在什么场合穿，她说上班和接孩子都要穿，我就推荐了那件耐脏的，让她再试一下，她最后买了。';

/** Until the film has gone past a second. */
const past = (page: Page, second: number) =>
  page.waitForFunction(
    ([selector, from]) =>
      (document.querySelector<HTMLVideoElement>(selector)?.currentTime ?? 0) > from,
    [video, second] as const,
  );

const isPaused = (page: Page) =>
  page.locator(video).evaluate((one: HTMLVideoElement) => one.paused);

/** Runs in the page: every second that the film is set to, by whomever. */
const noteLeaps = `(() => {
  window.leaps = [];
  const note = ({ target }) => target instanceof HTMLVideoElement && leaps.push(target.currentTime);
  document.addEventListener('seeking', note, true);
})()`;

describe('the review room in the browser (R35, R36)', function () {
  this.timeout(240_000);
  const stage = useStage('review');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let client: TestClient;
  let session: TestSession;
  let room: ReviewRoom;

  const open = (more = '') =>
    hr.page.goto(`${product.base}/#/pages/review/index?interview=${room.interviewId}${more}`);
  const seen = () => client.call(routes.reviewRoom, { id: room.interviewId }, session);

  before(async () => {
    product = await stage.product({ hears: hearing([said, saidToo]) });
    const company = await aCompany(product, 2, (content) => ({
      ...content,
      plan: { ...content.plan, followUps: 0, resumeQuestions: 0 },
    }));
    client = company.client;
    session = company.hr.session;
    const id = await aFilmedInterview(product, company);
    room = await eventually(async () => {
      const view = await client.call(routes.reviewRoom, { id }, session);
      if (view.answers.some(({ silences }) => silences === null)) throw new Error('not measured');
      return view;
    });
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await hr.page.addInitScript(noteLeaps);
    await lendSession(hr, product.base, session);
  });

  it('is entered from a quote of the report, and plays at its second by itself', async () => {
    const { page } = hr;
    await page.goto(`${product.base}/#/pages/report/index?interview=${room.interviewId}`);
    const link = page.getByRole('link', { name: /^在复核室看\d+:\d\d/ }).first();
    const name = (await link.getAttribute('aria-label')) ?? '';
    const [, minutes = '0', seconds = '0'] = /(\d+):(\d\d)/.exec(name) ?? [];
    const second = Number(minutes) * 60 + Number(seconds);
    await link.click();
    await page.waitForFunction(
      ([selector, from]) => {
        const one = document.querySelector<HTMLVideoElement>(selector);
        return one !== null && !one.paused && one.currentTime >= from - 0.5 && one.readyState > 2;
      },
      [video, second] as const,
    );
    const { at } = await film(page, video);
    expect(at).to.be.within(second - 0.5, second + 4);
  });

  it('is sound at a desk: axe, widths, every part in its place', async () => {
    const { page, complaints } = hr;
    await open();
    await past(page, 0.3);
    await page.keyboard.press('k');
    await shoot(page, 'review-desk');
    await expectSound(page, 'review desk');
    await page.setViewportSize({ width: 1000, height: 800 });
    await shoot(page, 'review-narrow');
    await expectFits(page, 'review 1000');
    await page.setViewportSize(desktop);
    expect(complaints).to.deep.equal([]);
  });

  it('goes by the keyboard: play, five seconds, sentences, questions, speed', async () => {
    const { page } = hr;
    await open();
    await past(page, 0.2);
    await page.keyboard.press(' ');
    expect(await isPaused(page)).to.equal(true);
    await page.keyboard.press('k');
    expect(await isPaused(page)).to.equal(false);
    await page.keyboard.press('k');
    const { at } = await film(page, video);
    await page.keyboard.press('l');
    await past(page, at + 3);
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await page.keyboard.press('>');
    const rate = () => page.locator(video).evaluate((one: HTMLVideoElement) => one.playbackRate);
    expect(await rate()).to.equal(1.5);
    await page.getByRole('button', { name: '3×' }).click();
    expect(await rate()).to.equal(3);
    await page.getByRole('button', { name: '1×' }).click();
    await page.keyboard.press('n');
    const [, second] = room.answers.filter(({ recording }) => recording === 'there');
    const current = page.locator('.review-chapter[aria-current]');
    await page.waitForFunction(
      (n) => document.querySelector('.review-chapter[aria-current]')?.textContent === n,
      String((second?.questionIndex ?? 0) + 1),
    );
    expect(await current.count()).to.equal(1);
    expect(await rate()).to.equal(1);
  });

  it('skips a silence while the box is ticked, and not without', async () => {
    const { page } = hr;
    const places = room.answers[0]?.silences ?? [];
    const found = places.find(({ from, to }) => from < silence.from + 1.5 && to > silence.to - 1.5);
    expect(found, JSON.stringify(places)).not.to.equal(undefined);
    const start = room.answers[0]?.answerId ?? '';
    const overIt = async () =>
      (await page.evaluate<number[]>('leaps')).filter((to) => to > silence.to - 1.5);
    await open(`&answer=${start}&at=${silence.from + 1}`);
    await past(page, silence.to);
    expect(await overIt(), 'it was gone over').not.to.deep.equal([]);
    await page.getByRole('checkbox', { name: '跳过静音' }).uncheck();
    await page.evaluate('leaps.length = 0');
    await page.locator(video).evaluate((one: HTMLVideoElement, to: number) => {
      one.currentTime = to;
    }, silence.from + 1);
    await page.waitForFunction('leaps.length > 0');
    await past(page, silence.to);
    expect(await overIt(), 'it was heard').to.deep.equal([]);
  });

  it('finds a word, and a sentence that is pressed plays from its second', async () => {
    const { page } = hr;
    await open();
    await past(page, 0.1);
    const line = room.answers[0]?.transcript?.segments.find(({ from }) => (from ?? 0) > 2);
    const second = line?.from ?? 0;
    const word = (line?.text ?? '').slice(0, 6);
    await page.keyboard.press('/');
    await page.keyboard.type(word);
    await page.getByText(/^\d+ 句$/).waitFor();
    const found = page.locator('.review-words li button').filter({ hasText: word }).first();
    await found.click();
    await past(page, second - 0.1);
    await page.locator('.review-words li.spoken').first().waitFor();
    const { at } = await film(page, video);
    expect(at).to.be.within(second - 0.2, second + 5);
  });

  it('is rated by 1 to 5; what is kept is there after a reload, with its second', async () => {
    const { page } = hr;
    await open();
    await past(page, 0.5);
    await page.keyboard.press('k');
    await page.keyboard.press('4');
    await page.getByRole('button', { name: /^依据 \d+:\d\d$/ }).waitFor();
    await page.locator('.rate-top').getByText('已存').waitFor();
    const [rating] = (await seen()).mine?.ratings ?? [];
    expect(rating?.level).to.equal(4);
    expect(rating?.place?.at).to.be.a('number');
    await page.keyboard.press('d');
    await page.keyboard.press('2');
    await page.getByText('已存').waitFor();
    await page.reload();
    await past(page, 0.1);
    const rated = (await seen()).mine?.ratings ?? [];
    expect(rated.map(({ level }) => level)).to.have.members([4, 2]);
  });

  it('takes a comment at its second and a mark of one’s own', async () => {
    const { page } = hr;
    await page.keyboard.press('c');
    await page.keyboard.type('这一步是她自己做的吗');
    await page.keyboard.press('Enter');
    await page.locator('.notes li').getByText('这一步是她自己做的吗').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('m');
    await page.locator('.notes li').getByText('关键处', { exact: true }).waitFor();
    expect((await seen()).notes.map(({ kind }) => kind)).to.deep.equal(['comment', 'mark']);
  });

  it('shows the machine and the others only once the own scorecard is in', async () => {
    const { page } = hr;
    expect(await page.getByText('大家的评分').count()).to.equal(0);
    const wanted = room.dimensions.filter(({ asked }) => asked);
    for (const { code, name } of wanted) {
      await page.locator('.rate-head').filter({ hasText: name }).click();
      await page.keyboard.press('3');
      await page.waitForFunction(
        (of) => [...document.querySelectorAll('.rate-head')].some((one) => one.textContent === of),
        `${name}3`,
      );
      expect(code).not.to.equal('');
    }
    await page.getByRole('button', { name: '可用', exact: true }).click();
    await page.getByRole('button', { name: '提交，看大家的' }).click();
    await page.getByRole('heading', { name: '大家的评分' }).waitFor();
    await page.getByRole('columnheader', { name: '机器' }).waitFor();
    await shoot(page, 'review-together-desk');
    await expectSound(page, 'review together');
    expect((await seen()).mine?.submittedAt).to.be.a('number');
  });

  it('fits a phone: the film on top, the words under it, five keys under the thumb', async () => {
    const pocket = await browsers.person({ screen: phone });
    await pocket.context.addCookies(await hr.context.cookies());
    await pocket.page.goto(`${product.base}/#/pages/review/index?interview=${room.interviewId}`);
    await pocket.page.locator('.quick-keys').waitFor();
    await past(pocket.page, 0.2);
    await pocket.page.locator('.review-play').click();
    await shoot(pocket.page, 'review-phone');
    await expectSound(pocket.page, 'review phone');
    const keys = await pocket.page
      .locator('.quick-keys button')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...keys)).to.be.at.least(44);
    await pocket.page.mouse.move(195, 600);
    await pocket.page.mouse.wheel(0, 5000);
    await pocket.page.waitForFunction(
      () => (document.querySelector('.taro_page_show')?.scrollTop ?? 0) > 300,
    );
    const { top, bottom } = await pocket.page
      .locator(video)
      .evaluate((one) => one.getBoundingClientRect());
    expect(top, 'the film stays in sight').to.be.within(-1, 60);
    expect(bottom - top).to.be.at.least(100);
    await shoot(pocket.page, 'review-phone-scrolled');
    await pocket.page.getByRole('button', { name: '看大家的' }).click();
    await pocket.page
      .getByRole('dialog')
      .getByText(room.dimensions[0]?.name ?? '')
      .first()
      .waitFor();
    await shoot(pocket.page, 'review-phone-sheet');
    await expectSound(pocket.page, 'review phone sheet');
    expect(pocket.complaints).to.deep.equal([]);
  });
});
