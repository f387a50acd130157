import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Browsers, type Person, phone, shoot } from './browser.js';
import { agree, beginSpeaking, choose, stopSpeaking, untilStored } from './candidate.js';
import { aCompany, type Company, invitedTo } from './company.js';
import { expectFits } from './looks.js';
import type { Product } from './product.js';
import { microphoneWords } from './spoken.js';
import { useStage } from './stage.js';

/** A clip as a phone's camera app would hand over: Chromium records two seconds of the fake camera. */
async function ownClip(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d');
    const timer = setInterval(() => {
      if (context) {
        context.fillStyle = `hsl(${performance.now() % 360}, 60%, 50%)`;
        context.fillRect(0, 0, canvas.width, canvas.height);
      }
    }, 50);
    const sound = new AudioContext();
    const to = sound.createMediaStreamDestination();
    const tone = sound.createOscillator();
    tone.connect(to);
    tone.start();
    const stream = new MediaStream([
      ...canvas.captureStream(15).getTracks(),
      ...to.stream.getTracks(),
    ]);
    const recorder = new MediaRecorder(stream, { mimeType: 'video/webm;codecs=vp8,opus' });
    const data = new Promise<Blob>((done) => {
      recorder.ondataavailable = (event) => done(event.data);
    });
    recorder.start();
    setTimeout(() => recorder.stop(), 3_000);
    const blob = await data;
    clearInterval(timer);
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return Buffer.from(bytes);
}

