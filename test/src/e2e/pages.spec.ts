import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { passGuide } from './candidate.js';
import { borrowSession } from './company.js';
import { TestClient } from '../harness/client.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

/** A sign-in link that the terminal printed. */
function linkOf(product: Product, who: string): string {
  const found = new RegExp(`${who}\\s+\\S*\\s*(http\\S+)`).exec(product.printed())?.[1];
  if (found === undefined) {
    throw new Error(`no link for ${who} in\n${product.printed()}`);
  }
  return found;
}

describe('pages of the example company', function () {
  this.timeout(60_000);
  const stage = useStage('pages');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let admin: Person;

  const at = (path: string) => `${product.base}/#/pages/${path}`;

  before(async () => {
    product = await stage.product({ example: true });
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await hr.page.goto(linkOf(product, 'HR'));
    await hr.page.getByRole('heading', { name: /个人在等您/ }).waitFor();
    admin = await browsers.person({ screen: desktop });
    await admin.page.goto(linkOf(product, '管理员'));
    await admin.page.getByRole('link', { name: '设置' }).first().waitFor();
  });

  it('a page whose drawing fails says so, and is there again when it is opened anew', async () => {
    const page = await hr.context.newPage();
    const list = (url: URL) => url.pathname === routes.listApplications.path;
    await page.route(list, (route) => route.fulfill({ json: { applications: [null] } }));
    await page.goto(at('applications/index'));
    await page.getByText('这一页出了问题').waitFor();
    await shoot(page, 'e-broken-page');
    await page.unroute(list);
    await page.getByRole('button', { name: '重新打开' }).click();
    await page.getByRole('row').nth(1).waitFor();
    expect(await page.getByText('这一页出了问题').count()).to.equal(0);
    await page.close();
  });

  it('the words of a card are changed with a preview, checked, saved and taken back', async () => {
    const { page, complaints } = admin;
    complaints.length = 0;
    await page.setViewportSize(desktop);
    await page.goto(at('admin/index?part=cards'));
    await page.getByRole('button', { name: '改这张卡片的文字' }).click();
    const title = page.getByLabel('标题', { exact: true });
    await title.fill('请您来聊聊 {salary}');
    await page.getByText('这里没有 {salary} 可填').waitFor();
    expect(await page.getByRole('button', { name: '存为第 1 版' }).isDisabled()).to.equal(true);
    await title.fill('{name}，来聊聊{position}');
    const drawn = page.getByRole('region', { name: '微信客服' });
    await drawn.getByText('陈一，来聊聊门店店长').first().waitFor();
    await shoot(page, 'e-card-texts-desk');
    await expectSound(page, 'texts of a card');
    await page.getByRole('button', { name: '存为第 1 版' }).click();
    await page.getByText('改过 1 次').waitFor();
    await page.getByRole('button', { name: '用自带的文字' }).click();
    await page.getByRole('button', { name: '存为第 2 版' }).click();
    await page.getByText('改过 2 次').click();
    await page.getByRole('button', { name: '用这一版' }).waitFor();
    await page.setViewportSize(phone);
    await shoot(page, 'e-card-texts-phone');
    await expectSound(page, 'texts of a card on a phone');
    expect(complaints).to.deep.equal([]);
  });

  it('are framed by nobody else, run no script of others and send no address on', async () => {
    const { headers } = await fetch(product.base);
    const policy = headers.get('content-security-policy');
    expect(policy).to.include("frame-ancestors 'self'").and.include("script-src 'self'");
    expect(headers.get('x-content-type-options')).to.equal('nosniff');
    expect(headers.get('referrer-policy')).to.equal('no-referrer');
  });

  it('the list says of everybody without a verdict what comes next, not where they came from', async () => {
    const { page } = hr;
    await page.setViewportSize(desktop);
    await page.goto(at('applications/index'));
    const rows = page.locator('.list-table tbody tr');
    await rows.first().waitFor();
    const said = await rows.evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())),
    );
    const scoreless = said.filter((cells) => cells.includes('还没有分'));
    expect(scoreless.length).to.be.greaterThan(0);
    const next = /^(等您看|待|已|不通过|在人才库)/;
    expect(
      scoreless.map((cells) => cells.at(-2)).filter((now) => !next.test(now ?? '')),
    ).to.deep.equal([]);
  });

  it('the public page is sound on both sizes once the form is filled by hand', async () => {
    const code = await aCode(product, hr);
    for (const screen of [desktop, phone]) {
      const visitor = await browsers.person({ screen });
      const { page } = visitor;
      await page.goto(at(`apply/index?code=${code}`));
      await page.getByText('上传简历').waitFor();
      await page.getByRole('button', { name: '没有简历，直接填' }).click();
      await shoot(page, `e-apply-${screen.width}`);
      await expectSound(page, `apply ${screen.width}`);
      expect(visitor.complaints).to.deep.equal([]);
      await visitor.context.close();
    }
  });

  it("a candidate's pages are sound: consent, device check, question, own page", async () => {
    const candidate = await browsers.person({ screen: phone });
    const { page } = candidate;
    await page.goto(linkOf(product, '候选人'));
    await page.getByRole('heading', { name: '45 秒，看看怎么面' }).waitFor();
    await expectSound(page, 'guide');
    await passGuide(page);
    await expectSound(page, 'consent');
    for (const label of ['录像和录音', '机器打分，供人参考']) {
      await page.getByRole('switch', { name: label }).check();
    }
    // The fourth was chosen with the application, and is shown as it was chosen.
    expect(await page.getByRole('switch', { name: /人才库/ }).isChecked()).to.equal(true);
    await page.getByRole('button', { name: '同意已选 3 项，继续' }).click();
    await page.getByText('可用').first().waitFor();
    await expectSound(page, 'device check');
    await page.getByRole('button', { name: /^进入第 1 题$/ }).click();
    await page.getByRole('timer').first().waitFor();
    await expectSound(page, 'thinking');
    await page.goto(at('status/index'));
    await page.getByRole('button', { name: '接着面' }).waitFor();
    await page.getByRole('heading', { name: /面试还没做完$/ }).waitFor();
    await shoot(page, 'e-status-phone');
    await expectSound(page, 'own page');
    await page.goto(at('inbox/index'));
    await page.getByRole('article').first().waitFor();
    await expectSound(page, 'inbox');
    expect(candidate.complaints).to.deep.equal([]);
    await candidate.context.close();
  });

  it('a decision on a card is made with the keyboard alone', async () => {
    const { page } = hr;
    await page.setViewportSize(desktop);
    await page.goto(at('chat/index'));
    const open = page
      .getByRole('article')
      .filter({ has: page.getByRole('button', { name: '待定' }) });
    await open.first().waitFor();
    const before = await open.count();
    await tabTo(page, '待定');
    const title = await page.evaluate(
      () => document.activeElement?.closest('article')?.querySelector('h2')?.textContent ?? '',
    );
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('radio').first().waitFor();
    await tabTo(page, null);
    await page.keyboard.press('Space');
    await tabTo(page, '待定');
    await page.keyboard.press('Enter');
    const card = page.getByRole('article').filter({ hasText: title });
    await card
      .getByText(/选了待定/)
      .first()
      .waitFor();
    expect(await open.count()).to.equal(before - 1);
    await shoot(page, 'e-keyboard-decision');
  });
});

/** Moves the focus by Tab until it stands on a button with this name, or with null on a radio button. */
async function tabTo(page: Page, name: string | null): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const on = document.activeElement;
      return {
        text: on?.textContent.trim() ?? '',
        radio: on instanceof HTMLInputElement && on.type === 'radio',
      };
    });
    if (name === null ? focus.radio : focus.text === name) {
      return;
    }
  }
  throw new Error(`Tab never reaches ${name ?? 'a radio button'}`);
}

/** The code of a link to a position of the example. */
async function aCode(product: Product, person: Person): Promise<string> {
  const client = new TestClient(product.base);
  const session = await borrowSession(person);
  const { positions } = await client.call(routes.listPositions, {}, session);
  const { links } = await client.call(routes.listLinks, { id: positions[0]?.id ?? '' }, session);
  return links[0]?.code ?? '';
}
