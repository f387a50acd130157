import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { EmulatedEar } from '../emulators/speech.emulator.js';
import { type Browsers, phone, shoot } from './browser.js';
import {
  agree,
  beginSpeaking,
  choose,
  stopSpeaking,
  untilRecorded,
  untilStored,
  useThis,
} from './candidate.js';
import { aCompany, type Company, invitedTo } from './company.js';
import { expectFits } from './looks.js';
import type { Product } from './product.js';
import { acknowledgedBy, tracksOf } from './slices.js';
import { hearing, microphoneWords } from './spoken.js';
import { useStage } from './stage.js';

const nothing: EmulatedEar = () => ({ segments: [] });
const something = hearing(['我先请顾客坐下。']);
const typed = '盘点少了三件，我重新数了一遍，再查收货单，发现是调拨没有登记，当天补录，账实相符。';

/** What the recorders of a page gave, in bytes. */
async function countRecorded(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(`
    window.recordedBytes = 0;
    window.MediaRecorder = class extends MediaRecorder {
      constructor(stream, options) {
        super(stream, options);
        this.addEventListener('dataavailable', ({ data }) => { window.recordedBytes += data.size; });
      }
    };
  `);
  return () => page.evaluate('window.recordedBytes');
}

/** The device keeps so many slices and has no room for more. */
async function fillUpAfter(page: Page, slices: number): Promise<void> {
  await page.addInitScript(`
    const put = IDBObjectStore.prototype.put;
    let room = ${slices};
    IDBObjectStore.prototype.put = function (value) {
      if (this.name === 'slices' && room-- <= 0) {
        throw new DOMException('no room', 'QuotaExceededError');
      }
      return put.call(this, value);
    };
  `);
}

/** Remembers what the page opens, for the faults below. */
async function rememberStreams(page: Page): Promise<void> {
  await page.addInitScript(`
    window.streams = [];
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      window.streams.push(stream);
      return stream;
    };
  `);
}

/** The camera stays open and gives no picture any more: its track is muted, as browsers do then. */
function freeze(page: Page): Promise<void> {
  return page.evaluate(`
    for (const track of window.streams.at(-1).getVideoTracks()) {
      Object.defineProperty(track, 'muted', { value: true });
      track.dispatchEvent(new Event('mute'));
    }
  `);
}

/** Makes the camera or the microphone of a page end, as when another app takes it. */
async function loseable(page: Page): Promise<(kind: 'audio' | 'video') => Promise<void>> {
  await rememberStreams(page);
  return (kind) =>
    page.evaluate(`
      for (const track of window.streams.at(-1).getTracks().filter((one) => one.kind === '${kind}')) {
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
    `);
}

