import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { oneStory } from '../harness/one-story.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import {
  agree,
  beginSpeaking,
  choose,
  passGuide,
  stopSpeaking,
  storedSeconds,
  untilRecorded,
  untilStored,
  useThis,
} from './candidate.js';
import { expectFits } from './looks.js';
import { inviteHr, makeLink, openPosition, setPassword } from './opening.js';
import { expectPassed, expectPillsSeek } from './outcome.js';
import type { Product } from './product.js';
import { resumeFile } from './resume.js';
import { hearing, microphoneWords } from './spoken.js';
import { useStage } from './stage.js';

const heard = [
  '那天队伍很长，我先请顾客到旁边坐，请同事继续收银。',
  '我先请顾客到旁边坐下，向她道歉，看了小票，问清为什么要退，给她换了一件，补了差价。十分钟办完，后来我把规则贴在试衣间，少了一半。',
  '我先问她给谁穿，什么场合，预算多少，推荐了两件让她试穿，说明面料好打理。她选了一件，又搭了一条围巾，后来成了会员。',
];
const written =
  '盘点少了三件，我先重新数了一遍，再查收货单和销售小票，发现是调拨没有登记。当天如实报告店长，补录以后账实相符。后来每周小盘，没有再差过。';

const dialog = (page: Page) => page.getByRole('dialog');

