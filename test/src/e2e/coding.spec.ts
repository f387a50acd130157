import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { oneStory } from '../harness/one-story.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { agree, applyByHand } from './candidate.js';
import { aCompany, type Company, lendSession } from './company.js';
import { expectFits, expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

/** Typed as a person does: the editor indents by itself. */
const wrong = 'print(1)\n';
const right = [
  'import sys',
  'data = list(map(int, sys.stdin.read().split()))',
  'begin = sorted(data[1::2])',
  'end = sorted(data[2::2])',
  'most = now = done = 0',
  'for at in begin:',
  'while end[done] <= at:',
  'done += 1',
];
const rest = ['now += 1', 'most = max(most, now - done)'];

const editor = (page: Page) => page.getByRole('textbox', { name: '代码，Python' });

async function replaceAll(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

/** Line by line on the keyboard. */
async function typeSolution(page: Page): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Delete');
  for (const line of right) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Shift+Tab');
  for (const line of rest) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('print(most)');
}

describe('a programming question, from the position to the report', function () {
  this.timeout(90_000);
  oneStory();
  const stage = useStage('coding');
  let product: Product;
  let company: Company;
  let browsers: Browsers;
  let hr: Person;
  let candidate: Person;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 1);
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
    candidate = await browsers.person({ screen: desktop });
  });

  it('HR picks a problem in the position’s questions, and the interview asks only that', async () => {
    const { page } = hr;
    await page.goto(`${product.base}/#/pages/position/index?id=${company.positionId}`);
    await page.getByRole('button', { name: /^题目/ }).click();
    await page.getByRole('button', { name: '加一道编程题' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('题目').selectOption({ label: '早班最少要几个人' });
    await dialog.getByText('至少要排几个人').waitFor();
    await shoot(page, 'h01-pick-problem');
    await dialog.getByRole('button', { name: '加进面试' }).click();
    await page.getByRole('group', { name: '可以用的语言' }).waitFor();
    await expectSound(page, 'programming question');
    await shoot(page, 'h02-coding-question');
    await page.getByRole('button', { name: '面试安排' }).click();
    await page.getByRole('button', { name: '去掉' }).first().click();
    await page.getByRole('button', { name: '存成第 2 版' }).click();
    await page.getByText('第 2 版').first().waitFor();
  });

  it('the candidate reads the problem beside an editor', async () => {
    const { page } = candidate;
    await applyByHand(page, company.applyUrl, {
      name: '孟知远',
      phone: '13612345678',
      work: '2021.03-2023.05 杭州联华超市有限公司 收银员',
      education: '2016.09-2019.06 杭州第二中学 高中',
    });
    await page.getByRole('button', { name: '消息' }).click();
    const card = page.getByRole('article').filter({ hasText: '线上面试邀请' });
    await card.getByRole('button', { name: '开始面试' }).click();
    await agree(page);
    await page.getByRole('button', { name: '打字' }).click();
    await page.getByRole('button', { name: /^进入第 \d+ 题$/ }).click();
    await page.getByText('请写一个程序：早班最少要几个人').first().waitFor();
    await shoot(page, 'h03-coding-think');
    await page.getByRole('button', { name: /开始/ }).first().click();
    await editor(page).waitFor();
    await page.getByRole('heading', { name: '早班最少要几个人' }).waitFor();
    await expectSound(page, 'editor');
    await shoot(page, 'h04-editor');
  });

  it('the keyboard gets out of the editor again, as the sentence under it says', async () => {
    const { page } = candidate;
    await editor(page).click();
    await page.keyboard.press('Tab');
    expect(await editor(page).evaluate((one) => one.contains(document.activeElement))).to.equal(
      true,
    );
    await page.keyboard.press('Control+z');
    await page.getByText('先按 Esc，再按 Tab').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await editor(page).evaluate((one) => one.contains(document.activeElement))).to.equal(
      false,
    );
  });

  it('runs the samples and an input of one’s own, and says what was expected', async () => {
    const { page } = candidate;
    await replaceAll(page, wrong);
    await page.getByRole('button', { name: /^跑样例/ }).click();
    await page
      .getByRole('row', { name: /样例 1/ })
      .getByText('不对')
      .waitFor();
    await page.getByText('过 1，共 2').waitFor();
    await page.getByRole('button', { name: '自己的输入' }).click();
    await page.getByLabel('输入', { exact: true }).fill('1\n5 6\n');
    await page.getByRole('button', { name: '用这个输入跑' }).click();
    await page.getByText('程序的输出').waitFor();
    await expectFits(page, 'own input');
  });

  it('what was typed is there again after a reload, and without a network', async () => {
    const { page, context } = candidate;
    await typeSolution(page);
    await page.getByText('已存好').waitFor();
    await page.reload();
    await editor(page).getByText('most = max').waitFor();
    await context.setOffline(true);
    await editor(page).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('  # ok');
    await page.getByText('网断了，程序存在这台设备上').waitFor();
    await context.setOffline(false);
    await page.getByText('已存好').waitFor();
  });

  it('hands in to the hidden tests and sees the groups', async () => {
    const { page } = candidate;
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('100 / 100').waitFor({ timeout: 30_000 });
    await page.getByText('取最好的一次，还能交 7 次').waitFor();
    await expectSound(page, 'judged');
    await shoot(page, 'h05-judged');
    await page.setViewportSize(phone);
    for (const part of ['题目', '代码', '结果']) {
      await page.getByRole('button', { name: part, exact: true }).click();
      await expectFits(page, part);
      await shoot(page, `h06-phone-${part}`);
    }
    await page.setViewportSize(desktop);
  });

  it('finishes, and the interview is handed in', async () => {
    const { page } = candidate;
    await page.getByRole('button', { name: '写完了' }).click();
    await page.getByRole('heading', { name: '程序存好了' }).waitFor();
    await shoot(page, 'h07-finished');
    await page.getByRole('button', { name: '好了，交上去' }).click();
    await page.getByRole('heading', { name: /^收到了，孟知远/ }).waitFor();
  });

  it('HR reads the program with its verdicts, plays the typing and sees what is like it', async () => {
    const { page } = hr;
    await page.goto(`${product.base}/#/pages/chat/index`);
    const card = page.getByRole('article').filter({ hasText: '孟知远' }).last();
    await card.getByRole('button', { name: '完整报告' }).click({ timeout: 30_000 });
    await page.getByText(/得 100 分，满分 100，交了 \d 次/).waitFor();
    await shoot(page, 'h08-report');
    await page.getByRole('button', { name: '看程序和回放' }).click();
    await page.getByRole('textbox', { name: '程序，Python' }).getByText('most = max').waitFor();
    await page.getByRole('button', { name: '回放' }).click();
    const slider = page.getByRole('slider', { name: '回放到哪里' });
    await slider.waitFor();
    const film = page.locator('.replay');
    await film.getByText('most = max').waitFor();
    await slider.fill('1');
    await film.getByText('most = max').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '比一比' }).click();
    await page.getByText('和参考解法').waitFor();
    await expectSound(page, 'program');
    await page.getByRole('heading', { name: '打字过程' }).scrollIntoViewIfNeeded();
    await shoot(page, 'h09-program');
    expect([...hr.complaints, ...candidate.complaints]).to.deep.equal([]);
  });
});
