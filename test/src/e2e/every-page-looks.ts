import type { Page, Route } from 'playwright-core';
import { shoot } from './browser.js';
import { atTwice, axeOn, cutOn, keysOn, outsideOn } from './looks.js';
import { smallTargetsOn } from './touch.js';

const screens = {
  desk: { width: 1440, height: 900 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 640 },
};
type Size = keyof typeof screens;

/** Where what is looked for: the widths differ in layout, the languages in the length of words, not in their parts. */
const plans: Record<'zh' | 'en', Record<'sizes' | 'twice' | 'axe' | 'finger', readonly Size[]>> = {
  zh: {
    sizes: ['desk', 'tablet', 'phone', 'narrow'],
    twice: ['desk', 'phone'],
    axe: ['desk', 'phone'],
    finger: ['phone', 'narrow'],
  },
  en: {
    sizes: ['desk', 'tablet', 'phone', 'narrow'],
    twice: ['desk', 'phone'],
    axe: ['phone'],
    finger: ['narrow'],
  },
};

const drawn = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );

/** What a page that is there shows wrongly at any width, at 200 %, to axe, to a finger, in words. */
export async function faultsOn(
  page: Page,
  { name, language }: { name: string; language: 'zh' | 'en' },
): Promise<string[]> {
  const found: string[] = [];
  const plan = plans[language];
  const note = (what: string, all: string[]) => found.push(...all.map((one) => `${what}: ${one}`));
  const fit = async () => [...(await outsideOn(page)), ...(await cutOn(page))];
  for (const size of plan.sizes) {
    const { width } = screens[size];
    await page.setViewportSize(screens[size]);
    await drawn(page);
    note(`${width} px`, await fit());
    if (plan.twice.includes(size)) {
      note(`${width} px at 200 %`, await atTwice(page, fit));
    }
    if (plan.axe.includes(size)) {
      await shoot(page, `p-${name}-${language}-${width}`);
      note(`${width} px, axe`, await axeOn(page));
    }
    if (plan.finger.includes(size)) {
      note(`${width} px, finger`, await smallTargetsOn(page));
    }
  }
  note('key', await keysOn(page));
  return found;
}

const waits = (page: Page) => page.locator('.state-loading').filter({ visible: true });

/** Until the page shows what it has to show, and waits for nothing more. */
export async function untilThere(page: Page, there: string): Promise<void> {
  await page.locator(there).filter({ visible: true }).first().waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('.state-loading')].every((one) => !one.checkVisibility()),
  );
}

const raw = /\b(?:Error|undefined|null|internal|HTTP|500|fetch)\b|[{}[\]]/;

/** How the server does not answer: it fails, or nothing reaches it. */
const refusals = {
  fails: (route: Route) => route.fulfill({ status: 500, body: 'Internal Server Error' }),
  gone: (route: Route) => route.abort('internetdisconnected'),
};

/**
 * Opens a page whose server first says nothing and then fails, or is not reached: something must say that it loads,
 * then what to do in words, and trying again must work. @returns what is wrong
 */
export async function faultsWithout(
  page: Page,
  { url, there, how = 'fails' }: { url: string; there: string; how?: keyof typeof refusals },
): Promise<string[]> {
  const found: string[] = [];
  let fails = true;
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  await page.route(/\/api\/(?!me$|stream)/, async (route) => {
    await held;
    await (fails ? refusals[how](route) : route.continue());
  });
  try {
    await page.goto('about:blank');
    await page.goto(url);
    await waits(page)
      .first()
      .waitFor()
      .catch(() => found.push('loading: nothing says that it loads'));
    release();
    const alerts = page.getByRole('alert').filter({ visible: true });
    await alerts.first().waitFor();
    const text = (await alerts.allInnerTexts()).join(' ');
    if (how === 'gone' && !text.includes('没有连上网'))
      found.push(`error: not the network in “${text}”`);
    if (raw.test(text)) found.push(`error: a raw word in “${text}”`);
    if ((await waits(page).count()) > 0) found.push('error: still loads beside it');
    fails = false;
    const again = alerts.getByRole('button');
    await again.first().click();
    // The first may have brought back what the others stood for: those left are pressed where they stand.
    await again.evaluateAll((left) => left.forEach((one) => (one as HTMLElement).click()));
    await untilThere(page, there);
  } catch (error) {
    found.push(String(error).split('\n')[0] ?? '');
  } finally {
    release();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  }
  return found;
}
