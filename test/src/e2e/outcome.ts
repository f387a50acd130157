import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { shoot } from './browser.js';
import { expectFits } from './looks.js';

interface Film {
  duration: number;
  at: number;
  error: number | null;
}

/** The video on the page as its element knows it. */
export function film(page: Page, selector: string): Promise<Film> {
  return page.locator(selector).evaluate((video: HTMLVideoElement) => ({
    duration: video.duration,
    at: video.currentTime,
    error: video.error?.code ?? null,
  }));
}

/** Jumps to a second, as a drag of the slider does, and waits for the picture. */
export async function seekTo(page: Page, selector: string, second: number): Promise<void> {
  await page.locator(selector).evaluate(async (video: HTMLVideoElement, to: number) => {
    video.pause();
    const there = new Promise<void>((done) => {
      video.addEventListener('seeked', () => done(), { once: true });
    });
    video.currentTime = to;
    await there;
  }, second);
  const { at } = await film(page, selector);
  expect(at).to.be.closeTo(second, 0.3);
}

/** How far behind its second a recording may be when it is looked at: it plays meanwhile. */
const playedMeanwhile = 5;

/** Every pill of the evidence plays the recording from its second; the video can be sought. */
export async function expectPillsSeek(page: Page): Promise<void> {
  const pills = page.getByRole('button', { name: /^从 \d+:\d\d 播放$/ });
  // They can be pressed once the right to see recordings is known.
  await pills.first().waitFor();
  const names = await pills.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  const seconds = names.map((name) => {
    const [, minutes = '0', rest = '0'] = /(\d+):(\d\d)/.exec(name ?? '') ?? [];
    return Number(minutes) * 60 + Number(rest);
  });
  expect(Math.max(...seconds), `a pill after the first second: ${names.join(' ')}`).to.be.above(0);
  const video = '.player video';
  for (const [at, second] of seconds.entries()) {
    await pills.nth(at).click();
    await page.waitForFunction(
      ([selector, from, until]) => {
        const found = document.querySelector<HTMLVideoElement>(selector);
        if (found === null || found.seeking) return false;
        return found.currentTime > from && found.currentTime < until;
      },
      [video, second, second + playedMeanwhile] as const,
    );
  }
  const { duration, error } = await film(page, video);
  expect(error).to.equal(null);
  expect(Number.isFinite(duration), 'a length').to.equal(true);
  await seekTo(page, video, 1);
}

/** What the candidate reads after a pass: by whom, time, place, contact, a calendar file. */
export async function expectPassed(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: `${name}，线上面试通过了` }).waitFor();
  await page.getByText('下一步在下面。').waitFor();
  const round = page.locator('.status-round');
  await round.getByRole('heading', { name: '店长面谈与门店试岗' }).waitFor();
  await round.getByText(/^\d+月\d+日 14:00$|^(今天|明天|后天) 14:00$/).waitFor();
  await round.getByText('湖滨店一楼服务台').waitFor();
  await round.getByText('门店店长', { exact: true }).waitFor();
  await expectFits(page, 'passed');
  await shoot(page, 'a35-passed');
  const href = await round.getByRole('link', { name: '加到日历' }).getAttribute('href');
  const file = await page.evaluate(async (url) => {
    const response = await fetch(url);
    return { type: response.headers.get('content-type'), text: await response.text() };
  }, href ?? '');
  expect(file.type).to.include('text/calendar');
  expect(file.text).to.match(/^BEGIN:VCALENDAR[^]*DTSTART[^]*LOCATION:湖滨店一楼服务台/);
}
