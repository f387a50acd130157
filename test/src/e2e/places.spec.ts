import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import type { Locator } from 'playwright-core';
import { storeStaff } from '../factories/position.js';
import { TestClient, type TestSession } from '../harness/client.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { borrowSession } from './company.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

function linkOf(product: Product, who: string): string {
  const found = new RegExp(`${who}\\s+\\S*\\s*(http\\S+)`).exec(product.printed())?.[1];
  if (found === undefined) {
    throw new Error(`no link for ${who}`);
  }
  return found;
}

const topOf = (one: Locator) => one.evaluate((element) => element.getBoundingClientRect().top);

describe('where a page opens, and whose name it shows', function () {
  this.timeout(60_000);
  const stage = useStage('places');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let admin: Person;
  let client: TestClient;
  let session: TestSession;

  const at = (path: string) => `${product.base}/#/pages/${path}`;

  before(async () => {
    product = await stage.product({ example: true });
    browsers = await stage.browsers({ words: '您好。' });
    client = new TestClient(product.base);
    hr = await browsers.person({ screen: phone });
    await hr.page.goto(linkOf(product, 'HR'));
    await hr.page.getByRole('heading', { name: /个人在等您/ }).waitFor();
    session = await borrowSession(hr);
    admin = await browsers.person({ screen: desktop });
    await admin.page.goto(linkOf(product, '管理员'));
    await admin.page.getByRole('link', { name: '设置' }).first().waitFor();
  });

  it('the conversation opens at what is new, and stays where the reader is when more comes', async () => {
    const { page } = hr;
    const cards = page.locator('.log > li');
    const { items } = await client.call(routes.inbox, {}, session);
    expect(items.length, 'more than a screen').to.be.greaterThan(3);
    await client.call(routes.seenInbox, {}, session);
    // Home has asked for the cards before they were seen.
    await page.reload();
    await page.getByRole('heading', { name: /个人在等您/ }).waitFor();
    for (const again of [false, true]) {
      await (again ? page.reload() : page.goto(at('chat/index')));
      await cards.last().waitFor();
      await page.waitForTimeout(600);
      const end = await page.locator('.log-end').evaluate((one) => one.getBoundingClientRect().top);
      expect(end, 'the newest is in view').to.be.within(0, phone.height);
    }
    await shoot(page, 'f-chat-newest');
    await page.mouse.move(195, 400);
    await page.mouse.wheel(0, -100_000);
    await page.waitForTimeout(300);
    const [before, count] = [await topOf(cards.first()), await cards.count()];
    expect(before).to.be.greaterThan(0);
    const { positions } = await client.call(routes.listPositions, {}, session);
    const file = new TextEncoder().encode('姓名：丁一一\n电话：13712340001\n教育经历\n高中');
    const into = { id: positions[0]?.id ?? '', name: '丁一一.txt' };
    await client.call(routes.uploadResume, into, session, { file, key: 'places-1' });
    await cards.nth(count).waitFor({ state: 'attached' });
    await page.waitForTimeout(300);
    expect(await topOf(cards.first())).to.equal(before);
  });

  it('positions of one name are told apart on the board and in the filter', async () => {
    const content = { ...storeStaff(), place: '杭州' };
    for (const place of ['杭州', '宁波', '宁波']) {
      const create = { content: { ...content, place }, headcount: 2, departmentId: null };
      const own = { ...create, ownerId: null };
      await client.call(routes.createPosition, own, session, { key: `place-${Math.random()}` });
    }
    const { page } = hr;
    await page.goto(at('applications/index'));
    await page.getByRole('button', { name: '筛选' }).click();
    const options = page.locator('.filters-sheet select').first().locator('option');
    await options.nth(3).waitFor({ state: 'attached' });
    const named = await options.allTextContents();
    expect(new Set(named).size, named.join(', ')).to.equal(named.length);
    await page.goto(at('board/index'));
    await page.getByText('AI 面试通过率').first().waitFor();
    const heads = await page.locator('.board-cards h3 a').allTextContents();
    expect(new Set(heads).size, heads.join(', ')).to.equal(heads.length);
    await shoot(page, 'f-board-phone');
    await page.setViewportSize(desktop);
    await shoot(page, 'f-board-desk');
    await page.goto(at('applications/index'));
    await page.locator('.list-table').waitFor();
    await shoot(page, 'f-list-desk');
    await page.setViewportSize(phone);
  });

  it('closing an account tells what goes to all HR', async () => {
    const { page } = admin;
    const { name } = await client.call(routes.me, {}, session);
    await page.goto(at('admin/index?part=people'));
    await page.getByRole('button', { name: `改${name}` }).click();
    const sheet = page.getByRole('dialog').filter({ hasText: '停用' });
    await sheet.getByText(/负责的 \d+ 个岗位会转给全体 HR/).waitFor();
    await shoot(page, 'f-deactivate-desk');
    await page.setViewportSize(phone);
    const save = sheet.getByRole('button', { name: '保存' });
    const box = await save.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).to.be.at.most(phone.height);
    await shoot(page, 'f-deactivate-phone');
    await page.setViewportSize(desktop);
  });

  it('the audit log names people, and links what may be opened', async () => {
    const adminSession = await borrowSession(admin);
    const me = await client.call(routes.me, {}, session);
    const roles = ['hr' as const, 'auditor' as const];
    await client.call(routes.changeStaff, { id: me.id, roles }, adminSession);
    const { url } = await client.call(routes.resetStaff, { id: me.id }, adminSession);
    const reader = await browsers.person({ screen: desktop });
    const { page } = reader;
    await page.goto(url);
    const fields = page.locator('input[type=password]');
    await fields.first().waitFor();
    for (const field of await fields.all()) await field.fill('知遇一面，百里挑一，开店');
    await page.locator('form button[type=submit], .btn.primary, button.primary').first().click();
    await page.getByRole('link', { name: '设置' }).first().waitFor();
    const { applications } = await client.call(
      routes.listApplications,
      {},
      await borrowSession(reader),
    );
    const [first] = applications;
    await page.goto(at(`file/index?id=${first?.id ?? ''}`));
    // The file itself, not a page before it that names the person as well.
    await page.getByRole('heading', { level: 1, name: first?.candidateName ?? '' }).waitFor();
    await page.goto(at('audit/index'));
    const line = page
      .locator('.audit tbody tr')
      .filter({ hasText: '看候选人' })
      .filter({ hasText: `候选人（${first?.candidateName ?? ''}）` });
    await line.first().waitFor();
    expect(await line.first().locator('th').textContent()).to.contain(me.name);
    await shoot(page, 'f-audit-desk');
    await page.setViewportSize(phone);
    await shoot(page, 'f-audit-phone');
  });
});
