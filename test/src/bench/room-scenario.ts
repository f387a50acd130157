import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { routes } from '@zhiyu/contracts/routes';
import { type Browser, chromium, type Page } from 'playwright-core';
import { aCompany, type Company } from '../e2e/company.js';
import { aFilmedInterview } from '../e2e/filmed.js';
import { hourFilms, hourHeard } from '../e2e/filmed-hour.js';
import { startProduct } from '../e2e/product.js';
import type { BenchRun } from './bench-run.js';
import { figure, notMeasured, quantile, type Result } from './result.js';

const below = 1000;
const executablePath = '/usr/bin/chromium';
const screens = fileURLToPath(new URL('../../../miniapp/dist/h5/index.html', import.meta.url));
const scenario = '12 review room in Chromium, an hour';
/** Colleagues who might be asked or named: the room lists them. */
const colleagues = 200;
const size = { width: 1440, height: 900 };

/** Runs in the page: when the key was pressed, and when the recording plays. */
const watch = `(() => {
  addEventListener('keydown', () => (window.benchAsked = performance.now()), true);
  document.addEventListener('playing', ({ target }) => {
    if (target instanceof HTMLVideoElement) window.benchPlays ??= performance.now();
  }, true);
})()`;
const plays = 'window.benchPlays > 0';
const wait = { timeout: 120_000 };

interface Way {
  base: string;
  interviewId: string;
  applicationId: string;
}

/** From the key on the file to the picture that moves (ms): the application is there, the room is not. */
async function fromTheFile(page: Page, { base, applicationId }: Way): Promise<number> {
  await page.goto(`${base}/#/pages/file/index?id=${applicationId}`, wait);
  await page.locator('.person h1').waitFor(wait);
  // As somebody who has looked at the file: what it asked for is there.
  await page.waitForLoadState('networkidle', wait);
  await page.keyboard.press('v');
  await page.waitForFunction(plays, null, wait);
  return page.evaluate<number>('window.benchPlays - window.benchAsked');
}

/** From the address, as a card's link opens it in a browser that has nothing of it yet (ms). */
async function byItsAddress(page: Page, { base, interviewId }: Way): Promise<number> {
  await page.goto(`${base}/#/pages/review/index?interview=${interviewId}`, wait);
  await page.waitForFunction(plays, null, wait);
  return page.evaluate<number>('window.benchPlays');
}

async function once(
  browser: Browser,
  of: { company: Company; way: Way; open: (page: Page, way: Way) => Promise<number> },
): Promise<number> {
  const { company, way, open } = of;
  const context = await browser.newContext({
    ...{ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
    // Only so that this script may ask the page when it plays.
    bypassCSP: true,
  });
  try {
    const cookies = [...company.hr.session.cookies];
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: way.base })));
    await context.addInitScript(watch);
    return await open(await context.newPage(), way);
  } finally {
    await context.close();
  }
}

async function crowd({ client, admin }: Company): Promise<void> {
  for (let n = 0; n < colleagues; n += 1) {
    const who = { name: `同事${n}`, email: `colleague-${n}@yunshan.example` };
    const invite = { ...who, roles: ['interviewer' as const], departmentId: null };
    await client.call(routes.inviteStaff, invite, admin);
  }
}

/** How soon a recording of an hour plays once somebody wants to see it. */
export async function roomOpens(run: BenchRun): Promise<Result[]> {
  const wanted = { scenario, database: 'sqlite', measured: '', aim: `< ${below} ms` } as const;
  if (![executablePath, screens, '/usr/bin/ffmpeg'].every(existsSync)) {
    return [notMeasured(wanted, 'needs chromium, ffmpeg, and the screens: npm run build:h5')];
  }
  const product = await startProduct({ hears: hourHeard });
  const args = ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'];
  const browser = await chromium.launch({ executablePath, args });
  const results: Result[] = [];
  try {
    const company = await aCompany(product, 2, (content) => ({
      ...content,
      plan: { ...content.plan, followUps: 0, resumeQuestions: 0 },
    }));
    await crowd(company);
    const interviewId = await aFilmedInterview(product, company, await hourFilms());
    const { session } = company.hr;
    const room = await company.client.call(routes.reviewRoom, { id: interviewId }, session);
    const way = { base: product.base, interviewId, applicationId: room.applicationId };
    for (const [measured, open] of [
      ['plays after the key on the file', fromTheFile],
      ['plays by its address, nothing there yet', byItsAddress],
    ] as const) {
      const times: number[] = [];
      for (let n = 0; n <= run.pick(9, 5); n += 1) {
        times.push(await once(browser, { company, way, open }));
      }
      // The first one warms the server, not the browser: each browser is new.
      const counted = times.slice(1);
      const ends = `${Math.min(...counted).toFixed(0)}–${Math.max(...counted).toFixed(0)} ms`;
      const note = `median of ${counted.length}, ${ends}; ${colleagues} colleagues; load ${loadavg()[0]?.toFixed(1) ?? ''}`;
      const ours = quantile(counted, 0.5);
      results.push(
        figure({ scenario, database: 'sqlite', measured, unit: 'ms', ours, below, note }),
      );
    }
  } finally {
    await browser.close();
    await product.stop();
  }
  return results;
}
