import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { oneStory } from '../harness/one-story.js';
import { type Person, phone, shoot } from './browser.js';
import { applyByHand, interviewed } from './candidate.js';
import { answers, expectReport, opened, people } from './chat-company.js';
import { cardIn, dingTalkStage, type DingTalkStage, passIn } from './dingtalk-stage.js';
import { expectPassed } from './outcome.js';
import { useStage } from './stage.js';

const name = '周小雨';

describe('the whole job in DingTalk, with the candidate by mail and his own page', function () {
  this.timeout(90_000);
  oneStory();
  const stage = useStage('chat-dingtalk');
  let on: DingTalkStage;
  let candidate: Person;
  let post: Page;

  before(async () => {
    on = await dingTalkStage(stage);
    candidate = await on.browsers.person({ screen: phone });
  });
  after(() => on.stop());

  /** Opens a letter by its subject, and from it the page behind a button. */
  const openLetter = async (subject: RegExp, button: string) => {
    await post.getByRole('button', { name: subject }).first().click();
    const link = post.frameLocator('iframe').getByRole('link', { name: button });
    return opened(post, () => link.click());
  };

  it('a candidate applies, and the invitation is a letter', async () => {
    await applyByHand(candidate.page, on.applyUrl, {
      name,
      phone: '13900139022',
      email: 'zhou@example.com',
      work: '2021.03-2023.05 杭州联华超市有限公司 收银员，收银、理货、盘点',
      education: '2016.09-2019.06 杭州第二中学 高中',
    });
    post = await candidate.context.newPage();
    await post.goto(on.mail.base);
    const page = await openLetter(/面试/, '开始面试');
    await shoot(post, 'f01-letter');
    await interviewed(page, { name, ...answers });
    await page.close();
  });

  it('the manager reads the report from his card, then passes in the chat; HR sees it at once', async () => {
    const { hr, head } = on;
    const theirs = await cardIn(head, people.head, name);
    const report = theirs.getByRole('link', { name: '完整报告' });
    await report.waitFor({ timeout: 40_000 });
    await shoot(head.chat, 'f02-dingtalk-card');
    const page = await opened(head.chat, () => report.click());
    await expectReport(page, name, 'f03-dingtalk-report');
    const mine = await cardIn(hr, people.hr, name);
    await mine.getByRole('button', { name: '通过', exact: true }).waitFor();
    await passIn(theirs);
    await theirs.getByText('何敬选了通过').first().waitFor();
    await mine.getByText('何敬选了通过').first().waitFor();
    expect(await mine.getByRole('button', { name: '通过', exact: true }).count()).to.equal(0);
    await shoot(hr.chat, 'f04-dingtalk-passed');
    await page.reload();
    await page.getByRole('heading', { name }).first().waitFor();
    await shoot(page, 'f05-dingtalk-decided');
  });

  it('the result is a letter with the next round’s calendar, and stands on his page', async () => {
    await post.getByRole('button', { name: /结果/ }).first().click();
    await post.getByRole('link', { name: 'interview.ics' }).waitFor();
    await shoot(post, 'f06-result-letter');
    await expectPassed(await openLetter(/结果/, '我的面试'), name);
    const { hr, head } = on;
    expect([...candidate.complaints, ...hr.complaints, ...head.complaints]).to.deep.equal([]);
  });
});