describe("the candidate's device", function () {
  this.timeout(60_000);
  const stage = useStage('devices');
  let product: Product;
  let company: Company;
  let browsers: Browsers;
  let asking: Browsers;
  let people = 0;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 1);
    browsers = await stage.browsers({ words: microphoneWords });
    asking = await stage.browsers({ words: microphoneWords, asks: true });
  });

  /** A candidate invited just now. @returns the link to the own page */
  async function invited(lastFour: string): Promise<string> {
    people += 1;
    const name = `候选人${'甲乙丙丁戊'.charAt(people)}`;
    return invitedTo(company, { name, phone: `1360013${lastFour}` });
  }

  async function toDeviceCheck({ page }: Person, link: string): Promise<void> {
    await page.goto(link);
    await page.getByRole('button', { name: '开始面试' }).click();
    await agree(page);
    await page.getByRole('heading', { name: '看一下，听一下' }).waitFor();
  }

  it('a second device goes on with six digits of the first; wrong ones are counted', async () => {
    const link = await invited('7001');
    const first = await browsers.person({ screen: phone });
    await toDeviceCheck(first, link);
    await first.page.getByRole('button', { name: '换设备' }).click();
    await first.page.getByRole('heading', { name: '在另一台设备上填这 6 位' }).waitFor();
    const digits = await first.page.locator('.code-digits').innerText();
    expect(digits).to.match(/^\d{6}$/);
    await shoot(first.page, 'c01-digits');
    const second = await browsers.person({ screen: phone });
    const { page } = second;
    await page.goto(link);
    await page.getByRole('heading', { name: '在这台设备上接着面' }).waitFor();
    await expectFits(page, 'second device');
    await page.getByLabel('6 位数字').fill(digits === '000000' ? '111111' : '000000');
    await page.getByText(/还可以试 4 次/).waitFor();
    await shoot(page, 'c02-wrong');
    await page.getByLabel('6 位数字').fill(digits);
    await page.getByRole('button', { name: '开始面试' }).click();
    await page.getByRole('heading', { name: '看一下，听一下' }).waitFor();
    await shoot(page, 'c03-goes-on');
    await first.context.close();
    await second.context.close();
  });

  it('without the first device the last four digits of the phone open it', async () => {
    const link = await invited('7002');
    const first = await browsers.person({ screen: phone });
    await first.page.goto(link);
    await first.page.getByRole('button', { name: '开始面试' }).waitFor();
    const second = await browsers.person({ screen: phone });
    await second.page.goto(link);
    await second.page.getByRole('button', { name: '原来的手机打不开，用手机号后 4 位' }).click();
    await second.page.getByLabel('4 位数字').fill('7002');
    await second.page.getByRole('heading', { name: /线上面试等您来$/ }).waitFor();
    await first.context.close();
    await second.context.close();
  });

  it('a question that one device answers is not begun at the other, until the candidate takes it over', async () => {
    const link = await invited('7006');
    const first = await browsers.person({ screen: phone });
    await toDeviceCheck(first, link);
    await choose(first.page, '语音');
    await beginSpeaking(first.page);
    const second = await browsers.person({ screen: phone });
    const { page } = second;
    await page.goto(link);
    await page.getByRole('button', { name: '原来的手机打不开，用手机号后 4 位' }).click();
    await page.getByLabel('4 位数字').fill('7006');
    await page.getByRole('button', { name: '接着面' }).click();
    await page.getByRole('button', { name: '语音' }).click();
    await page.getByRole('button', { name: '从第 1 题接着来' }).click();
    await page.getByRole('heading', { name: '这道题正在另一台设备上答' }).waitFor();
    await expectFits(page, 'elsewhere');
    await shoot(page, 'c09-elsewhere');
    await first.page.getByText(/^录制中/).waitFor();
    await untilStored(first.page, 2);
    await page.getByRole('button', { name: '在这台设备上接着答' }).click();
    await page.getByText(/^录制中/).waitFor();
    await first.page.getByText('换到另一台设备答了，这边说过的会存好。').waitFor();
    await first.page.getByRole('heading', { name: '这道题正在另一台设备上答' }).waitFor();
    await untilStored(page, 2);
    await stopSpeaking(page);
    await first.page.getByRole('heading', { name: /^说完了，/ }).waitFor();
    for (const one of [first, second]) {
      expect(one.complaints.filter((line) => !line.includes('401'))).to.deep.equal([]);
      await one.context.close();
    }
  });

  it('a text finished without a network is handed in when it is back; what is typed is kept by the server', async () => {
    const person = await browsers.person({ screen: phone });
    const { page } = person;
    await toDeviceCheck(person, await invited('7007'));
    await choose(page, '打字');
    await page.getByRole('button', { name: '我想好了，开始写' }).click();
    const kept = page.waitForRequest((one) => one.method() === 'PUT', { timeout: 20_000 });
    await page.getByLabel('您的回答').fill('先问清楚。');
    expect((await kept).postDataJSON()).to.include({ text: '先问清楚。' });
    await page.getByLabel('您的回答').fill('先问清楚，再看小票。');
    await person.context.setOffline(true);
    await page.getByRole('button', { name: '写完了' }).click();
    await page.getByText('正在发').first().waitFor();
    await person.context.setOffline(false);
    await page.getByRole('heading', { name: '写完了' }).waitFor();
    await page.getByText('先问清楚，再看小票。').first().waitFor();
    expect(person.complaints).to.deep.equal([]);
    await person.context.close();
  });

  it('a refused camera is one sentence, a repair and a way around that works', async () => {
    const person = await asking.person({ screen: phone, devices: false });
    const { page } = person;
    await toDeviceCheck(person, await invited('7003'));
    await page.getByRole('alert').getByText('摄像头没有得到允许').waitFor();
    await page.getByRole('button', { name: '再试一次' }).waitFor();
    await expectFits(page, 'refused');
    await shoot(page, 'c04-refused');
    await page.getByRole('button', { name: '这次打字回答' }).click();
    await page.getByText('第 1 题，共 1 题').first().waitFor();
    await page.getByRole('button', { name: '我想好了，开始写' }).click();
    await page.getByLabel('您的回答').waitFor();
    await person.context.close();
  });

  it('a recorder that gave nothing is said to have given nothing, and another recording can be made', async () => {
    const person = await browsers.person({ screen: phone });
    const { page } = person;
    await page.addInitScript(() => {
      // As when it is stopped before the encoder has its first picture.
      Object.defineProperty(Blob.prototype, 'arrayBuffer', {
        value: () => Promise.resolve(new ArrayBuffer(0)),
      });
    });
    await toDeviceCheck(person, await invited('7005'));
    await choose(page, '录像');
    await beginSpeaking(page);
    await page.getByRole('button', { name: '说完了' }).click();
    await page.getByRole('heading', { name: '什么也没有录到' }).waitFor();
    await page.getByText('再录一次，或者把想说的写在下面。').waitFor();
    expect(await page.locator('video').count(), 'no player of nothing').to.equal(0);
    await page.getByRole('button', { name: /^重录/ }).waitFor();
    await shoot(page, 'c08-nothing');
    expect(person.complaints).to.deep.equal([]);
    await person.context.close();
  });

  it('a page without a secure context offers a file of the own camera, and text', async () => {
    const person = await browsers.person({ screen: phone });
    const { page } = person;
    await page.goto(product.base);
    const clip = await ownClip(page);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'isSecureContext', { get: () => false });
      Object.defineProperty(navigator, 'mediaDevices', { get: () => undefined });
    });
    await page.reload();
    await toDeviceCheck(person, await invited('7004'));
    await page.getByRole('alert').getByText('这个链接不加密，不许用摄像头').waitFor();
    await page.getByRole('button', { name: '这次打字回答' }).waitFor();
    await expectFits(page, 'insecure');
    await shoot(page, 'c05-insecure');
    await page.getByRole('button', { name: '用手机相机录' }).click();
    await page.getByText('第 1 题，共 1 题').first().waitFor();
    await page.locator('input[type=file][capture]').first().waitFor({ state: 'attached' });
    await expectFits(page, 'by file');
    await shoot(page, 'c06-by-file');
    const file = { name: 'IMG_0001.webm', mimeType: 'video/webm', buffer: clip };
    await page.locator('input[type=file][capture]').first().setInputFiles(file);
    await page.getByRole('heading', { name: /^说完了，/ }).waitFor();
    await page.getByText('都存好了。这一步不计时，不急。').waitFor();
    await shoot(page, 'c07-file-sent');
    await person.context.close();
  });
});
