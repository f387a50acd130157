import { setTimeout as sleep } from 'node:timers/promises';
import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { oneStory } from '../harness/one-story.js';
import { type Browsers, type Person, phone, shoot } from './browser.js';
import {
  agree,
  beginSpeaking,
  choose,
  stopSpeaking,
  untilRecorded,
  untilStored,
  useThis,
} from './candidate.js';
import { aCompany, borrowSession, type Company, invitedTo } from './company.js';
import type { Product } from './product.js';
import { acknowledgedBy, tracksOf } from './slices.js';
import { microphoneWords } from './spoken.js';
import { useStage } from './stage.js';

/** 还剩 2:31: what the page shows of the answer time, seconds. */
async function leftOn(page: Page): Promise<number> {
  const [, minutes = '0', seconds = '0'] =
    /(\d+):(\d\d)/.exec(await page.locator('.answer-left b').innerText()) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

describe('everything at once: reload, no network for 30 s, two kills, another phone', function () {
  this.timeout(240_000);
  oneStory();
  const stage = useStage('storm');
  let product: Product;
  let company: Company;
  let browsers: Browsers;
  let first: Person;
  let second: Person;
  let link = '';
  let slices: Awaited<ReturnType<typeof acknowledgedBy>>;
  let others: typeof slices;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 1);
    browsers = await stage.browsers({ words: microphoneWords });
    first = await browsers.person({ screen: phone });
    second = await browsers.person({ screen: phone });
    slices = await acknowledgedBy(first.context);
    others = await acknowledgedBy(second.context);
    link = await invitedTo(company, { name: '周远', phone: '13700137000' });
    await first.page.goto(link);
    await first.page.getByRole('button', { name: '开始面试' }).click();
    await agree(first.page);
    await choose(first.page, '录像');
  });

  /** The end of the running answer, by the server's book, and the server's clock. */
  const timesOf = async (person: Person) => {
    const session = await borrowSession(person);
    const { current, serverNow } = await company.client.call(
      routes.candidateInterview,
      {},
      session,
    );
    return { endsAt: current?.answerEndsAt ?? 0, serverNow };
  };

  const expectTimeRight = async (person: Person, endsAt: number) => {
    const times = await timesOf(person);
    expect(times.endsAt, 'the end stays where it was').to.equal(endsAt);
    expect(await leftOn(person.page)).to.be.closeTo((endsAt - times.serverNow) / 1000, 3);
  };

  it('30 s without a network and a server killed in them: recorded on, and nothing is sent twice or lost', async () => {
    const { page, context } = first;
    await beginSpeaking(page);
    await untilStored(page, 4);
    const { endsAt } = await timesOf(first);
    await context.setOffline(true);
    await page.getByRole('heading', { name: '网断了，录制没有断' }).waitFor();
    await Promise.all([product.killAndRestart(), sleep(30_000)]);
    await shoot(page, 'g01-offline-30');
    await context.setOffline(false);
    await untilStored(page, 34);
    await expectTimeRight(first, endsAt);
    await product.killAndRestart();
    await untilRecorded(page, 44);
    await untilStored(page, 42);
    await expectTimeRight(first, endsAt);
  });

  it('a reload in the middle brings what was recorded to the same question', async () => {
    const { page } = first;
    await page.reload();
    await page.getByRole('heading', { name: /^说完了，/ }).waitFor({ timeout: 30_000 });
    await page.getByText('第 1 题，共 1 题').first().waitFor();
    const said = await page.getByRole('heading', { name: /^说完了，/ }).innerText();
    const [, minutes = '0', seconds = '0'] = /(?:(\d+) 分 )?(\d+) 秒/.exec(said) ?? [];
    expect(Number(minutes) * 60 + Number(seconds)).to.be.at.least(40);
    await shoot(page, 'g02-after-reload');
  });

  it('another phone goes on with the question, and its time is its own', async () => {
    await first.page.getByRole('button', { name: /^重录/ }).click();
    await first.page.getByText(/^录制中/).waitFor();
    await untilStored(first.page, 4);
    // The link was opened once: another phone comes in with digits that the first one shows.
    const session = await borrowSession(first);
    const { digits } = await company.client.call(routes.deviceCode, {}, session);
    const { page } = second;
    await page.goto(link);
    await page.getByLabel('6 位数字').fill(digits);
    await page.getByRole('button', { name: '接着面' }).click();
    await page.getByRole('button', { name: '录像' }).click();
    await page.getByRole('button', { name: '从第 1 题接着来' }).click();
    await page.getByRole('button', { name: '在这台设备上接着答' }).click();
    await page.getByText(/^录制中/).waitFor();
    await untilStored(page, 4);
    await expectTimeRight(second, (await timesOf(second)).endsAt);
    await first.page.getByRole('heading', { name: '这道题正在另一台设备上答' }).waitFor();
    await stopSpeaking(page);
    await page.getByText('都存好了。这一步不计时，不急。').waitFor();
    await useThis(page);
    await page.getByRole('heading', { name: '收到了，周远，辛苦了' }).waitFor();
    await shoot(page, 'g03-handed-in');
  });

  it('every acknowledged slice of every recording is on the server, byte for byte', async () => {
    const tracks = await tracksOf(product.dataDir, [...slices, ...others]);
    expect(tracks, 'picture and sound of three attempts').to.have.length(6);
    for (const { name, bytes, stored, sent, acknowledged } of tracks) {
      expect(acknowledged, name).to.be.above(0);
      expect(stored, name).to.equal(sent);
      // A slice whose answer was lost on the way is there too, and never twice.
      expect(bytes, name).to.be.at.least(acknowledged);
    }
    const longest = Math.max(...tracks.map(({ bytes }) => bytes));
    expect(longest, '44 s of picture and sound').to.be.above(44 * 10_000);
  });
});
