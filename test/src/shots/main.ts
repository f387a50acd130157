import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { routes } from '@zhiyu/contracts/routes';
import { type Browser, chromium, type Page } from 'playwright-core';
import { desktop, phone } from '../e2e/browser.js';
import { type Product, startProduct } from '../e2e/product.js';
import { TestClient, TestSession } from '../harness/client.js';
import { type PictureOf, pictures, type Shown, type Viewer } from './pages.js';

/** Quality of the pictures: letters stay sharp, and most files stay under 60 kB. */
const QUALITY = 68;
/** A page is still when nothing in it has changed for so long (ms). */
const STILL_MS = 700;
const sizes = { desk: desktop, phone } as const;
type Size = keyof typeof sizes;

const { values } = parseArgs({
  options: { to: { type: 'string' }, only: { type: 'string', default: '' } },
});

async function invitedAuditor(product: Product, admin: Page): Promise<string> {
  const who = { name: '周明', email: 'auditor@example.com', roles: ['auditor' as const] };
  const session = await sessionOf(admin);
  const invite = { ...who, departmentId: null };
  return (await new TestClient(product.base).call(routes.inviteStaff, invite, session)).url;
}

function linkOf(product: Product, viewer: Viewer): string {
  const found = new RegExp(`${viewer}\\s+\\S*\\s*(http\\S+)`).exec(product.printed())?.[1];
  if (found === undefined) {
    throw new Error(`no link for ${viewer} in\n${product.printed()}`);
  }
  return found;
}

/** A browser of its own for each viewer, signed in by the link: it opens once, so both sizes share the session. */
async function pageFor(browser: Browser, link: string | null): Promise<Page> {
  const context = await browser.newContext({
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  if (link !== null) {
    await page.goto(link);
    await page.locator('main, .main').first().waitFor();
    await page.waitForFunction(() => !location.hash.includes('/pages/link/'));
  }
  return page;
}

async function sessionOf(page: Page): Promise<TestSession> {
  const session = new TestSession();
  for (const { name, value } of await page.context().cookies()) {
    session.cookies.set(name, value);
  }
  return session;
}

async function findShown(product: Product, hr: Page): Promise<Shown> {
  const client = new TestClient(product.base);
  const session = await sessionOf(hr);
  const waiting = { stage: 'review' as const, waiting: 'true' as const, order: 'look' as const };
  const { applications } = await client.call(routes.listApplications, waiting, session);
  const id = applications[0]?.id ?? '';
  const { interviews, positionId } = await client.call(routes.application, { id }, session);
  const interviewId = interviews.find(({ kind }) => kind === 'ai')?.id ?? '';
  const { links } = await client.call(routes.listLinks, { id: positionId }, session);
  return { id, interviewId, positionId, code: links[0]?.code ?? '' };
}

/** Until nothing is on its way and nothing has changed for a moment. */
async function untilStill(page: Page): Promise<void> {
  await page.waitForFunction(
    (stillMs) =>
      new Promise<boolean>((done) => {
        const settled = () => done(document.querySelector('.state-loading') === null);
        let timer = setTimeout(settled, stillMs);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(settled, stillMs);
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
        setTimeout(settled, 5 * stillMs);
      }),
    STILL_MS,
  );
}

/** What is seen at one size, as WebP: smaller than PNG by two thirds, and read by every browser. */
async function capture(page: Page, size: Size): Promise<Buffer> {
  const { width, height } = sizes[size];
  const line = await page.context().newCDPSession(page);
  try {
    await line.send('Emulation.setDeviceMetricsOverride', {
      ...{ width, height },
      deviceScaleFactor: 1,
      mobile: size === 'phone',
    });
    await line.send('Emulation.setTouchEmulationEnabled', { enabled: size === 'phone' });
    await page.reload();
    await page.locator('main, .main').first().waitFor();
    await untilStill(page);
    await page.locator('video').evaluateAll((all) => {
      all.forEach((one) => (one as HTMLVideoElement).pause());
    });
    const { data } = await line.send('Page.captureScreenshot', {
      format: 'webp',
      quality: QUALITY,
    });
    return Buffer.from(data, 'base64');
  } finally {
    await line.detach();
  }
}

async function take(page: Page, base: string, of: PictureOf, shown: Shown): Promise<void> {
  const folder = values.to ?? '';
  for (const size of of.only === undefined ? (['desk', 'phone'] as const) : [of.only]) {
    await page.goto(`${base}/#/pages/${of.path(shown)}`);
    const bytes = await capture(page, size);
    writeFileSync(join(folder, `${of.name}-${size}.webp`), bytes);
    process.stdout.write(`  ${of.name}-${size}.webp  ${Math.ceil(bytes.length / 1000)} kB\n`);
  }
}

/** Every page of the example company as people see it, at the desk and on the phone, into the folder `--to`. */
async function main(folder: string): Promise<void> {
  const chosen = pictures.filter(({ name }) => name.includes(values.only));
  mkdirSync(folder, { recursive: true });
  const product = await startProduct({ example: true });
  if (values.only === '') {
    readdirSync(folder)
      .filter((name) => name.endsWith('.webp'))
      .forEach((name) => rmSync(join(folder, name)));
  }
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--autoplay-policy=no-user-gesture-required'],
  });
  try {
    const pages = new Map<Viewer, Promise<Page>>();
    const pageOf = async (viewer: Viewer): Promise<Page> => {
      const known = pages.get(viewer);
      const opened = known ?? pageFor(browser, await linkFor(viewer));
      pages.set(viewer, opened);
      return opened;
    };
    const linkFor = async (viewer: Viewer) => {
      if (viewer === 'nobody') {
        return null;
      }
      return viewer === 'auditor'
        ? invitedAuditor(product, await pageOf('管理员'))
        : linkOf(product, viewer);
    };
    const shown = await findShown(product, await pageOf('HR'));
    for (const of of chosen) {
      await take(await pageOf(of.viewer), product.base, of, shown);
    }
  } finally {
    await browser.close();
    await product.stop();
  }
}

if (values.to === undefined) {
  throw new Error('--to <folder>');
}
await main(values.to);