describe('a device in trouble', function () {
  this.timeout(90_000);
  const stage = useStage('device-trouble');
  let product: Product;
  let company: Company;
  let browsers: Browsers;
  let people = 0;
  let ear = something;

  before(async () => {
    product = await stage.product({ hears: (request) => ear(request) });
    company = await aCompany(product, 2);
    browsers = await stage.browsers({ words: microphoneWords });
  });

  const invited = () => {
    people += 1;
    return invitedTo(company, { name: '周远', phone: `1350013900${people}` });
  };

  async function toDeviceCheck(page: Page): Promise<void> {
    await page.goto(await invited());
    await page.getByRole('button', { name: '开始面试' }).click();
    await agree(page);
    await page.getByRole('heading', { name: '看一下，听一下' }).waitFor();
  }

  it('without trouble: from the link to the first question by seven presses, nothing typed, in under a minute', async () => {
    const { page, context } = await browsers.person({ screen: phone });
    await page.addInitScript(`
      window.addEventListener('click', () => {
        sessionStorage.setItem('presses', String(Number(sessionStorage.getItem('presses')) + 1));
      }, true);
    `);
    const link = await invited();
    const from = performance.now();
    await page.goto(link);
    await page.getByRole('button', { name: '开始面试' }).click();
    await agree(page);
    await page.getByRole('button', { name: '进入第 1 题' }).click();
    await page.getByText('第 1 题，共 2 题').first().waitFor();
    expect(performance.now() - from, 'ms').to.be.below(60_000);
    expect(await page.evaluate(`Number(sessionStorage.getItem('presses'))`)).to.be.at.most(7);
    await context.close();
  });

  describe('the line is measured', () => {
    it('quick: the picture is chosen, and why is said', async () => {
      const { page, context } = await browsers.person({ screen: phone });
      await toDeviceCheck(page);
      await page.getByText('摄像头、麦克风和网都好，先选了录像。').waitFor();
      expect(
        await page.getByRole('button', { name: '录像' }).getAttribute('aria-pressed'),
      ).to.equal('true');
      await page.getByText(/^上传每秒 \d+ KB$/).waitFor();
      await expectFits(page, 'a quick line');
      await shoot(page, 't01-quick');
      await context.close();
    });

    it('slow: voice is chosen, and why is said; the candidate may choose otherwise', async () => {
      const { page, context } = await browsers.person({ screen: phone });
      await page.route('**/api/candidate/line', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 2_500));
        await route.continue();
      });
      await toDeviceCheck(page);
      await page.getByText(/^网慢，先选了语音/).waitFor();
      expect(
        await page.getByRole('button', { name: '语音' }).getAttribute('aria-pressed'),
      ).to.equal('true');
      await page.getByText('够录音').waitFor();
      await expectFits(page, 'a slow line');
      await shoot(page, 't02-slow');
      await choose(page, '录像');
      await beginSpeaking(page);
      await context.close();
    });
  });

  it('has no room left: it says so, keeps on recording, and every recorded byte arrives', async () => {
    const { page, context, complaints } = await browsers.person({ screen: phone });
    const slices = await acknowledgedBy(context);
    const recorded = await countRecorded(page);
    await fillUpAfter(page, 3);
    await toDeviceCheck(page);
    await choose(page, '录像');
    const before = await recorded();
    await beginSpeaking(page);
    await page.getByRole('heading', { name: '设备里没有空间，录制没有断' }).waitFor();
    await expectFits(page, 'no room');
    await shoot(page, 't03-no-room');
    await context.setOffline(true);
    await page.getByText('这台设备也存不下，先留在这一页里，请别关。').waitFor();
    await untilRecorded(page, 9);
    await context.setOffline(false);
    await untilStored(page, 9);
    await stopSpeaking(page);
    const tracks = (await tracksOf(product.dataDir, slices)).filter(
      ({ acknowledged }) => acknowledged > 0,
    );
    expect(tracks, 'picture and sound').to.have.length(2);
    for (const { name, stored, sent } of tracks) {
      expect(stored, name).to.equal(sent);
    }
    const arrived = tracks.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(arrived, 'all that was recorded').to.equal((await recorded()) - before);
    expect(complaints).to.deep.equal([]);
    await context.close();
  });

  it('loses its camera in the middle: the sound goes on, and the next question has the picture again', async () => {
    const { page, context } = await browsers.person({ screen: phone });
    const lose = await loseable(page);
    await toDeviceCheck(page);
    await choose(page, '录像');
    await beginSpeaking(page);
    await untilStored(page, 2);
    await lose('video');
    await page.getByText('摄像头断开了，声音还在录，请接着说。').waitFor();
    await page.getByText('只录声音，没有画面').waitFor();
    await shoot(page, 't04-camera-lost');
    await untilStored(page, 6);
    await stopSpeaking(page);
    await page.getByText('我先请顾客坐下。').waitFor({ timeout: 40_000 });
    await useThis(page);
    await page.getByText('第 2 题，共 2 题').first().waitFor();
    await beginSpeaking(page);
    await page.locator('.answer.with-picture video').waitFor();
    await context.close();
  });

  it('has a camera that stands still: the sound goes on, and it says so', async () => {
    const { page, context } = await browsers.person({ screen: phone });
    await rememberStreams(page);
    await toDeviceCheck(page);
    await choose(page, '录像');
    await beginSpeaking(page);
    await untilStored(page, 2);
    await freeze(page);
    await page.getByText('摄像头断开了，声音还在录，请接着说。').waitFor();
    await page.getByText('只录声音，没有画面').waitFor();
    await untilStored(page, 8);
    await stopSpeaking(page);
    await page.getByText('我先请顾客坐下。').waitFor({ timeout: 40_000 });
    await context.close();
  });

  it('loses its microphone: what was said is stored, and another recording can be made', async () => {
    const { page, context } = await browsers.person({ screen: phone });
    const lose = await loseable(page);
    await toDeviceCheck(page);
    await choose(page, '语音');
    await beginSpeaking(page);
    await untilStored(page, 2);
    await lose('audio');
    await page.getByText('麦克风断开了，说过的都存好了。可以重录，也可以打字。').waitFor();
    await page.getByRole('heading', { name: /^说完了，/ }).waitFor();
    await page.getByRole('button', { name: /^重录/ }).click();
    await page.getByText(/^录制中/).waitFor();
    await untilStored(page, 2);
    await stopSpeaking(page);
    await context.close();
  });

  it('recorded what nobody can hear: only that question is asked again before handing in', async () => {
    ear = nothing;
    const { page, context } = await browsers.person({ screen: phone });
    await page.addInitScript(`
      new MutationObserver(() => {
        window.flashed ||= document.body?.innerText.includes('接下来是第') === true;
      }).observe(document, { childList: true, subtree: true, characterData: true });
    `);
    await toDeviceCheck(page);
    await choose(page, '语音');
    await beginSpeaking(page);
    await untilStored(page, 2);
    await stopSpeaking(page);
    await page
      .getByText('没有听到说话。可以重录，或者把说的写在下面。')
      .waitFor({ timeout: 40_000 });
    await expectFits(page, 'silent');
    await shoot(page, 't05-silent');
    await useThis(page);
    await page.getByText('第 2 题，共 2 题').first().waitFor();
    expect(await page.evaluate('window.flashed'), 'a screen between two questions').to.equal(false);
    await page.getByRole('button', { name: '我想好了，开始回答' }).click();
    await page.getByRole('button', { name: '换打字' }).click();
    await page.getByLabel('您的回答').fill(typed);
    await page.getByRole('button', { name: '写完了' }).click();
    await useThis(page);
    await page.getByRole('heading', { name: '第 1 题听不见您说话' }).waitFor();
    await expectFits(page, 'unheard');
    await shoot(page, 't06-unheard');
    ear = something;
    await page.getByRole('button', { name: '再答第 1 题' }).click();
    await page.getByText('第 1 题，共 2 题').first().waitFor();
    // The second was written, and so goes on the first: back to speaking.
    await page.getByRole('button', { name: '我想好了，开始写' }).click();
    await page.getByRole('button', { name: '改说' }).click();
    await page.getByText(/^录制中/).waitFor();
    await untilStored(page, 2);
    await stopSpeaking(page);
    await page.getByText('我先请顾客坐下。').waitFor({ timeout: 40_000 });
    await useThis(page);
    await page.getByRole('heading', { name: '收到了，周远，辛苦了' }).waitFor();
    await context.close();
  });
});
