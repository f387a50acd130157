import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { routes } from '@zhiyu/contracts/routes';
import type { EvidencePlace, ReviewAnswer, ReviewRoom } from '@zhiyu/contracts/review';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Browsers, desktop, type Person, shoot } from './browser.js';
import { borrowSession } from './company.js';
import { appModule } from '../harness/app-module.js';
import { TestClient } from '../harness/client.js';
import { eventually } from './filmed.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

/** How the time of a review is reckoned: what people do between the keys cannot be counted in a browser. */
const pace = {
  /** Seconds a key, hand on the keyboard. */
  key: 1,
  /** Letters of Chinese read in a second: 400 a minute. */
  letters: 400 / 60,
  /** Recordings are heard at one and a half times their speed. */
  speed: 1.5,
  /** Seconds of thought for each level, and for the decision on the file. */
  level: 3,
  decision: 10,
};
const limit = 180;
const guide = fileURLToPath(new URL('../../../docs/workspace.md', import.meta.url));

/** Levels that a person might give, dimension by dimension. */
const levels = ['4', '3', '4', '4', '5', '3'];

/** What there is to hear (s) and to read (letters) of an interview. */
interface Matter {
  heard: number;
  /** Of what nobody can hear: all of it. */
  whole: number;
  /** Of that, what stands on the screen as the room opens, with the lines that say what is folded. */
  shown: number;
  /** Letters that those lines stand for. */
  folded: number;
}

interface Walk extends Matter {
  name: string;
  keys: number;
  dimensions: number;
}

const lettersIn = (text: string) => text.replace(/\s/g, '').length;

interface RoomModule {
  linesOf(answer: ReviewAnswer, all: readonly EvidencePlace[]): object[];
  silencesOf(measured: ReviewAnswer['silences'], lines: object[]): { from: number; to: number }[];
}

/** Seconds of the recordings that the room plays to who changes nothing: it goes over the silences. */
async function heardOf(answers: readonly ReviewAnswer[]): Promise<number> {
  const room = await appModule<RoomModule>('features/staff-review/review.shared.ts');
  return answers
    .filter(({ recording }) => recording === 'there')
    .reduce((sum, answer) => {
      const silences = room.silencesOf(answer.silences, room.linesOf(answer, []));
      const silent = silences.reduce((all, { from, to }) => all + to - from, 0);
      return sum + (answer.seconds ?? 0) - silent;
    }, 0);
}

/** Recordings and typed answers; the questions are the same for everybody, and known. */
async function matterOf(page: Page, { answers }: ReviewRoom): Promise<Matter> {
  const articles = await page.locator('.review-words article').evaluateAll((all) =>
    all.map((one) => ({
      shown: [...one.querySelectorAll('.review-line-words p')].map((line) => line.textContent),
      folds: [...one.querySelectorAll('.review-fold')].map((line) => line.textContent),
    })),
  );
  const read = answers.flatMap(({ recording, transcript }, n) =>
    recording === 'there' ? [] : [{ transcript, ...(articles[n] ?? { shown: [], folds: [] }) }],
  );
  const told = read.flatMap(({ folds }) => folds);
  const lines = read.flatMap(({ shown }) => shown);
  return {
    heard: await heardOf(answers),
    whole: lettersIn(
      read
        .flatMap(({ transcript }) => transcript?.segments ?? [])
        .map(({ text }) => text)
        .join(''),
    ),
    shown: lettersIn([...lines, ...told].join('')),
    folded: told.reduce((sum, text) => sum + Number(/(\d+) 字/.exec(text)?.[1] ?? 0), 0),
  };
}

/** Seconds of a review in which so many letters are read. */
function reckon({ keys, heard, dimensions }: Walk, letters: number): number {
  const thought = dimensions * pace.level + pace.decision;
  return Math.round(keys * pace.key + heard / pace.speed + letters / pace.letters + thought);
}

const clock = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

function rowOf(walk: Walk): string {
  const { name, keys, heard, whole, shown, folded } = walk;
  const times = [shown, whole].map((letters) => clock(reckon(walk, letters)));
  const cells = [name, keys, `${Math.round(heard)} s`, whole, folded, shown, ...times];
  return `| ${cells.join(' | ')} |`;
}

