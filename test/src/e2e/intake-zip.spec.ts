import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Entry, zipOf } from '../factories/zip.js';
import { goodResume } from '../flow/walk.js';
import { type Browsers, desktop, phone, shoot } from './browser.js';
import { aCompany, type Company, lendSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const person = (name: string, n: number) => ({
  ...{ name, phone: String(13_911_120_000 + n), email: `p${n}@mail.example` },
  locale: 'zh' as const,
});
const resume = (name: string, n: number) => Buffer.from(goodResume(person(name, n)));
const zip = (name: string, entries: readonly Entry[]) => ({
  ...{ name, mimeType: 'application/zip', buffer: zipOf(entries) },
});

describe('an archive of résumés at the desk and on the phone (R2)', function () {
  this.timeout(120_000);
  const stage = useStage('intake-zip');
  let product: Product;
  let browsers: Browsers;
  let company: Company;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 2);
    browsers = await stage.browsers({ words: '您好。' });
  });

  const open = async (screen: typeof desktop) => {
    const one = await browsers.person({ screen });
    await lendSession(one, product.base, company.hr.session);
    await one.page.goto(`${product.base}/#/pages/intake/index?id=${company.positionId}`);
    return one;
  };
  const choose = (page: Page, ...files: ReturnType<typeof zip>[]) =>
    page.locator('.drop input[type=file]').setInputFiles(files);
  const names = async () =>
    (await company.client.call(routes.listApplications, {}, company.hr.session)).applications.map(
      ({ candidateName }) => candidateName,
    );

  it('opens it and says of each file what became of it, hostile ones too', async () => {
    const { page, complaints } = await open(desktop);
    const gbk = Buffer.concat([Buffer.from('bcf2c0fa2fb3c2d2bb', 'hex'), Buffer.from('.txt')]);
    await choose(
      page,
      zip('秋招.zip', [
        { name: gbk, data: resume('陈一', 1) },
        { name: '简历/李二.txt', data: resume('李二', 2) },
        { name: '更多.zip', data: Buffer.from('PK') },
        { name: '锁住.pdf', data: resume('王三', 3), encrypted: true },
        { name: '../../../etc/cron.txt', data: resume('赵四', 4) },
        { name: '合影.jpg', data: Buffer.from('ffd8ffe0', 'hex') },
        { name: '__MACOSX/._李二.txt', data: Buffer.from('x') },
      ]),
    );
    const rows = page.locator('.file-rows li');
    await page.getByText('6 份：收下 2 份，4 份没有收。').waitFor();
    expect(await rows.count()).to.equal(6);
    const chen = rows.filter({ hasText: '简历/陈一.txt' });
    await chen.getByText('收下了').waitFor();
    await chen.getByText('秋招.zip').waitFor();
    await rows.filter({ hasText: '更多.zip' }).getByText('压缩包里还有压缩包').waitFor();
    await rows.filter({ hasText: '锁住.pdf' }).getByText('有密码').waitFor();
    await rows.filter({ hasText: 'cron.txt' }).getByText('指到压缩包外面').waitFor();
    await rows.filter({ hasText: '合影.jpg' }).getByText('不是 PDF').waitFor();
    const bar = page.getByRole('progressbar', { name: '收简历的进度' });
    expect(await bar.getAttribute('aria-valuenow')).to.equal('6');
    await expectSound(page, 'intake-zip-desk');
    await shoot(page, 'intake-zip-desk');
    expect((await names()).sort()).to.deep.equal(['李二', '陈一']);
    expect(complaints).to.deep.equal([]);
  });

  it('refuses a bomb as one file with its reason, and takes the next on a phone', async () => {
    const { page, complaints } = await open(phone);
    await choose(
      page,
      zip('炸弹.zip', [{ name: '大.txt', data: Buffer.alloc(8_000_000, 'a') }]),
      zip('春招.zip', [{ name: '周五.txt', data: resume('周五', 5) }]),
    );
    await page.getByText('2 份：收下 1 份，1 份没有收。').waitFor();
    await page
      .locator('.file-rows li')
      .filter({ hasText: '炸弹.zip' })
      .getByText('展开后大得不正常')
      .waitFor();
    await expectSound(page, 'intake-zip-phone');
    await shoot(page, 'intake-zip-phone');
    expect(await names()).to.include('周五');
    // The refusal stands in the console of a browser as it does everywhere.
    expect(complaints.filter((one) => !one.includes('422'))).to.deep.equal([]);
  });
});
