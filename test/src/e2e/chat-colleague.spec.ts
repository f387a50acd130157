import { expect } from 'chai';
import { oneStory } from '../harness/one-story.js';
import { shoot } from './browser.js';
import { applyByHand, interviewed } from './candidate.js';
import { answers, expectReport, type Member, member, opened, people } from './chat-company.js';
import { cardIn, dingTalkStage, type DingTalkStage, passIn } from './dingtalk-stage.js';
import { expectPassed } from './outcome.js';
import { useStage } from './stage.js';

const { name, email } = people.colleague;

describe('a colleague applies inside his own company: cards in DingTalk, no letter', function () {
  this.timeout(90_000);
  oneStory();
  const stage = useStage('chat-colleague');
  let on: DingTalkStage;
  let colleague: Member;

  before(async () => {
    on = await dingTalkStage(stage);
    colleague = await member(on.browsers, on.dingTalk.base);
  });
  after(() => on.stop());

  it('the invitation is a card in his chat, and its button opens the interview', async () => {
    await applyByHand(colleague.page, on.applyUrl, {
      ...{ name, email, phone: '13900139023' },
      work: '2021.03-2023.05 杭州联华超市有限公司 收银员，收银、理货、盘点',
      education: '2016.09-2019.06 杭州第二中学 高中',
    });
    const card = await cardIn(colleague, people.colleague, '线上面试邀请');
    await shoot(colleague.chat, 'g01-invited');
    const page = await opened(colleague.chat, () =>
      card.getByRole('link', { name: '开始面试' }).click(),
    );
    await interviewed(page, { name, ...answers });
    await page.close();
  });

  it('HR reads the report from her card at her desk and passes him in the chat; the manager sees it', async () => {
    const { hr, head } = on;
    const mine = await cardIn(hr, people.hr, `${name}，零售店员`);
    const report = mine.getByRole('link', { name: '完整报告' });
    await report.waitFor({ timeout: 40_000 });
    await expectReport(await opened(hr.chat, () => report.click()), name, 'g02-report');
    await passIn(mine);
    const passed = '许岚选了通过';
    await mine.getByText(passed).first().waitFor();
    await (await cardIn(head, people.head, name)).getByText(passed).first().waitFor();
  });

  it('the result is a card in his chat as well, and he was written no letter', async () => {
    const card = await cardIn(colleague, people.colleague, '通过了');
    await card.waitFor();
    await shoot(colleague.chat, 'g03-result');
    const page = await opened(colleague.chat, () =>
      card.getByRole('link', { name: '我的面试' }).click(),
    );
    await expectPassed(page, name);
    const { letters } = (await (await fetch(`${on.mail.base}/_control/state`)).json()) as {
      letters: unknown[];
    };
    expect(letters).to.deep.equal([]);
    const { hr, head } = on;
    expect([...colleague.complaints, ...hr.complaints, ...head.complaints]).to.deep.equal([]);
  });
});
