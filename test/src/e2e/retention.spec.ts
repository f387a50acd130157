import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { TestClient } from '../harness/client.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { borrowSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const inEnglish = ({ context }: Person) =>
  context.addInitScript(() => localStorage.setItem('zhiyu.locale', 'en'));

describe('how long data are kept, in the settings', function () {
  this.timeout(120_000);
  const stage = useStage('retention');
  let product: Product;
  let browsers: Browsers;
  let admin: Person;

  before(async () => {
    product = await stage.product({ example: true });
    browsers = await stage.browsers({ words: '您好。' });
  });

  /** Signed in by the printed link, which is good for once. */
  const signedIn = async (who: string) => {
    const person = await browsers.person({ screen: desktop });
    const link = new RegExp(`${who}\\s+\\S*\\s*(http\\S+)`).exec(product.printed())?.[1];
    await person.page.goto(link ?? '');
    await person.page.waitForURL(({ hash }) => !hash.includes('/link/'));
    await person.page.getByRole('main').waitFor();
    return person;
  };
  const open = async ({ page }: Person, title: string) => {
    await page.goto(`${product.base}/#/pages/admin/index?part=company`);
    const part = page.locator('section', { has: page.getByRole('heading', { name: title }) });
    await part
      .getByRole('combobox')
      .or(part.getByText(/没有期限|投递结束/))
      .first()
      .waitFor();
    await part.scrollIntoViewIfNeeded();
    return part;
  };

  it('an administrator chooses it from the keyboard, told first whom it would erase', async () => {
    admin = await signedIn('管理员');
    const { page } = admin;
    const part = await open(admin, '资料存多久');
    const save = part.getByRole('button', { name: '保存' });
    expect(await save.isDisabled()).to.equal(true);
    await part.getByRole('combobox').focus();
    await page.keyboard.press('ArrowDown');
    await part.getByText(/夜里第一次/).waitFor();
    await page.keyboard.press('Tab');
    expect(await save.evaluate((button) => button === document.activeElement)).to.equal(true);
    await page.keyboard.press('Enter');
    await page.getByText('已存好').first().waitFor();
    await part.getByText(/夜里第一次/).waitFor();
    expect(await part.getByRole('combobox').inputValue()).to.equal('6');
    await page.keyboard.press('Shift+Tab');
    const inside = await part.evaluate((section) => section.contains(document.activeElement));
    expect(inside, 'the keyboard goes on from where it was').to.equal(true);
    await shoot(page, 'e-retention-1440');
    await page.setViewportSize(phone);
    await part.scrollIntoViewIfNeeded();
    await shoot(page, 'e-retention-390');
    await expectSound(page, 'e-retention-390');
  });

  it('saves nothing that was not counted, and asks again', async () => {
    const person = await browsers.person({ screen: phone });
    await inEnglish(person);
    await person.context.addCookies(await admin.context.cookies());
    const { page } = person;
    const part = await open(person, 'How long data are kept');
    await page.route(/data-retention\?months=24/, (route) => route.abort());
    await part.getByRole('combobox').selectOption('24');
    await part.getByRole('alert').waitFor();
    expect(await part.getByRole('button', { name: 'Save' }).isDisabled()).to.equal(true);
    await shoot(page, 'e-retention-failed-390');
    await page.unroute(/data-retention\?months=24/);
    await part.getByRole('alert').getByRole('button').click();
    await part.getByText(/^With this, /).waitFor();
    expect(await part.getByRole('button', { name: 'Save' }).isEnabled()).to.equal(true);
    await expectSound(page, 'e-retention-english-390');
  });

  it('who may not change it reads what holds', async () => {
    const person = await signedIn('HR');
    await person.page.setViewportSize(phone);
    const part = await open(person, '资料存多久');
    const client = new TestClient(product.base);
    const { months } = await client.call(routes.dataRetention, {}, await borrowSession(person));
    await part.getByText(`投递结束 ${String(months)} 个月以后删。`).waitFor();
    expect(await part.getByRole('combobox').count()).to.equal(0);
    await shoot(person.page, 'e-retention-reader-390');
  });
});
