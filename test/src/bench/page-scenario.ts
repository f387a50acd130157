import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import type { BenchRun } from './bench-run.js';
import { figure, notMeasured, quantile, type Result } from './result.js';

const below = 1500;
const executablePath = '/usr/bin/chromium';
const screens = fileURLToPath(new URL('../../../miniapp/dist/h5/index.html', import.meta.url));
const scenario = '10 list in Chromium, cold';
const sizes = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

interface Opened {
  /** From the beginning of the navigation (ms). */
  interactive: number;
  requests: number;
  /** Compressed, over the line. */
  kilobytes: number;
}

/**
 * Runs in the page: notes when the first row stands there and the page has come back to its event loop after drawing
 * it, so that a press would be answered.
 */
const watch = `new MutationObserver((_, observer) => {
  if (!document.querySelector('[data-row]')) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => (window.benchInteractive = performance.now())));
}).observe(document, { childList: true, subtree: true });`;

const tell = `(() => {
  const parts = performance.getEntriesByType('resource');
  const bytes = parts.reduce((sum, { transferSize }) => sum + transferSize, 0);
  return { interactive: window.benchInteractive, requests: parts.length, kilobytes: bytes / 1000 };
})()`;

/** A browser that has never been here opens the list by its address. */
async function openCold(
  browser: Browser,
  { base, cookie, size }: { base: string; cookie: string; size: keyof typeof sizes },
): Promise<Opened> {
  const mobile = size === 'phone';
  const context = await browser.newContext({
    ...{ viewport: sizes[size], locale: 'zh-CN', timezoneId: 'Asia/Shanghai' },
    ...{ isMobile: mobile, hasTouch: mobile, deviceScaleFactor: mobile ? 2 : 1 },
    // Only so that this script may ask the page whether it is there yet.
    bypassCSP: true,
  });
  try {
    const cookies = cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=');
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: base };
    });
    await context.addCookies(cookies);
    await context.addInitScript(watch);
    const page = await context.newPage();
    await page.goto(`${base}/#/pages/applications/index`, { timeout: 120_000 });
    await page.waitForFunction('window.benchInteractive > 0', null, { timeout: 120_000 });
    return await page.evaluate<Opened>(tell);
  } finally {
    await context.close();
  }
}

/** How soon the list of many applications can be used in a browser that has nothing of it yet. */
export async function openedCold(run: BenchRun): Promise<Result[]> {
  const wanted = { scenario, database: 'sqlite', measured: '', aim: `< ${below} ms` } as const;
  if (!existsSync(executablePath) || !existsSync(screens)) {
    return [notMeasured(wanted, 'needs chromium, and the screens: npm run build:h5')];
  }
  const product = await run.product(await run.place('sqlite'));
  const many = await product.child.ask('manyApplications', { count: run.pick(100_000, 20_000) });
  const base = `http://127.0.0.1:${product.port}`;
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const results: Result[] = [];
  try {
    for (const size of ['desk', 'phone'] as const) {
      const all: Opened[] = [];
      for (let n = 0; n <= run.pick(9, 5); n++) {
        all.push(await openCold(browser, { base, cookie: many.hr, size }));
      }
      // The first one warms the server, not the browser: each browser is new.
      const opened = all.slice(1);
      const times = opened.map(({ interactive }) => interactive);
      const { requests = 0, kilobytes = 0 } = opened[0] ?? {};
      const note = `median of ${times.length}, smallest ${Math.min(...times).toFixed(0)} ms; ${requests} requests, ${kilobytes.toFixed(0)} kB; load ${loadavg()[0]?.toFixed(1) ?? ''}`;
      const ours = quantile(times, 0.5);
      const measured = `first row answers, ${size}`;
      results.push(
        figure({ scenario, database: 'sqlite', measured, unit: 'ms', ours, below, note }),
      );
    }
  } finally {
    await browser.close();
    await run.stop(product);
  }
  return results;
}
