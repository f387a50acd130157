import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { type Browsers, phone, shoot } from './browser.js';
import {
  agree,
  beginSpeaking,
  choose,
  passGuide,
  stopSpeaking,
  untilRecorded,
  useThis,
} from './candidate.js';
import { aCompany, type Company, invitedTo } from './company.js';
import { expectSound, expectTwice } from './looks.js';
import type { Product } from './product.js';
import { microphoneWords } from './spoken.js';
import { useStage } from './stage.js';

/** More stops than any screen of the interview has. */
const STOPS = 60;
const words = '盘点少了三件，我重新数了一遍，再查收货单，发现是调拨没有登记，当天补录，账实相符。';

/** Whether a person sees where the keyboard is: a ring or a frame that is not there without it. */
const showsFocus = (target: Locator) =>
  target.evaluate((element) => {
    const look = (of: Element) => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(of);
      return [outlineStyle === 'none' ? 'none' : outlineWidth, boxShadow, borderColor].join();
    };
    // A switch is drawn beside its box.
    const drawn = [element, element.nextElementSibling, element.parentElement].filter(
      (one) => one !== null,
    );
    const focused = drawn.map(look);
    (element as HTMLElement).blur();
    const left = drawn.map(look);
    (element as HTMLElement).focus({ focusVisible: true } as FocusOptions);
    return focused.join() !== left.join();
  });

/** Goes by Tab alone to what is meant. */
async function tabTo(page: Page, target: Locator, name: string): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) {
      expect(await showsFocus(target), `${name}: shows that the keyboard is there`).to.equal(true);
      return;
    }
  }
  throw new Error(`the keyboard does not come to ${name}`);
}

describe('an interview for everybody', function () {
  this.timeout(120_000);
  const stage = useStage('access');
  let product: Product;
  let company: Company;
  let browsers: Browsers;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 2);
    browsers = await stage.browsers({ words: microphoneWords });
  });

  it('the keyboard alone, from the invitation to 收到了, by voice and by typing', async () => {
    const { page, complaints, context } = await browsers.person({ screen: phone });
    const press = async (name: string | RegExp, key = 'Enter') => {
      await tabTo(page, page.getByRole('button', { name }).first(), String(name));
      await page.keyboard.press(key);
    };
    await page.goto(await invitedTo(company, { name: '周远', phone: '13700139001' }));
    await press('开始面试');
    await press('跳过，往下');
    for (const name of ['录像和录音', '声音转成文字', '机器打分，供人参考']) {
      const one = page.getByRole('switch', { name });
      await tabTo(page, one, name);
      await page.keyboard.press('Space');
      expect(await one.isChecked(), name).to.equal(true);
    }
    await press('同意已选 3 项，继续');
    await press('语音', 'Space');
    await press(/^进入第 \d+ 题$/);
    await press('我想好了，开始回答');
    await untilRecorded(page, 3);
    await press('说完了');
    await page.getByRole('heading', { name: /^说完了，/ }).waitFor();
    await page.getByText('都存好了。这一步不计时，不急。').waitFor();
    await press(/^用这个/);
    await page.getByText('第 2 题，共 2 题').first().waitFor();
    await press(/^我想好了，开始(回答|写)$/);
    await press('换打字');
    await tabTo(page, page.getByLabel('您的回答'), '您的回答');
    await page.keyboard.insertText(words);
    await press('写完了');
    await press(/^用这个/);
    await page.getByRole('heading', { name: '收到了，周远，辛苦了' }).waitFor();
    expect(complaints).to.deep.equal([]);
    await context.close();
  });

  it('text at 200 % on the screens of camera and voice: nothing sticks out or is cut off, nothing moves, axe finds nothing', async () => {
    const { page, context } = await browsers.person({ screen: phone });
    const look = async (name: string) => {
      await expectSound(page, name);
      await expectTwice(page, name, () => shoot(page, `k-${name}-200`));
      const moving = await page.evaluate(
        () => document.getAnimations().filter((one) => one.playState === 'running').length,
      );
      expect(moving, `${name}: moves where motion is not wanted`).to.equal(0);
    };
    await page.goto(company.applyUrl);
    await page.getByRole('button', { name: '没有简历，直接填' }).click();
    await look('apply');
    await page.goto(await invitedTo(company, { name: '周远', phone: '13700139002' }));
    await page.getByRole('button', { name: '开始面试' }).click();
    await page.getByRole('button', { name: '跳过，往下' }).waitFor();
    await look('guide');
    await passGuide(page);
    await agree(page);
    await page.getByText('可用').first().waitFor();
    await look('device');
    await choose(page, '录像');
    await look('think');
    await beginSpeaking(page);
    await untilRecorded(page, 2);
    await look('camera');
    await page.getByRole('button', { name: '换语音' }).click();
    await page.getByText(/^录制中/).waitFor();
    await look('voice');
    await stopSpeaking(page);
    await page.getByText('都存好了。这一步不计时，不急。').waitFor();
    await look('review');
    await useThis(page);
    await page.getByText('第 2 题，共 2 题').first().waitFor();
    await look('second');
    await context.close();
  });
});