describe('the whole job on a phone, with HR at a desk', function () {
  this.timeout(90_000);
  oneStory();
  const stage = useStage('phone');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let candidate: Person;
  let applyUrl = '';

  before(async () => {
    product = await stage.product({ hears: hearing(heard) });
    browsers = await stage.browsers({ words: microphoneWords });
    hr = await browsers.person({ screen: desktop });
    candidate = await browsers.person({ screen: phone });
  });

  it('the administrator comes in by a link, sets a password and invites HR', async () => {
    const admin = await browsers.person({ screen: desktop });
    const link = await inviteHr(admin.page, await product.adminLink());
    expect(admin.complaints).to.deep.equal([]);
    await admin.context.close();
    await setPassword(hr.page, link);
    await hr.page.getByRole('heading', { name: '许岚，还差 2 件事' }).waitFor();
    await shoot(hr.page, 'a04-hr-home');
  });

  it('HR opens a position from a template, shortens it and makes a link with a QR code', async () => {
    await openPosition(hr.page, 3);
    applyUrl = await makeLink(hr.page);
    await hr.page.getByRole('navigation').getByRole('link', { name: '聊天' }).click();
    await hr.page.getByText('还没有消息').waitFor();
  });

  it('the candidate sends a Chinese PDF and sees what was read', async () => {
    const { page } = candidate;
    await page.goto(applyUrl);
    await page.getByRole('heading', { name: '零售店员 · 杭州 · 湖滨店' }).waitFor();
    await page.getByText('许岚会答复您').waitFor();
    await shoot(page, 'a10-apply');
    await page.locator('input[type=file]').setInputFiles(resumeFile());
    await page.getByRole('heading', { name: '从简历里读到的' }).waitFor();
    for (const value of [
      '张晓明',
      /138.?1234.?5678/,
      'zhangxm@example.com',
      /浙江大学/,
      /门店主管/,
    ]) {
      await page.locator('.apply-read').getByText(value).first().waitFor();
    }
    await expectFits(page, 'résumé read');
    await shoot(page, 'a11-resume-read');
    await page.getByRole('button', { name: '投递' }).click();
    await page.getByText('勾上这一项才能投递').waitFor();
    await page.getByRole('checkbox', { name: /用这份简历应聘这个岗位/ }).check();
    await page.getByRole('button', { name: '投递' }).click();
    await page.getByRole('heading', { name: /^张晓明，线上面试等您来$|^收到了，张晓明/ }).waitFor();
    expect(page.url(), 'the token leaves the address').not.to.include('t=');
    await page.getByRole('heading', { name: '张晓明，线上面试等您来' }).waitFor();
    await shoot(page, 'a12-invited');
  });

  it('the invitation is a card in the chat; the consent begins with everything off', async () => {
    const { page } = candidate;
    await page.getByRole('button', { name: '消息' }).click();
    const card = page.getByRole('article').filter({ hasText: '线上面试邀请' });
    await card.getByText('3 道题').waitFor();
    const titles = await page.getByRole('article').getByRole('heading').allInnerTexts();
    expect(titles, 'oldest first').to.deep.equal(['收到您的投递了', '零售店员']);
    await card.getByText('机器先整理，由许岚作决定').waitFor();
    await shoot(page, 'a13-invitation');
    await card.getByRole('button', { name: '开始面试' }).click();
    await passGuide(page);
    for (const one of await page.getByRole('switch').all()) {
      expect(await one.isChecked()).to.equal(false);
    }
    await page.getByRole('button', { name: '都不同意，改为真人面试' }).waitFor();
    await expectFits(page, 'consent');
    await shoot(page, 'a14-consent');
    await agree(page);
  });

  it('the device check shows the own picture and a level; practice stays on the device', async () => {
    const { page } = candidate;
    await page.getByRole('heading', { name: '看一下，听一下' }).waitFor();
    const picture = page.getByLabel('您的画面');
    await picture.waitFor();
    await page.waitForFunction(() => {
      const video = document.querySelector<HTMLVideoElement>('video.interview-camera');
      return video !== null && video.videoWidth > 0 && !video.paused;
    });
    await page.getByText('可用').first().waitFor();
    await expectFits(page, 'device check');
    await shoot(page, 'a15-device');
    let uploads = 0;
    page.on('request', (request) => (uploads += request.url().includes('/api/uploads') ? 1 : 0));
    await page.getByRole('button', { name: '先练一题' }).click();
    await page.getByRole('button', { name: '开始练' }).click();
    await page.getByText(/录制中 0:0[1-9]/).waitFor();
    await shoot(page, 'a16-practice');
    await page.getByRole('button', { name: '说完了' }).click();
    await page.getByLabel('播放这次回答').waitFor();
    expect(uploads, 'nothing of a practice leaves the device').to.equal(0);
    await page.getByRole('button', { name: '练好了' }).click();
    await choose(page, '录像');
  });

  it('question one: thinking ring, camera, words after it, once again; a reload in the middle goes on', async () => {
    const { page } = candidate;
    await page.getByText('第 1 题，共 3 题').first().waitFor();
    await page.getByRole('timer', { name: /^还有 \d+ 秒$/ }).waitFor();
    await expectFits(page, 'thinking');
    await shoot(page, 'a17-thinking');
    await beginSpeaking(page);
    await untilStored(page, 4);
    await expectFits(page, 'answering');
    await shoot(page, 'a18-answering');
    await stopSpeaking(page);
    await page.getByText(heard[0] ?? '').waitFor({ timeout: 40_000 });
    await shoot(page, 'a19-review');
    await page.getByRole('button', { name: '重录（还剩 1 次）' }).click();
    await page.getByText(/^录制中/).waitFor();
    await untilStored(page, 4);
    await page.reload();
    await page
      .getByRole('heading', { name: /^(刚才录到|说完了)/ })
      .first()
      .waitFor();
    await page.getByRole('heading', { name: /^说完了，/ }).waitFor();
    await page.getByText('重录次数用完了。').waitFor();
    await page.getByText(heard[1] ?? '').waitFor({ timeout: 40_000 });
    await shoot(page, 'a20-after-reload');
    const seconds = Number(
      /(\d+) 秒/.exec(await page.getByRole('heading', { name: /^说完了，/ }).innerText())?.[1],
    );
    expect(seconds, 'what was acknowledged before the reload').to.be.at.least(3);
    await useThis(page);
  });

  it('question two by voice: a cut network shows, and what was recorded arrives afterwards', async () => {
    const { page, context } = candidate;
    await page.getByText('第 2 题，共 3 题').first().waitFor();
    await beginSpeaking(page);
    await page.getByRole('button', { name: '换语音' }).click();
    await page.getByText('只录声音，没有画面').waitFor();
    await untilStored(page, 2);
    await context.setOffline(true);
    await page.getByRole('heading', { name: '网断了，录制没有断' }).waitFor();
    await untilRecorded(page, 8);
    await expectFits(page, 'offline');
    await shoot(page, 'a21-offline');
    const before = Number(
      /已上传 (\d+):(\d\d)/.exec(
        (await page.locator('.offline-legend').innerText()).replace(/\s+/g, ' '),
      )?.[2],
    );
    await context.setOffline(false);
    await untilStored(page, before + 4);
    await page
      .getByText('都传上去了')
      .or(page.getByText(/^已存好/))
      .first()
      .waitFor();
    expect(await storedSeconds(page)).to.be.above(before);
    await shoot(page, 'a22-online-again');
    await stopSpeaking(page);
    await page.locator('.review-clip.voice').waitFor();
    await page.getByText(heard[2] ?? '').waitFor({ timeout: 40_000 });
    await useThis(page);
  });

  it('question three by text, then handed in: 收到了, with a dated promise', async () => {
    const { page } = candidate;
    await page.getByText('第 3 题，共 3 题').first().waitFor();
    await beginSpeaking(page);
    await page.getByRole('button', { name: '换打字' }).click();
    await page.getByLabel('您的回答').fill(written);
    await page.getByText(`已写 ${written.length} 字`, { exact: false }).waitFor();
    await expectFits(page, 'writing');
    await shoot(page, 'a23-writing');
    await page.getByRole('button', { name: '写完了' }).click();
    await page.getByRole('heading', { name: '写完了' }).waitFor();
    await shoot(page, 'a24-written');
    await page.getByRole('button', { name: '用这个，交上去' }).click();
    await page.getByRole('heading', { name: '收到了，张晓明，辛苦了' }).waitFor();
    await page.getByText(/^许岚会在 \d+月\d+日 周. \d\d:\d\d 前答复$/).waitFor();
    expect(await page.locator('main').count(), 'pages kept behind this one').to.equal(1);
    const now = page.locator('.status-way [aria-current=step]');
    expect(await now.innerText(), 'nobody has looked yet').to.equal('许岚看');
    await expectFits(page, 'received');
    await shoot(page, 'a25-received');
  });

  it('the card comes to HR by itself: score against requirement, dimensions, three facts', async () => {
    const { page } = hr;
    const card = page.getByRole('article').filter({ hasText: '张晓明，零售店员' });
    await card.waitFor({ timeout: 30_000 });
    await card.getByText(/^线上面试完成，\d+月\d+日 周. \d\d:\d\d$/).waitFor();
    expect(await card.locator('.card-figure').innerText()).to.match(
      /^\d\.\d ±\d\.\d\s*要求 7\.0(，测到 \d+ % 的权重)?$/,
    );
    expect(await card.locator('.card-scores li').count()).to.equal(5);
    expect(await card.locator('.quote').count()).to.equal(3);
    for (const name of ['通过', '待定', '不通过', '再问一题', '完整报告']) {
      await card.getByRole('button', { name, exact: true }).waitFor();
    }
    await card.getByText('有的文字由候选人自己写下，不是识别出来的').waitFor();
    await page.getByText(/^答应过.*\d\d:\d\d 前答复$/).waitFor();
    await expectFits(page, 'staff chat');
    await shoot(page, 'a30-card');
    await card.getByRole('button', { name: '完整报告' }).click();
  });

  it('the report: scores with their error, evidence whose pill plays its second', async () => {
    const { page } = hr;
    await page.getByRole('heading', { name: '张晓明' }).waitFor();
    expect(await page.locator('.total-v').innerText()).to.match(/^\d\.\d±\d\.\d$/);
    await page.getByRole('rowheader', { name: '服务意识' }).waitFor();
    await expectFits(page, 'report');
    await shoot(page, 'a31-report');
    await expectPillsSeek(page);
    await shoot(page, 'a32-playing');
    await page.goBack();
  });

  it('通过 with a reason: the card turns into a record, the candidate reads time, place and contact', async () => {
    const { page } = hr;
    const card = page.getByRole('article').filter({ hasText: '张晓明，零售店员' });
    await card.getByRole('button', { name: '通过', exact: true }).click();
    const pass = dialog(page).getByRole('button', { name: '通过' });
    expect(await pass.isDisabled(), 'no decision without a reason').to.equal(true);
    await dialog(page).getByRole('radio', { name: '达到要求' }).check();
    await shoot(page, 'a33-reason');
    await pass.click();
    await card.getByText('许岚选了通过').waitFor();
    await card.getByText(/^\d+月\d+日 周. \d\d:\d\d，原因：达到要求$/).waitFor();
    expect(await card.getByRole('button', { name: '不通过' }).count()).to.equal(0);
    await shoot(page, 'a34-record');
    await expectPassed(candidate.page, '张晓明');
    expect([...candidate.complaints, ...hr.complaints]).to.deep.equal([]);
  });
});
