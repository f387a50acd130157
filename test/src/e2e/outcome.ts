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

/** A pill of the evidence plays the recording from its second; the video can be sought. */
export async function expectPillSeeks(page: Page): Promise<void> {
  const pills = page.getByRole('button', { name: /^从 \d+:\d\d 播放$/ });
  const names = await pills.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  const secondOf = (name: string | null) => {
    const [, minutes = '0', seconds = '0'] = /(\d+):(\d\d)/.exec(name ?? '') ?? [];
    return Number(minutes) * 60 + Number(seconds);
  };
  const later = names.findIndex((name) => secondOf(name) > 0);
  expect(later, `a pill after the first second among ${names.join(' ')}`).to.be.at.least(0);
  const second = secondOf(names[later] ?? null);
  await pills.nth(later).click();
  const video = '.player video';
  await page.waitForFunction(
    ([selector, from]) => {
      const found = document.querySelector<HTMLVideoElement>(selector);
      return found !== null && !found.seeking && found.currentTime > from + 0.2;
    },
    [video, second] as const,
  );
  const { duration, at, error } = await film(page, video);
  expect(error).to.equal(null);
  expect(Number.isFinite(duration), 'a length').to.equal(true);
  expect(at).to.be.within(second, duration + 0.1);
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
