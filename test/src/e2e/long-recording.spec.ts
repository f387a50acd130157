import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routes } from '@zhiyu/contracts/routes';
import type { ReviewRoom } from '@zhiyu/contracts/review';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Browsers, desktop, type Person, shoot } from './browser.js';
import { aCompany, type Company, lendSession } from './company.js';
import { aFilmedInterview, ffmpeg, type Film } from './filmed.js';
import { film, seekTo } from './outcome.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const video = '.review-screen video';
const minute = 60;
const hour = 60 * minute;
/** Sentences of the long answer: one every six seconds. */
const sentences = 600;
/** What the server may keep more of after an hour was played and sought in (MB). */
const mostMemory = 96;

/** A minute of picture and sound, as a recorder writes it: no index, no length. */
async function aMinute(folder: string): Promise<string> {
  const file = join(folder, 'minute.webm');
  const picture = ['-f', 'lavfi', '-i', 'testsrc=size=320x240:rate=5'];
  const sound = ['-f', 'lavfi', '-i', 'sine=frequency=220:sample_rate=16000'];
  const codecs = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '60k'];
  const voice = ['-g', '25', '-c:a', 'libopus', '-b:a', '12k', '-ac', '1'];
  await ffmpeg(...picture, ...sound, '-t', String(minute), ...codecs, ...voice, file);
  return file;
}

/** So many minutes of it, without encoding again. */
async function repeated(folder: string, from: string, minutes: number): Promise<Film> {
  const file = join(folder, `${minutes}.webm`);
  const live = ['-c', 'copy', '-live', '1', '-f', 'webm'];
  await ffmpeg('-stream_loop', String(minutes - 1), '-i', from, ...live, file);
  return { bytes: readFileSync(file), seconds: minutes * minute };
}

/** One answer of an hour and one of a minute. */
async function films(): Promise<[Film, Film]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyu-hour-'));
  try {
    const one = await aMinute(folder);
    return [await repeated(folder, one, 60), await repeated(folder, one, 1)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As an engine tells an hour: one sentence after another, each with its seconds. */
const told = Array.from({ length: sentences }, (_, i) => ({
  text: `第${i + 1}句，我先请顾客坐下，再请同事接着收银。`,
  start: i * 6,
  end: i * 6 + 5,
}));

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
      hears: async (request) =>
        (await request.seconds()) > 10 * minute
          ? { segments: told }
          : { segments: told.slice(0, 10) },
    });
    company = await aCompany(product, 2, (content) => ({
      ...content,
      plan: { ...content.plan, followUps: 0, resumeQuestions: 0 },
    }));
    const id = await aFilmedInterview(product, company, await films());
    const { session } = company.hr;
    room = await company.client.call(routes.reviewRoom, { id }, session);
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, session);
  });

  it('opens playing within a second, and never asks for all of it', async () => {
    const { page } = hr;
    await page.goto(`${product.base}/#/pages/review/index?interview=${room.interviewId}`);
    await page.locator(video).waitFor();
    const began = Date.now();
    await playsFrom(page, 0);
    // One second on an idle machine; other suites may share this one.
    expect(Date.now() - began, 'until it plays (ms)').to.be.below(3000);
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

  it('follows without a pause: every sentence comes into sight, and no frame takes long', async () => {
    const { page } = hr;
    await page.locator(video).evaluate((one: HTMLVideoElement) => {
      one.pause();
    });
    const longest = await page.evaluate<number, string>(async (selector) => {
      const one = document.querySelector<HTMLVideoElement>(selector);
      const frames: number[] = [];
      let last = performance.now();
      const count = (now: number) => {
        frames.push(now - last);
        last = now;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
      for (let minutes = 0; minutes < 60 && one; minutes += 3) {
        one.currentTime = minutes * 60 + 3;
        await new Promise((done) => one.addEventListener('seeked', done, { once: true }));
        await new Promise((done) => setTimeout(done, 60));
        const words = document.querySelector('.review-words')?.getBoundingClientRect();
        const spoken = document.querySelector('.review-words li.spoken')?.getBoundingClientRect();
        if (!words || !spoken || spoken.top < words.top - 1 || spoken.bottom > words.bottom + 1) {
          throw new Error(`minute ${minutes}: what is said is not in sight`);
        }
      }
      return Math.max(...frames.slice(1));
    }, video);
    // A fifth of a second is seen as a halt; this machine is shared.
    expect(longest, 'the longest frame (ms)').to.be.below(400);
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
    const before = product.memory();
    for (const minutes of [5, 50, 10, 45, 15, 40, 20, 35, 25, 30]) {
      await seekTo(page, video, minutes * minute);
    }
    expect(product.memory() - before, 'megabytes more').to.be.below(mostMemory);
    expect(hr.complaints).to.deep.equal([]);
  });
});
