import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { oneStory } from '../harness/one-story.js';
import { type Browsers, desktop, type Person, shoot } from './browser.js';
import {
  agree,
  applyByHand,
  beginSpeaking,
  choose,
  stopSpeaking,
  untilStored,
  useThis,
} from './candidate.js';
import { aCompany, type Company, lendSession } from './company.js';
import { expectFits } from './looks.js';
import type { Product } from './product.js';
import { microphoneWords } from './spoken.js';
import { useStage } from './stage.js';

const saidThen =
  '那天队伍很长，我先请顾客到旁边坐下，向她道歉，看了小票，问清为什么要退，给她换了一件，补了差价。';
const written =
  '有位顾客犹豫了很久。我问她给谁穿、什么场合，推荐了两件让她试穿，她选了一件，又搭了一条围巾。';

const dialog = (page: Page) => page.getByRole('dialog');

describe('the whole job at a desk, without a speech engine', function () {
  this.timeout(90_000);
  oneStory();
  const stage = useStage('desktop');
  let product: Product;
  let company: Company;
  let browsers: Browsers;
  let candidate: Person;
  let hr: Person;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 2);
    browsers = await stage.browsers({ words: microphoneWords });
    candidate = await browsers.person({ screen: desktop });
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
  });

  it('a candidate without a file fills the form by hand and is invited', async () => {
    const { page } = candidate;
    await applyByHand(page, company.applyUrl, {
      name: '李小满',
      phone: '13900139000',
      work: '2021.03-2023.05 杭州联华超市有限公司 收银员，收银、理货、盘点',
      education: '2016.09-2019.06 杭州第二中学 高中',
    });
    await expectFits(page, 'own page');
    await shoot(page, 'b01-invited');
    await page.getByRole('button', { name: '开始面试' }).click();
    await agree(page);
  });

  it('is told before the first question that sound does not become words here', async () => {
    const { page } = candidate;
    await page.getByText(/^这里不能把声音转成文字/).waitFor();
    await page.getByText('可用').first().waitFor();
    await expectFits(page, 'device check');
    await shoot(page, 'b02-device');
    await choose(page, '录像');
  });

  it('records, then writes down what was said beside the recording', async () => {
    const { page } = candidate;
    await shoot(page, 'b03-thinking');
    await beginSpeaking(page);
    await untilStored(page, 4);
    await page.getByText('可重录 1 次').waitFor();
    await expectFits(page, 'answering');
    await shoot(page, 'b04-answering');
    await stopSpeaking(page);
    await page.getByText('也可以先往下走，交完再到“我的回答”里补。').waitFor();
    await page.getByLabel('把刚才说的写下来').fill(saidThen);
    await page.getByText('只按文字评分；会标明是您自己写的。').waitFor();
    await expectFits(page, 'review');
    await shoot(page, 'b05-write-down');
    await useThis(page);
  });

  it('answers the next by typing and hands in', async () => {
    const { page } = candidate;
    await page.getByText('第 2 题，共 2 题').first().waitFor();
    await beginSpeaking(page);
    await page.getByRole('button', { name: '换打字' }).click();
    await page.getByLabel('您的回答').fill(written);
    await expectFits(page, 'writing');
    await shoot(page, 'b06-writing');
    await page.getByRole('button', { name: '写完了' }).click();
    await page.getByRole('button', { name: '用这个，交上去' }).click();
    await page.getByRole('heading', { name: '收到了，李小满，辛苦了' }).waitFor();
    await page
      .getByRole('button', { name: /那|顾客拿着/ })
      .first()
      .click();
    await dialog(page).getByText('由您写下或改过').waitFor();
    await shoot(page, 'b07-own-answer');
    await dialog(page).getByRole('button', { name: '关闭' }).click();
  });

  it('HR finds the person waiting and reads that the words were typed', async () => {
    const { page } = hr;
    await page.goto(product.base);
    await page.getByRole('heading', { name: /1 个人在等您/ }).waitFor({ timeout: 30_000 });
    await expectFits(page, 'home');
    await shoot(page, 'b10-home');
    await page
      .getByRole('link', { name: /李小满/ })
      .first()
      .click();
    await page
      .getByRole('heading', { name: /李小满/ })
      .first()
      .waitFor();
    await expectFits(page, 'file');
    await shoot(page, 'b11-file');
    await page.getByRole('tab', { name: 'AI评估' }).click();
    await page.getByText('候选人自己写的').first().waitFor();
    await page.getByText(/文字是打出来的/).waitFor();
    await shoot(page, 'b12-assessment');
  });

  it('不通过 from the file needs a reason; then who, when and why stand there', async () => {
    const { page } = hr;
    await page.getByRole('button', { name: '不通过' }).click();
    await dialog(page).getByRole('heading', { name: '不通过：李小满' }).waitFor();
    await dialog(page).getByRole('button', { name: '不通过' }).click();
    await dialog(page).getByText('请选一个理由').waitFor();
    await dialog(page).getByRole('radio', { name: '低于要求' }).check();
    await shoot(page, 'b13-reason');
    await dialog(page).getByRole('button', { name: '不通过' }).click();
    await dialog(page).waitFor({ state: 'hidden' });
    const held = page.locator('.held');
    await held.getByText('不通过').first().waitFor();
    await shoot(page, 'b14-decided');
    await held.waitFor({ state: 'detached' });
    await page.getByText('已结束，没有下一步').first().waitFor();
    const { applications } = await company.client.call(
      routes.listApplications,
      {},
      company.hr.session,
    );
    expect(applications.map(({ stage }) => stage)).to.deep.equal(['rejected']);
  });

  it('the candidate reads a letter with own words, and joins the talent pool', async () => {
    const { page } = candidate;
    const letter = page.locator('.letter:visible');
    await letter.getByRole('heading', { name: /李小满/ }).waitFor();
    await letter.getByRole('heading', { name: '您做得好的' }).waitFor();
    await letter.getByRole('heading', { name: '可以练的一件事' }).waitFor();
    const quotes = await letter.locator('q').allInnerTexts();
    expect(quotes.length).to.be.within(2, 3);
    for (const quote of quotes) {
      const own = saidThen + written;
      expect(own, 'in the own words').to.include(quote.replace(/[“”…]/g, ''));
    }
    expect(await letter.innerText(), 'no score in a letter').not.to.match(/\d\.\d|分数|排名/);
    await expectFits(page, 'letter');
    await shoot(page, 'b15-letter');
    await page.getByRole('button', { name: '有合适的岗位，再联系我' }).click();
    await page.getByRole('main').getByText('您在人才库里，一年内有效。').waitFor();
    await page.getByRole('button', { name: '不再联系我' }).waitFor();
    await shoot(page, 'b16-pool');
    expect([...candidate.complaints, ...hr.complaints]).to.deep.equal([]);
  });
});
