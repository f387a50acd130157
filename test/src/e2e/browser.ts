import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { awaitArrivals } from './arrival.js';
import { type FakeDevices, fakeDevices, type Sight } from './devices.js';

const shots = fileURLToPath(new URL('./shots/', import.meta.url));

export const phone = { width: 390, height: 844 };
export const desktop = { width: 1440, height: 900 };
/** How long anything may take to appear (ms): two loaded cores. */
const patience = 12_000;

export interface Browsers {
  /** A person's own browser: cookies, storage and permissions apart from the others'. */
  person(options: PersonOptions): Promise<Person>;
  /** Pictures of every screen as it is now, and what the consoles said: for a failed test. */
  testify(name: string): Promise<string>;
  close(): Promise<void>;
}

export interface PersonOptions {
  screen: { width: number; height: number };
  /** False: camera and microphone are refused. */
  devices?: boolean;
  /** What the browser calls itself, e.g. the one within a chat. */
  userAgent?: string;
}

/** One person at one screen. */
export interface Person {
  page: Page;
  context: BrowserContext;
  /** What his pages complained about in the console, so far. */
  complaints: string[];
}

/** Lines of the console that the tests bring about themselves. */
const expected = [
  /net::ERR_INTERNET_DISCONNECTED/,
  /net::ERR_CONNECTION_REFUSED/,
  // Somebody opens a page before he has signed in.
  /401 \(Unauthorized\) \S+\/api\/me$/,
];

function listen(page: Page, complaints: string[]): void {
  page.on('console', (message) => {
    const text = `${message.text()} ${message.location().url}`;
    if (message.type() === 'error' && !expected.some((one) => one.test(text))) {
      complaints.push(text);
    }
  });
  page.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}`));
}

async function open(
  browser: Browser,
  { screen, devices, userAgent }: PersonOptions,
): Promise<Person> {
  const context = await browser.newContext({
    viewport: screen,
    deviceScaleFactor: screen.width < 600 ? 2 : 1,
    hasTouch: screen.width < 600,
    isMobile: screen.width < 600,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    permissions: devices === false ? [] : ['camera', 'microphone'],
    acceptDownloads: true,
    reducedMotion: 'reduce',
    ...(userAgent === undefined ? {} : { userAgent }),
  });
  context.setDefaultTimeout(patience);
  const complaints: string[] = [];
  context.on('page', (page) => {
    listen(page, complaints);
    awaitArrivals(page);
  });
  const page = await context.newPage();
  return { page, context, complaints };
}

function launch(devices: FakeDevices, asks: boolean): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--autoplay-policy=no-user-gesture-required',
      '--use-fake-device-for-media-stream',
      ...(asks ? [] : ['--use-fake-ui-for-media-stream']),
      `--use-file-for-fake-video-capture=${devices.picture}`,
      `--use-file-for-fake-audio-capture=${devices.sound}`,
    ],
  });
}

/**
 * Chromium with a drawn camera and a synthesised Mandarin microphone.
 * @param options `asks`: the browser asks for permission as it does for people, and nobody says yes; `sight`: what
 *   the camera sees
 */
export async function startBrowsers(options: {
  words: string;
  asks?: boolean;
  sight?: Sight;
}): Promise<Browsers> {
  const devices = await fakeDevices(options.words, options.sight);
  const browser = await launch(devices, options.asks ?? false);
  const people: Person[] = [];
  return {
    person: async (of) => {
      const one = await open(browser, of);
      people.push(one);
      return one;
    },
    testify: async (name) => {
      const pages = people.flatMap(({ context }) => context.pages());
      for (const [index, page] of pages.entries()) {
        await shoot(page, `failed-${name}-${index}`);
      }
      const said = people.flatMap(({ complaints }) => complaints);
      return [...pages.map((page) => page.url()), ...said].join('\n');
    },
    close: async () => {
      await browser.close();
      devices.remove();
    },
  };
}

/** A picture of what the person sees, for people to look at afterwards. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}${name}.png` });
}
