import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { routes } from '@zhiyu/contracts/routes';
import type { ReviewRoom } from '@zhiyu/contracts/review';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Browsers, desktop, type Person, shoot } from './browser.js';
import { borrowSession } from './company.js';
import { TestClient } from '../harness/client.js';
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
  read: number;
  /** Letters of typed answers that the evidence stands in, and as many around them. */
  marked: number;
}

interface Walk extends Matter {
  name: string;
  keys: number;
  dimensions: number;
}

/** Letters of an answer that some evidence covers, each once. */
function covered({ evidence }: ReviewRoom, answerId: string): number {
  const letters = new Set<number>();
  for (const { start, end } of evidence.filter((one) => one.answerId === answerId)) {
    for (let at = start; at < end; at += 1) {
      letters.add(at);
    }
  }
  return letters.size;
}

/** Recordings and typed answers; the questions are the same for everybody, and known. */
function matterOf(room: ReviewRoom): Matter {
  const recorded = room.answers.filter(({ recording }) => recording === 'there');
  const typed = room.answers
    .filter(({ recording }) => recording !== 'there')
    .map(({ answerId, transcript }) => {
      const letters = (transcript?.segments ?? []).reduce((sum, { text }) => sum + text.length, 0);
      return { letters, marked: Math.min(letters, 2 * covered(room, answerId)) };
    });
  return {
    heard: recorded.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0),
    read: typed.reduce((sum, { letters }) => sum + letters, 0),
    marked: typed.reduce((sum, { marked }) => sum + marked, 0),
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
  const { name, keys, heard, read, marked } = walk;
  const times = [marked, read].map((letters) => clock(reckon(walk, letters)));
  const cells = [name, keys, `${Math.round(heard)} s`, read, marked, ...times];
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
  const bare = (text: string | null) => (text ?? '').replace(/\s/g, '');

  /** E by E through everything that the answers rest on, each in sight; ends before it begins again. */
  async function walkEvidence(page: Page): Promise<void> {
    const seen: string[] = [];
    for (;;) {
      await press('e');
      const spoken = page.locator('.review-words li.spoken').filter({ has: page.locator('mark') });
      await spoken.waitFor();
      const said = bare(await spoken.textContent());
      if (seen.length > 0 && said === seen[0]) {
        break;
      }
      expect(seen, 'the same words twice').not.to.include(said);
      seen.push(said);
      await page.waitForFunction(() => {
        const words = document.querySelector('.review-words')?.getBoundingClientRect();
        const here = document.querySelector('.review-words li.spoken')?.getBoundingClientRect();
        return words && here && here.bottom > words.top && here.top < words.bottom;
      });
    }
    expect(seen.length).to.be.greaterThan(1);
  }

  /** Every dimension, the opinion, handing in. */
  async function rate(page: Page, room: ReviewRoom): Promise<void> {
    for (const [n, { code, name }] of room.dimensions.entries()) {
      const open = page.locator('.rate li.is-open');
      await open.filter({ hasText: name }).waitFor();
      await press(levels[n % levels.length] ?? '3');
      await open.locator('[aria-pressed="true"]').waitFor();
      expect(code).not.to.equal('');
      if (n < room.dimensions.length - 1) {
        await press('d');
      }
    }
    await press('o', '3');
    await page.locator('.rate-opinions [aria-pressed="true"]').getByText('可用').waitFor();
    await page.locator('.rate-hand-in:enabled').waitFor();
    await press('Control+Enter');
    await page.getByRole('heading', { name: '大家的评分' }).waitFor();
  }

  const roomOf = async (page: Page) => {
    const id = /interview=([^&]+)/.exec(page.url())?.[1] ?? '';
    return client.call(routes.reviewRoom, { id }, await borrowSession(hr));
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
        ['n', '刘思远'],
      ],
    ],
    [
      '郑凯文',
      [
        ['n', '徐梦洁'],
        ['n', '郑凯文'],
      ],
    ],
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
      await press('>');
      await walkEvidence(page);
      await rate(page, room);
      await shoot(page, `walk-${walks.length}`);
      await press('f');
      await fileOf(page, name);
      await press('p');
      await page.getByRole('dialog').getByRole('radio').first().waitFor();
      await press('1', 'Enter');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect((await lastDecision(room)).kind).to.equal('pass');
      const walk = { name, keys, dimensions: room.dimensions.length, ...matterOf(room) };
      walks.push(walk);
      expect(reckon(walk, walk.marked), rowOf(walk)).to.be.below(limit);
      expect(hr.complaints).to.deep.equal([]);
    });
  }

  it('stands in docs/workspace.md as it was counted', () => {
    const text = readFileSync(guide, 'utf8').replace(/ +/g, ' ');
    expect(walks.map(rowOf).filter((row) => !text.includes(row))).to.deep.equal([]);
  });
});
