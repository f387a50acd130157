import type { Locale } from '@zhiyu/contracts/basics';
import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import type { Page, Request } from 'playwright-core';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { agree, beginSpeaking, choose, stopSpeaking, untilRecorded, useThis } from './candidate.js';
import { aCompany, type Company, lendSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { giveEar, giveVoice, leave } from './pretend.js';
import { microphoneWords } from './spoken.js';
import { seenBeside } from './seen.js';
import { useStage } from './stage.js';

const narrow = { width: 320, height: 640 };
const titles: Record<Locale, string> = {
  zh: '45 秒，看看怎么面',
  en: '45 seconds: how it works',
  ja: '45 秒でわかる面接の流れ',
  fr: '45 secondes : comment ça se passe',
};

describe('what surrounds the answers', function () {
  this.timeout(120_000);
  const stage = useStage('beside');
  let product: Product;
  let company: Company;
  let browsers: Browsers;
  let people = 0;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 1, (content) => ({
      ...content,
      plan: {
        ...content.plan,
        faceObservation: { on: true, lawfulGround: '接待岗，员工代表同意' },
      },
    }));
    browsers = await stage.browsers({ words: microphoneWords, sight: 'faces' });
  });

  /** Somebody invited just now. @returns the link to the own page */
  async function invited(locale: Locale = 'zh'): Promise<string> {
    people += 1;
    const code = /code=(\w+)/.exec(company.applyUrl)?.[1] ?? '';
    const { statusPath } = await company.client.call(routes.apply, {
      ...{ code, draftId: null, name: `候选人${'甲乙丙丁戊己庚辛壬癸'.charAt(people)}`, email: '' },
      phone: `1360013800${people}`,
      education: '2016.09-2019.06 杭州第二中学 高中',
      work: '2021.03-2023.05 杭州联华超市有限公司 收银员，收银、理货、盘点',
      ...{ consent: true, talentPool: false, locale },
    });
    return `${product.base}/#${statusPath}`;
  }

  async function opened(link: string, of: Partial<{ still: boolean }> = {}): Promise<Person> {
    const person = await browsers.person({ screen: phone });
    if (of.still === false) {
      await person.page.emulateMedia({ reducedMotion: 'no-preference' });
    }
    await person.page.goto(link);
    await person.page.locator('.page-foot .btn.primary').click();
    return person;
  }

  const observed = async (page: Page) => {
    const { interviewId } = await page.evaluate(
      async () =>
        (await (await fetch('/api/candidate/interview')).json()) as { interviewId: string },
    );
    const { session } = company.hr;
    return company.client.call(routes.observation, { id: interviewId }, session);
  };

  describe('the guide', () => {
    for (const locale of ['zh', 'en', 'ja', 'fr'] as const) {
      it(`${locale}: fits 320 px and is accessible, as are the consents after it`, async () => {
        const { page, context } = await opened(await invited(locale));
        await page.getByRole('heading', { name: titles[locale] }).waitFor();
        await shoot(page, `g-guide-${locale}`);
        await page.setViewportSize(narrow);
        await expectSound(page, `guide ${locale}`);
        await page.locator('.guide .page-foot .btn.primary').click();
        await page.getByRole('switch').nth(4).waitFor();
        for (const one of await page.getByRole('switch').all()) {
          expect(await one.isChecked(), 'nothing is agreed to beforehand').to.equal(false);
        }
        await shoot(page, `g-consent-${locale}`);
        await expectSound(page, `consent ${locale}`);
        expect(await page.locator('body').innerText()).not.to.match(/\b(guide|consent|facts)\.\w/);
        await context.close();
      });
    }

    it('plays 45 seconds by itself, waits, goes back and is shown again', async () => {
      const { page, context } = await opened(await invited(), { still: false });
      const time = page.locator('.guide-time');
      await page.getByText(/^0:0[1-9] \/ 0:45$/).waitFor();
      await page.getByRole('button', { name: '暂停' }).click();
      const stood = await time.innerText();
      await page.waitForTimeout(1_500);
      expect(await time.innerText()).to.equal(stood);
      const caption = page.locator('.guide-film figcaption');
      await page.getByRole('button', { name: '下一幕' }).click();
      expect(await caption.innerText()).to.equal('先想，想好了再开始。');
      await page.getByRole('button', { name: '上一幕' }).click();
      expect(await caption.innerText()).to.equal('一题一题来，一次只看一题。');
      await page.getByRole('button', { name: '跳过，往下' }).click();
      await page.getByRole('button', { name: '再看一遍怎么面' }).click();
      await page.getByRole('heading', { name: titles.zh }).waitFor();
      await page.setViewportSize(desktop);
      await shoot(page, 'g-guide-desk');
      await context.close();
    });

    it('moves nothing where motion is not wanted: six steps by hand', async () => {
      const { page, context } = await opened(await invited());
      await page.getByText('第 1 幕，共 6 幕').waitFor();
      expect(await page.getByRole('button', { name: '播放' }).count()).to.equal(0);
      for (let step = 2; step <= 6; step++) {
        await page.getByRole('button', { name: '下一幕' }).click();
        await page.getByText(`第 ${step} 幕，共 6 幕`).waitFor();
      }
      const moving = await page.evaluate(() => document.getAnimations().length);
      expect(moving).to.equal(0);
      await context.close();
    });
  });

  it('reads a question aloud when asked to, and is silent before a recording', async () => {
    const person = await browsers.person({ screen: phone });
    const { page, context } = person;
    await giveVoice(page);
    await page.goto(await invited());
    await page.getByRole('button', { name: '开始面试' }).click();
    await agree(page);
    await choose(page, '语音');
    const read = () => page.evaluate<string[]>('window.read');
    const question = await page.locator('h1.interview-question').innerText();
    expect(await read()).not.to.include(question);
    await page.getByRole('button', { name: '读给我听' }).click();
    expect((await read()).at(-1)).to.equal(question);
    await page.getByRole('switch', { name: '自动读题' }).check();
    await page.reload();
    await page.getByRole('heading', { name: question }).waitFor();
    await page.waitForFunction(() => (window as unknown as { read: string[] }).read.length > 0);
    expect(await read(), 'remembered').to.include(question);
    await beginSpeaking(page);
    expect((await read()).at(-1), 'silent before the recording').to.equal('silence');
    await context.close();
  });

  it('captions by the browser only where the company and the candidate allow them; corrected before they are used', async () => {
    await company.client.call(routes.changeCompany, { browserRecognition: true }, company.admin);
    const { page, context } = await browsers.person({ screen: phone });
    await giveEar(page);
    await page.goto(await invited());
    await page.getByRole('button', { name: '开始面试' }).click();
    await page.getByRole('button', { name: '跳过，往下' }).click();
    await page.getByRole('switch', { name: '浏览器识别字幕' }).check();
    for (const label of ['录像和录音', '机器打分，供人参考']) {
      await page.getByRole('switch', { name: label }).check();
    }
    await page.getByRole('button', { name: '同意已选 3 项，继续' }).click();
    await choose(page, '语音');
    await beginSpeaking(page);
    await page.getByText('我先请顾课坐下').waitFor();
    await page.getByText('由浏览器厂商识别，可能有错').waitFor();
    await shoot(page, 'g-captions');
    await expectSound(page, 'captions');
    await stopSpeaking(page);
    await page.locator('.review-text').getByText('我先请顾课坐下').waitFor();
    await page.getByRole('button', { name: '改字幕' }).click();
    await page.getByRole('textbox').fill('我先请顾客坐下');
    await page.getByRole('button', { name: '保存' }).click();
    await page.waitForFunction(async () => {
      const text = await (await fetch('/api/candidate/interview')).text();
      return text.includes('我先请顾客坐下') && text.includes('"wordsFrom":"candidate"');
    });
    await context.close();
    await company.client.call(routes.changeCompany, { browserRecognition: false }, company.admin);
  });

  describe('facts and the face', () => {
    let candidate: Person;
    const sent: Request[] = [];

    before(async () => {
      candidate = await browsers.person({ screen: phone });
      const { page } = candidate;
      page.on('request', (request) => sent.push(request));
      await page.addInitScript(() => {
        Object.defineProperty(MediaStreamTrack.prototype, 'label', { get: () => 'OBS Virtual' });
      });
      await page.goto(await invited());
      await page.getByRole('button', { name: '开始面试' }).click();
      await page.getByRole('button', { name: '跳过，往下' }).click();
      await page.getByRole('switch', { name: '面部观察' }).check();
      for (const label of ['录像和录音', '机器打分，供人参考']) {
        await page.getByRole('switch', { name: label }).check();
      }
      await page.getByRole('button', { name: '同意已选 3 项，继续' }).click();
      await choose(page, '录像');
    });

    it('the face is looked at on the device while an answer is recorded, and says so', async () => {
      const { page } = candidate;
      await beginSpeaking(page);
      await page.getByText('这里没有实时字幕。').waitFor();
      await page.getByText('面部观察开着，画面不离开这台设备').waitFor({ timeout: 30_000 });
      await shoot(page, 'g-answer-face');
      await untilRecorded(page, 17);
      // A busy machine looks at few pictures: until the second face was seen for long enough.
      for (const end = Date.now() + 60_000; seenBeside(sent) < 5 && Date.now() < end;) {
        await page.waitForTimeout(500);
      }
      await leave(page, 2_000);
      await stopSpeaking(page);
      const letters = sent.filter((one) => one.url().endsWith('/face'));
      expect(letters.length).to.be.greaterThan(0);
      for (const letter of letters) {
        expect(letter.postData() ?? '', 'numbers only').to.match(/^[\w{}[\]":,.-]*$/);
      }
      const foreign = sent.filter((one) => !one.url().startsWith(product.base));
      const strange = foreign.filter((one) => !/^(blob|data):/.test(one.url()));
      expect(strange.map((one) => one.url())).to.deep.equal([]);
      expect(candidate.complaints).to.deep.equal([]);
    });

    it('what was noted is shown with room for the reason, and HR reads the same', async () => {
      const { page } = candidate;
      await page.getByRole('button', { name: /^页面外的事，\d 件$/ }).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByText('离开过这个页面').waitFor();
      await sheet.getByText('摄像头和平常的不同').waitFor();
      await sheet.getByText('画面里多了一张脸').waitFor();
      const left = sheet.getByRole('listitem').filter({ hasText: '离开过这个页面' });
      await left.getByRole('textbox').fill('家里来电话，按掉了');
      await left.getByRole('button', { name: '存好原因' }).click();
      await left.getByText('已存好').waitFor();
      await shoot(page, 'g-facts');
      await page.setViewportSize(narrow);
      await expectSound(page, 'facts');
      await page.setViewportSize(phone);
      await sheet.getByRole('button', { name: '关闭' }).click();
      await useThis(page);
      await page.getByRole('button', { name: /^页面外的事/ }).waitFor();

      const { face, tracks, facts } = await observed(page);
      expect(face).to.equal('observed');
      const seconds = tracks[0]?.seconds ?? [];
      expect(seconds.length).to.be.greaterThan(6);
      const single = seconds.filter((one) => one.faces === 1);
      expect(single.length, 'seconds with one face').to.be.greaterThan(2);
      expect(seconds.some((one) => one.faces === 2)).to.equal(true);
      for (const { presence, yaw, expression } of single) {
        expect(presence).to.be.greaterThan(0.4);
        expect(Math.abs(yaw ?? 99), 'nearly frontal').to.be.below(45);
        expect(expression?.neutral).to.be.within(0, 1);
      }
      const kinds = facts.map((one) => one.kind);
      expect(kinds).to.include.members(['left', 'otherCamera', 'secondFace']);
      expect(facts.find((one) => one.kind === 'left')?.reason).to.equal('家里来电话，按掉了');
    });

    it('the report shows both as observation of weight 0', async () => {
      const hr = await browsers.person({ screen: desktop });
      await lendSession(hr, product.base, company.hr.session);
      const { interviewId } = await candidate.page.evaluate(
        async () =>
          (await (await fetch('/api/candidate/interview')).json()) as { interviewId: string },
      );
      const { page } = hr;
      await page.goto(`${product.base}/#/pages/report/index?interview=${interviewId}`);
      const part = page.locator('.observe');
      await part.getByText('不计分').waitFor({ timeout: 30_000 });
      await part.getByRole('img', { name: '第 1 题的面部观察' }).waitFor();
      await part.getByText('候选人说：家里来电话，按掉了').waitFor();
      await part.scrollIntoViewIfNeeded();
      await shoot(page, 'g-report-desk');
      await expectSound(page, 'report with observation');
      await page.setViewportSize(phone);
      await part.scrollIntoViewIfNeeded();
      await shoot(page, 'g-report-phone');
      await expectSound(page, 'report with observation on a phone');
    });
  });
});
