import type { ItemStatistics } from '@zhiyu/contracts/item-statistics';
import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { TestClient } from '../harness/client.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { borrowSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

describe('the question bank in the browser (R21)', function () {
  this.timeout(90_000);
  const stage = useStage('question-bank');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let positionId: string;

  const at = (path: string) => `${product.base}/#/pages/${path}`;

  before(async () => {
    product = await stage.product({ example: true });
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await hr.page.goto(/HR\s+\S*\s*(http\S+)/.exec(product.printed())?.[1] ?? '');
    await hr.page.getByRole('heading', { name: /个人在等您/ }).waitFor();
    const client = new TestClient(product.base);
    const session = await borrowSession(hr);
    const { positions } = await client.call(routes.listPositions, {}, session);
    positionId = positions[0]?.id ?? '';
  });

  it('the list with one item beside it on a desk, under it on a phone', async () => {
    const { page, complaints } = hr;
    complaints.length = 0;
    await page.setViewportSize(desktop);
    await page.goto(at('questions/index'));
    await page.getByText('96 题').waitFor();
    await page.getByRole('heading', { name: /五级锚点/ }).waitFor();
    await shoot(page, 'e-bank-desk');
    await expectSound(page, 'bank desk');
    await page.setViewportSize(phone);
    await page.getByRole('heading', { name: /诚信合规/ }).waitFor();
    await shoot(page, 'e-bank-phone');
    await expectSound(page, 'bank phone');
    await page.getByRole('button', { name: /很着急地来找您/ }).click();
    await page.getByRole('dialog').getByText('追问', { exact: false }).first().waitFor();
    await shoot(page, 'e-bank-item-phone');
    await expectSound(page, 'bank item phone');
    expect(complaints).to.deep.equal([]);
  });

  it('is searched and filtered; nothing found says so and leads back', async () => {
    const { page } = hr;
    await page.setViewportSize(desktop);
    await page.goto(at('questions/index'));
    const search = page.getByRole('searchbox', { name: '在题库里找' });
    await search.fill('没有这样的词');
    await page.getByText('没有符合的题').waitFor();
    await shoot(page, 'e-bank-none-desk');
    await page.getByRole('button', { name: '清除条件' }).first().click();
    await page.getByRole('combobox', { name: '语言' }).selectOption('fr');
    await page.getByRole('combobox', { name: '胜任力' }).selectOption('learning');
    await page.locator('.question-list li').nth(1).waitFor();
    expect(await page.locator('.question-list li').count()).to.equal(2);
    await page.getByRole('tab', { name: 'français' }).click();
    await page
      .getByText(/^Parlez d'une chose/)
      .first()
      .waitFor();
  });

  it('a question that the figures speak against stands first, with its figures and the rules', async () => {
    const { page } = hr;
    const { items } = await new TestClient(product.base).call(
      routes.listBank,
      {},
      await borrowSession(hr),
    );
    const [poor, instead] = items.slice(20, 22);
    const figures: ItemStatistics = {
      ...{ code: poor?.code ?? '', answers: 84, scored: 80, exposure: 132, seconds: 95 },
      difficulty: { value: 0.52, low: 0.48, high: 0.56 },
      discrimination: { value: 0.03, low: -0.13, high: 0.19, n: 80 },
      ...{ unknown: 0.02, gated: 0.03, fifths: [9, 20, 27, 16, 8] },
      proposal: { act: 'retire', reasons: ['weak'], instead: instead?.code ?? null },
    };
    await page.route(`**${routes.itemStatistics.path}*`, (route) =>
      route.fulfill({ json: { items: [figures], at: Date.now() } }),
    );
    await page.goto(at('questions/index'));
    await page.reload();
    await page.getByRole('heading', { name: /有建议的题/ }).waitFor();
    await page
      .getByRole('button', { name: poor?.text.zh ?? '' })
      .first()
      .click();
    await page.getByText('0.03，区间 -0.13 到 0.19').waitFor();
    await page.getByText('平均得分，越高越容易').waitFor();
    await page.getByText('什么时候会建议停用或轮换').click();
    await page.getByText(/90 天里问了 100 次以上/).waitFor();
    await shoot(page, 'e-bank-proposed-desk');
    await expectSound(page, 'bank with a proposal');
    await page.setViewportSize(phone);
    await page.goto(at('questions/index'));
    await page.getByRole('heading', { name: /有建议的题/ }).waitFor();
    await shoot(page, 'e-bank-proposed-phone');
    await expectSound(page, 'bank with a proposal, phone');
    await page.unroute(`**${routes.itemStatistics.path}*`);
    await page.setViewportSize(desktop);
  });

  it('a server that fails is said with a way to try again', async () => {
    const { page } = hr;
    await page.route('**/api/questions*', (route) =>
      route.fulfill({
        status: 500,
        json: { code: 'internal', message: '服务器出错了。', requestId: 'x' },
      }),
    );
    await page.goto('about:blank');
    await page.goto(at('questions/index'));
    await page.getByText('服务器出错了。').first().waitFor();
    await page.unroute('**/api/questions*');
    await page.getByRole('button', { name: '再试一次' }).first().click();
    await page.getByText('96 题').waitFor();
    hr.complaints.length = 0;
  });

  it('an item is picked into a position with its dimension and saved as a new version', async () => {
    const { page, complaints } = hr;
    await page.goto(at(`position/index?id=${positionId}&part=questions`));
    await page.getByRole('button', { name: '从题库选题' }).click();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('searchbox').fill('过了退货期限');
    await sheet.getByText('过了退货期限').first().click();
    await sheet.getByText('五级锚点').waitFor();
    await shoot(page, 'e-bank-pick-desk');
    await expectSound(page, 'pick desk');
    await page.setViewportSize(phone);
    await shoot(page, 'e-bank-pick-phone');
    await expectSound(page, 'pick phone');
    await page.setViewportSize(desktop);
    const dimension = sheet.getByLabel('考察哪个维度');
    if ((await dimension.inputValue()) === '') await dimension.selectOption({ index: 1 });
    await sheet.getByRole('button', { name: '选进本岗位' }).click();
    await sheet.getByRole('button', { name: '已在本岗位' }).waitFor();
    await sheet.getByRole('button', { name: '选好了' }).click();
    await page.getByRole('button', { name: /存成/ }).click();
    await page
      .getByText(/，第 2 版$/)
      .first()
      .waitFor();
    const session = await borrowSession(hr);
    const saved = await new TestClient(product.base).call(
      routes.position,
      { id: positionId },
      session,
    );
    const question = saved.content.questions.find((one) => one.code === 'svc-past-return');
    expect(question?.bank).to.deep.equal({ code: 'svc-past-return', version: 1 });
    expect(saved.content.plan.questionCodes).to.include('svc-past-return');
    await page.goto(at(`position/index?id=${positionId}&part=plan`));
    await page.getByRole('list', { name: '能力模型的覆盖' }).waitFor();
    await shoot(page, 'e-plan-coverage-desk');
    await expectSound(page, 'plan coverage');
    expect(complaints).to.deep.equal([]);
  });

  it('an own question is written, refused for a protected topic, and saved', async () => {
    const { page } = hr;
    await page.goto(at('questions/index'));
    await page.getByText('96 题').waitFor();
    await page.getByRole('button', { name: '写一道自己的题' }).click();
    const sheet = page.getByRole('dialog');
    const fill = (label: string, text: string) =>
      sheet.getByLabel(label, { exact: true }).fill(text);
    await fill('题目', '请讲讲您结婚以后在夜班盘点时发现货账不符的一次经历。');
    await fill('给候选人的提示', '说清您怎么发现、怎么查、最后怎样。');
    const said = [
      '没有查，直接改数：“反正没人看，我就把数改平了。”',
      '只是报上去：“我跟店长说少了几件，等他安排别人查。”',
      '自己核对并找到：“我把当天的单子逐项核对了一遍，找到漏扫的三件。”',
      '按步骤查清并留记录：“我按货区拆开逐个排除，拍照登记，第二天交接清楚。”',
      '找到原因并改了做法：“原因是退货没有入库，改成当场扫码，差异降到每月两件。”',
    ];
    const levels = sheet.locator('.anchors textarea');
    for (const [level, text] of said.entries()) await levels.nth(level).fill(text);
    await fill('追问 1', '您当时是按什么顺序查的？');
    await fill('追问 2', '最后差了多少件？');
    await shoot(page, 'e-bank-edit-desk');
    await expectSound(page, 'bank edit');
    await sheet.getByRole('button', { name: '存为第 1 版' }).click();
    await sheet.getByText('[protected]').first().waitFor();
    await fill('题目', '请讲一次您在夜班盘点时发现货账不符的经历。');
    await sheet.getByRole('button', { name: '存为第 1 版' }).click();
    await page.getByText('97 题').waitFor();
    await page.setViewportSize(phone);
    hr.complaints.length = 0;
  });
});
