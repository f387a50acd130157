import { routes } from '@zhiyu/contracts/routes';
import type { ReviewRoom } from '@zhiyu/contracts/review';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Browsers, desktop, type Person, shoot } from './browser.js';
import { aCompany, type Company, lendSession } from './company.js';
import { aFilmedInterview } from './filmed.js';
import { hour, hourFilms, hourHeard, minute, sentences } from './filmed-hour.js';
import { film, seekTo } from './outcome.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const video = '.review-screen video';
/** What the server may keep more of after an hour was played and sought in (MB). */
const mostMemory = 96;

describe('an hour in the review room (R35)', function () {
  this.timeout(240_000);
  const stage = useStage('hour');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let company: Company;
  let room: ReviewRoom;

  /** Everything rated and handed in, so that the room shows all that it can. */
  const handIn = async () => {
    const { interviewId: id, dimensions } = room;
    for (const { code: dimension } of dimensions) {
      const rating = { level: 3, note: '', place: null, revision: 0 };
      await company.client.call(
        routes.keepRating,
        { id, dimension, ...rating },
        company.hr.session,
      );
    }
    const summary = { opinion: 'yes' as const, reason: '', revision: 0 };
    await company.client.call(routes.keepSummary, { id, ...summary }, company.hr.session);
    await company.client.call(routes.submitScorecard, { id }, company.hr.session);
  };
  const playsFrom = (page: Page, second: number) =>
    page.waitForFunction(
      ([selector, from]) => {
        const one = document.querySelector<HTMLVideoElement>(selector);
        return one !== null && !one.paused && one.currentTime > from && one.readyState > 2;
      },
      [video, second] as const,
    );

  before(async () => {
    product = await stage.product({
      hears: hourHeard,
    });
    company = await aCompany(product, 2, (content) => ({
      ...content,
      plan: { ...content.plan, followUps: 0, resumeQuestions: 0 },
    }));
    const id = await aFilmedInterview(product, company, await hourFilms());
    const { session } = company.hr;
    room = await company.client.call(routes.reviewRoom, { id }, session);
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, session);
  });

  it('plays by itself, waits for nothing but who is signed in and the room, takes a part of it', async () => {
    const { page } = hr;
    const held = new Set<string>();
    // Whatever else the page asks for is never answered.
    await page.route(/\/api\/(?!me$|interviews\/[^/]+\/review$|media\/)/, (route) => {
      held.add(new URL(route.request().url()).pathname);
    });
    await page.goto(`${product.base}/#/pages/review/index?interview=${room.interviewId}`);
    await playsFrom(page, 0);
    expect([...held]).to.include(routes.railCounts.path);
    const there = await page
      .locator(video)
      .evaluate(({ buffered }: HTMLVideoElement) => buffered.end(buffered.length - 1));
    expect(there, 'of an hour (s)').to.be.below(hour / 2);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.reload();
    await playsFrom(page, 0);
    expect((await film(page, video)).duration).to.be.closeTo(hour, 3);
    expect(room.answers[0]?.transcript?.segments).to.have.length(sentences);
  });

  it('goes to minute 55 by a range of its bytes, the words with it', async () => {
    const { page } = hr;
    const asked: string[] = [];
    page.on('request', (one) => {
      if (one.resourceType() === 'media') asked.push(one.headers()['range'] ?? '');
    });
    await seekTo(page, video, 55 * minute);
    await page.locator(video).evaluate((one: HTMLVideoElement) => one.play());
    await playsFrom(page, 55 * minute + 0.3);
    expect(asked.some((range) => Number(/^bytes=(\d+)-/.exec(range)?.[1] ?? 0) > 0)).to.equal(true);
    await page
      .locator('.review-words li.spoken')
      .getByText(/^第55[12]句/)
      .waitFor();
    await shoot(page, 'review-hour');
  });

  it('follows: every sentence comes into sight, and of a thousand only two are drawn again', async () => {
    const { page } = hr;
    await page.locator(video).evaluate((one: HTMLVideoElement) => {
      one.pause();
    });
    const drawn = await page.evaluate<number[], string>(async (selector) => {
      const one = document.querySelector<HTMLVideoElement>(selector);
      const list = document.querySelector('.review-words') ?? document.body;
      const counts: number[] = [];
      const observer = new MutationObserver(() => undefined);
      observer.observe(list, { subtree: true, attributes: true, childList: true });
      for (let minutes = 0; minutes < 60 && one; minutes += 3) {
        one.currentTime = minutes * 60 + 3;
        await new Promise((done) => one.addEventListener('seeked', done, { once: true }));
        await new Promise((done) => setTimeout(done, 60));
        const words = document.querySelector('.review-words')?.getBoundingClientRect();
        const spoken = document.querySelector('.review-words li.spoken')?.getBoundingClientRect();
        if (!words || !spoken || spoken.top < words.top - 1 || spoken.bottom > words.bottom + 1) {
          throw new Error(`minute ${minutes}: what is said is not in sight`);
        }
        counts.push(new Set(observer.takeRecords().map(({ target }) => target)).size);
      }
      return counts;
    }, video);
    // The one that was spoken, and the one that is.
    expect(Math.max(...drawn)).to.be.at.most(2);
  });

  it('room to file by F and back by V, thirty times: neither is ever blank', async () => {
    const { page } = hr;
    await handIn();
    await page.getByRole('heading', { name: '大家的评分' }).waitFor();
    await page.keyboard.press('k');
    for (let turn = 1; turn <= 30; turn += 1) {
      await playsFrom(page, 0);
      await page.keyboard.press('f');
      await page.locator('.person h1').filter({ hasText: '陈雨桐' }).waitFor();
      await page.keyboard.press('v');
      await page.locator('.review-words article').first().waitFor();
    }
    expect(hr.complaints).to.deep.equal([]);
  });

  it('holds only what plays: the server does not grow by what was watched', async () => {
    const { page } = hr;
    // The room was opened a moment ago: nothing can be sought in a film of which nothing is known.
    await playsFrom(page, 0);
    const before = product.memory();
    for (const minutes of [5, 50, 10, 45, 15, 40, 20, 35, 25, 30]) {
      await seekTo(page, video, minutes * minute);
    }
    expect(product.memory() - before, 'megabytes more').to.be.below(mostMemory);
    expect(hr.complaints).to.deep.equal([]);
  });
});