describe('three example candidates by the keyboard alone (R35-R37)', function () {
  this.timeout(240_000);
  const stage = useStage('walk');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let client: TestClient;
  let keys = 0;
  const walks: Walk[] = [];

  const press = async (...pressed: string[]) => {
    for (const key of pressed) {
      await hr.page.keyboard.press(key);
      keys += 1;
    }
  };
  const fileOf = (page: Page, name: string) =>
    page.locator('.person h1').filter({ hasText: name }).waitFor();

  /** How many of the places to look at lie behind, of how many. */
  async function placeOf(page: Page): Promise<[past: number, all: number]> {
    const text = (await page.locator('.review-brief [role="status"]').textContent()) ?? '';
    const [, past = '', all = ''] = /(\d+) \/ (\d+)/.exec(text) ?? [];
    return [Number(past), Number(all)];
  }

  /** Which answer's recording the marked sentence belongs to; null for words that nobody timed. */
  const recordingHere = (page: Page) =>
    page.evaluate(() => {
      const timed = document.querySelector('.review-words li.spoken button.review-line-words');
      const article = timed?.closest('article');
      return article
        ? [...document.querySelectorAll('.review-words article')].indexOf(article)
        : null;
    });

  /** E by E through everything that the answers rest on, each in sight, until the room says that it was the last. */
  async function walkEvidence(page: Page): Promise<void> {
    const [, all] = await placeOf(page);
    expect(all).to.be.greaterThan(1);
    let playing: number | null = null;
    for (let [past] = await placeOf(page); past < all; [past] = await placeOf(page)) {
      await press('e');
      await page.waitForFunction(
        (before) =>
          Number(
            /\d+/.exec(document.querySelector('.review-brief [role="status"]')?.textContent ?? ''),
          ) > before,
        past,
      );
      await page.waitForFunction(() => {
        const words = document.querySelector('.review-words')?.getBoundingClientRect();
        const here = document.querySelector('.review-words li.spoken')?.getBoundingClientRect();
        return words && here && here.bottom > words.top && here.top < words.bottom;
      });
      const recording = await recordingHere(page);
      // Of a recording that is heard in full one key begins it; the places in it then come up by themselves.
      keys -= recording !== null && recording === playing ? 1 : 0;
      playing = recording;
    }
  }

  /** Every dimension, the opinion, handing in. */
  async function rate(page: Page, room: ReviewRoom): Promise<void> {
    const asked = room.dimensions.filter((one) => one.asked);
    for (const [n, { name }] of asked.entries()) {
      await page.locator('.rate li.is-open').filter({ hasText: name }).waitFor();
      const level = levels[n % levels.length] ?? '3';
      await press(`Shift+Digit${level}`);
      const rated = page.locator('.rate-head').filter({ hasText: name });
      await rated.getByText(level, { exact: true }).waitFor();
    }
    await page.locator('.rate-opinions button:focus').first().waitFor();
    await press('3');
    await page.locator('.rate-opinions [aria-pressed="true"]').getByText('可用').waitFor();
    await page.locator('.rate-hand-in:enabled').waitFor();
    await press('Control+Enter');
    await page.getByRole('heading', { name: '大家的评分' }).waitFor();
  }

  /** With the sound of its recordings measured: until then silences are what lies between timed sentences. */
  const roomOf = async (page: Page): Promise<ReviewRoom> => {
    const id = /interview=([^&]+)/.exec(page.url())?.[1] ?? '';
    for (;;) {
      const room = await client.call(routes.reviewRoom, { id }, await borrowSession(hr));
      if (room.answers.every((one) => one.recording !== 'there' || one.silences !== null)) {
        return room;
      }
      await page.waitForTimeout(500);
    }
  };
  /** The decision that was made last. */
  const lastDecision = async ({ applicationId: id }: ReviewRoom) => {
    const { decisions } = await client.call(routes.application, { id }, await borrowSession(hr));
    return decisions.reduce((last, one) => (one.at > last.at ? one : last));
  };

  before(async () => {
    product = await stage.product({ example: true });
    client = new TestClient(product.base);
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    const link = /HR\s+\S*\s*(http\S+)/.exec(product.printed())?.[1] ?? '';
    await hr.page.goto(link);
    await hr.page.getByRole('heading', { name: /个人在等您/ }).waitFor();
  });

  for (const [name, way] of [
    // From the home page the first who waits.
    ['陈雨桐', [['n'], ['Enter', '陈雨桐']]],
    // From one file to the next: two who wait for their screening lie between, then one on hold.
    [
      '刘思远',
      [
        ['n', '周子涵'],
        ['n', '曹睿'],
        ['n', '徐梦洁'],
        ['n', '刘思远'],
      ],
    ],
    ['郑凯文', [['n', '郑凯文']]],
  ] as const) {
    it(`${name}: opened, heard and read, rated, decided, without the mouse`, async () => {
      const { page } = hr;
      keys = 0;
      for (const [key, there] of way) {
        await press(key);
        await (there ? fileOf(page, there) : page.locator('.waits a:focus').waitFor());
      }
      await press('v');
      await page.locator('.review-words article').first().waitFor();
      const room = await roomOf(page);
      // Chosen once: the next rooms open at the same speed.
      await press(...(walks.length === 0 ? ['>'] : []));
      expect(
        await page.locator('video').evaluate((one: HTMLVideoElement) => one.playbackRate),
      ).to.equal(1.5);
      const matter = await matterOf(page, room);
      await walkEvidence(page);
      await rate(page, room);
      await shoot(page, `walk-${walks.length}`);
      await press('f');
      await fileOf(page, name);
      await press('p');
      await page.getByRole('dialog').getByRole('radio').first().waitFor();
      await press('1', 'Enter');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      // It takes effect a moment later.
      await eventually(async () => expect((await lastDecision(room)).kind).to.equal('pass'));
      const dimensions = room.dimensions.filter((one) => one.asked).length;
      const walk = { name, keys, dimensions, ...matter };
      walks.push(walk);
      expect(reckon(walk, walk.shown), rowOf(walk)).to.be.below(limit);
      expect(hr.complaints).to.deep.equal([]);
    });
  }

  it('what is folded is told, opens one by one, and all of it by one key', async () => {
    const { page } = hr;
    await page.keyboard.press('v');
    await page.locator('.review-words article').first().waitFor();
    const room = await roomOf(page);
    const { whole, shown, folded } = await matterOf(page, room);
    expect(folded).to.be.greaterThan(0);
    expect(shown).to.be.lessThan(whole);
    const folds = page.locator('.review-fold');
    const count = await folds.count();
    await folds.first().click();
    await page.waitForFunction(
      (before) => document.querySelectorAll('.review-fold').length === before - 1,
      count,
    );
    await page.keyboard.press('a');
    await folds.first().waitFor({ state: 'detached' });
    expect(await matterOf(page, room)).to.include({ shown: whole, folded: 0 });
    await page.keyboard.press('a');
    await folds.first().waitFor();
    expect(hr.complaints).to.deep.equal([]);
  });

  it('stands in docs/workspace.md as it was counted', () => {
    const text = readFileSync(guide, 'utf8').replace(/ +/g, ' ');
    expect(walks.map(rowOf).filter((row) => !text.includes(row))).to.deep.equal([]);
  });
});
