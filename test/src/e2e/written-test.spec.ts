import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { anXlsx } from '../factories/written-test.js';
import { TestClient, TestSession } from '../harness/client.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { borrowSession, lendSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

describe('a written test in the browser (R5)', function () {
  this.timeout(120_000);
  const stage = useStage('written-test');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let candidate: Person;
  let applicationId: string;
  let hrSession: TestSession;
  let client: TestClient;

  const at = (path: string) => `${product.base}/#/pages/${path}`;
  const mine = { name: '笔小试', phone: '13811112222', email: 'bi@zhiyu.example' };

  before(async () => {
    product = await stage.product({ example: true });
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    candidate = await browsers.person({ screen: phone });
    await hr.page.goto(/HR\s+\S*\s*(http\S+)/.exec(product.printed())?.[1] ?? '');
    await hr.page.getByRole('heading', { name: /个人在等您/ }).waitFor();
    client = new TestClient(product.base);
    hrSession = await borrowSession(hr);
    const { positions } = await client.call(routes.listPositions, {}, hrSession);
    const positionId = positions[0]?.id ?? '';
    const link = { positionId, source: 'campus' as const, label: '校招' };
    const { code } = await client.call(routes.createLink, link, hrSession);
    const typed = { draftId: null, education: '', work: '' };
    const form = { code, ...mine, ...typed, talentPool: false, locale: 'zh' as const };
    const { statusPath } = await client.call(routes.apply, { ...form, consent: true });
    const session = new TestSession();
    await client.call(routes.exchange, { token: statusPath.split('t=')[1] ?? '' }, session);
    ({ applicationId } = await client.call(routes.candidateStatus, {}, session));
    await lendSession(candidate, product.base, session);
  });

  it('HR builds it from four kinds of items and publishes it', async () => {
    const { page, complaints } = hr;
    complaints.length = 0;
    await page.goto(at('tests/index'));
    await page.getByText('还没有笔试').waitFor();
    await shoot(page, 'e-tests-empty-desk');
    await page.getByRole('button', { name: '新建笔试' }).click();
    await page.getByRole('textbox', { name: '名称' }).fill('门店计算');
    await page.getByText('至少要有一题').waitFor();
    for (const kind of ['单选', '填数字', '简答']) {
      await page.getByRole('group', { name: '加一题' }).getByRole('button', { name: kind }).click();
    }
    const texts = page.getByRole('textbox', { name: '题干' });
    await texts.nth(0).fill('一箱 24 瓶，卖了 3 箱又 5 瓶，一共多少瓶？');
    await texts.nth(1).fill('标价 37 元，打五折是多少？');
    await texts.nth(2).fill('顾客拿来一袋过期的牛奶，你怎么处理？');
    for (const [n, text] of ['72', '77', '67', '75'].entries()) {
      await page.getByRole('textbox', { name: `选项 ${n + 1}` }).fill(text);
    }
    await page.getByRole('radio', { name: '选项 2 是正确答案' }).check();
    await page.getByRole('spinbutton', { name: '正确的数' }).fill('18.5');
    await page
      .getByRole('textbox', { name: '要点，一行一个' })
      .fill('先向顾客道歉\n给顾客退款或换货\n检查同批次商品并下架');
    await shoot(page, 'e-test-editor-desk');
    await expectSound(page, 'editor desk');
    await page.setViewportSize(phone);
    await shoot(page, 'e-test-editor-phone');
    await expectSound(page, 'editor phone');
    await page.setViewportSize(desktop);
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByRole('button', { name: '发布' }).click();
    await page.getByText('已发布第 1 版').first().waitFor();
    await page.getByRole('button', { name: '所有笔试' }).click();
    await page.getByText('3 题 · 9 分 · 30 分钟').waitFor();
    await shoot(page, 'e-tests-desk');
    expect(complaints).to.deep.equal([]);
  });

  it('sends it from the candidate’s file, and enters the result of another one', async () => {
    const { page, complaints } = hr;
    await page.goto(at(`file/index?id=${applicationId}&tab=tests`));
    await page.getByRole('button', { name: '发笔试' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '发出' }).click();
    await page.getByText(/已发，.*前开始/).waitFor();
    await page.getByRole('button', { name: '录入成绩' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '笔试名称' }).fill('外语');
    await dialog.getByRole('textbox', { name: '成绩' }).fill('120');
    await dialog.getByText('成绩比满分高').waitFor();
    await dialog.getByRole('textbox', { name: '成绩' }).fill('86');
    await shoot(page, 'e-test-enter-desk');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page
      .getByText('许澜 录入')
      .or(page.getByText(/录入 ·/))
      .first()
      .waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('the candidate takes it on the phone: a reload goes on, offline keeps, then it is handed in', async () => {
    const { page, complaints } = candidate;
    await page.goto(at('status/index'));
    await page.getByText('门店计算').waitFor();
    await shoot(page, 'e-test-status-phone');
    await page.getByRole('link', { name: '去笔试' }).click();
    await page.getByRole('heading', { name: '门店计算' }).waitFor();
    await page.getByRole('switch').check();
    await shoot(page, 'e-test-intro-phone');
    await expectSound(page, 'intro phone');
    await page.getByRole('button', { name: /^开始/ }).click();
    await page.getByText('第 1 题，共 3 题').waitFor();
    await page.getByRole('radio', { name: '77' }).check();
    await page.getByText('已存好').waitFor();
    await shoot(page, 'e-test-item-phone');
    await expectSound(page, 'item phone');
    await page.reload();
    await page.getByText('第 1 题，共 3 题').waitFor();
    expect(await page.getByRole('radio', { name: '77' }).isChecked()).to.equal(true);
    await page.getByRole('button', { name: '下一题' }).click();
    await page.getByText('已存好').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('textbox', { name: '您的答案' }).fill('18.5');
    await page.getByText(/网断了/).waitFor({ timeout: 60_000 });
    await shoot(page, 'e-test-offline-phone');
    await page.context().setOffline(false);
    await page.getByText('已存好').waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: '下一题' }).click();
    await page
      .getByRole('textbox', { name: '您的回答' })
      .fill('我先向顾客道歉，马上给他退款或者换一袋，然后检查同批次的牛奶，全部下架。');
    await page.setViewportSize(desktop);
    await shoot(page, 'e-test-text-desk');
    await expectSound(page, 'text desk');
    await page.setViewportSize(phone);
    await page.getByRole('button', { name: '交卷' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '交卷' }).click();
    await page.getByRole('heading', { name: '收到了' }).waitFor();
    await shoot(page, 'e-test-done-phone');
    await expectSound(page, 'done phone');
    expect(
      complaints.filter((one) => !/ERR_INTERNET_DISCONNECTED|Failed to fetch/.test(one)),
    ).to.deep.equal([]);
  });

  it('HR reads the result with its source and every answer', async () => {
    const { page, complaints } = hr;
    complaints.length = 0;
    await page.goto('about:blank');
    await page.goto(at(`file/index?id=${applicationId}&tab=tests`));
    await page.getByText('系统里做的').waitFor({ timeout: 30_000 });
    await shoot(page, 'e-test-file-desk');
    await expectSound(page, 'file desk');
    await page.setViewportSize(phone);
    await shoot(page, 'e-test-file-phone');
    await expectSound(page, 'file phone');
    await page.getByRole('button', { name: '看答卷' }).click();
    await page.getByRole('dialog').getByText('程序按要点打的').waitFor();
    await shoot(page, 'e-test-sheet-phone');
    await expectSound(page, 'sheet phone');
    await page.keyboard.press('Escape');
    await page.setViewportSize(desktop);
    expect(complaints).to.deep.equal([]);
  });

  it('results of others come from a table, looked at before they are stored', async () => {
    const { page, complaints } = hr;
    await page.goto(at('tests/index?part=import'));
    const rows = [
      ['手机', '笔试', '成绩', '满分', '日期'],
      [mine.phone, '逻辑', 8, 10, '2026-11-03'],
      ['13000000001', '逻辑', 8, 10, '2026-11-03'],
    ];
    await page.locator('input[type=file]').setInputFiles({
      name: '成绩.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(anXlsx(rows)),
    });
    await page.getByText('1 行可以导入，0 行已经有了，1 行有问题').waitFor({ timeout: 30_000 });
    await page.getByText('没有找到这个人').waitFor();
    await shoot(page, 'e-test-import-desk');
    await expectSound(page, 'import desk');
    await page.setViewportSize(phone);
    await shoot(page, 'e-test-import-phone');
    await expectSound(page, 'import phone');
    await page.getByRole('button', { name: '导入 1 行' }).click();
    await page.getByText('导入了 1 行').waitFor();
    expect(complaints).to.deep.equal([]);
  });
});
