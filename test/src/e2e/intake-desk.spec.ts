import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { goodResume } from '../flow/walk.js';
import type { TestClient } from '../harness/client.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, type Company, invitedTo, lendSession } from './company.js';
import { eventually } from './filmed.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const su = { name: '苏亦', phone: '13911110001', email: 'su@mail.example', locale: 'zh' as const };
const other = { ...su, phone: '13911110002', email: 'suyi@mail.example' };

const resume = (who: typeof su) => ({
  name: `${who.name}_${who.phone}.txt`,
  mimeType: 'text/plain',
  buffer: Buffer.from(goodResume(who)),
});

/** Nothing of the page is on its way any more. */
const settled = (page: Page) =>
  page.waitForFunction(() => document.querySelector('.state-loading') === null);

describe('intake and the candidate file at the desk (R2, R6, R7, R37)', function () {
  this.timeout(120_000);
  const stage = useStage('intake-desk');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let company: Company;
  let client: TestClient;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 2);
    ({ client } = company);
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
  });

  const open = (path: string) => hr.page.goto(`${product.base}/#/pages/${path}`);
  const choose = async (page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]) =>
    page.locator('.drop input[type=file]').setInputFiles(files);
  const applications = async (q = '') =>
    (await client.call(routes.listApplications, q ? { q } : {}, company.hr.session)).applications;

  it('takes several files, each with its own result, and sees who looks like somebody', async () => {
    const { page, complaints } = hr;
    await open(`intake/index?id=${company.positionId}`);
    const bad = {
      name: '证件照.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('ffd8ffe0', 'hex'),
    };
    await choose(page, [resume(su), bad, resume(other)]);
    const rows = page.locator('.file-rows li');
    await page.getByText('像是同一个人').waitFor();
    expect(await rows.count()).to.equal(3);
    await rows.filter({ hasText: '证件照' }).getByText('没有收').waitFor();
    await shoot(page, 'intake-files-desk');
    await expectSound(page, 'intake files');
    complaints.length = 0;
  });

  it('puts two people together with a preview, and apart again as they were', async () => {
    const { page } = hr;
    await page.getByRole('link', { name: '合并前看' }).click();
    await page.getByRole('button', { name: '对照看' }).click();
    const dialog = page.getByRole('dialog', { name: '这两位是同一个人吗' });
    await dialog.getByText('姓名和学校相同').waitFor();
    await dialog.getByText('手机不同').waitFor();
    await shoot(page, 'merge-desk');
    await expectSound(page, 'merge');
    await dialog.getByRole('button', { name: '是同一个人', exact: true }).click();
    await page.getByRole('button', { name: '撤销合并' }).waitFor();
    expect(await applications(su.phone)).to.have.length(2);
    await shoot(page, 'archive-desk');
    await page.getByRole('button', { name: '撤销合并' }).click();
    await page.getByRole('button', { name: '对照看' }).waitFor();
    expect(await applications(su.phone)).to.have.length(1);
  });

  it('takes candidates from a table after a look at every row', async () => {
    const { page } = hr;
    await open(`intake/index?id=${company.positionId}`);
    await page.getByRole('button', { name: '从表格导入' }).click();
    const lines = ['姓名,手机,邮箱,学历,工作经历', '纪然,13911110009,,大专,', ',13911110008,,,'];
    await choose(page, [
      { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) },
    ]);
    await page.getByText('没有姓名').waitFor();
    await page.getByRole('button', { name: '收下这 1 人' }).click();
    await page.getByText('收下 1 人').waitFor();
    await shoot(page, 'intake-table-desk');
    await expectSound(page, 'intake table');
    expect((await applications('纪然'))[0]?.source).to.equal('upload');
  });

  it('makes an internal link with its QR code and its numbers', async () => {
    const { page } = hr;
    await open(`intake/index?id=${company.positionId}`);
    await page.getByRole('button', { name: '新链接和二维码' }).click();
    const dialog = page.getByRole('dialog', { name: '新链接和二维码' });
    await dialog.getByLabel('来源').selectOption('internal');
    await dialog.getByLabel('叫什么').fill('内部应聘');
    await dialog.getByRole('button', { name: '做一个' }).click();
    await page.getByRole('img', { name: '“内部应聘”的二维码' }).waitFor();
    await page.getByText('0 人面试，0 人入职').waitFor();
    await shoot(page, 'link-desk');
  });

  it('past performance of an employee is entered beside the application', async () => {
    const { page } = hr;
    const { links } = await client.call(
      routes.listLinks,
      { id: company.positionId },
      company.hr.session,
    );
    const code = links.find(({ source }) => source === 'internal')?.code ?? '';
    const inside = { ...company, applyUrl: `${product.base}/?code=${code}` };
    await invitedTo(inside, { name: '祝晴', phone: '13911110021' });
    const [application] = await applications('祝晴');
    await open(`file/index?id=${application?.id ?? ''}&tab=archive`);
    await page.getByText('作为内部应聘来，没对上员工').waitFor();
    await page.getByRole('button', { name: '录入绩效' }).click();
    const dialog = page.getByRole('dialog', { name: '录入绩效' });
    await dialog.getByLabel('哪一段').fill('2026 上半年');
    await dialog.getByLabel('结果').fill('超出预期');
    await dialog.getByRole('button', { name: '存下' }).click();
    await page.getByText('超出预期').waitFor();
    await page.getByText('录入一条以往绩效').waitFor();
    await shoot(page, 'internal-desk');
  });

  it('the file: the next step on every tab, tabs by number, messages with their ways', async () => {
    const { page, complaints } = hr;
    const [application] = await applications('祝晴');
    const id = application?.id ?? '';
    await eventually(async () => {
      const { messages } = await client.call(routes.messages, { id }, company.hr.session);
      if (!messages.some(({ kind }) => kind === 'invitation')) throw new Error('not yet');
    });
    complaints.length = 0;
    await open(`file/index?id=${id}`);
    const names = ['总览', '简历', 'AI评估', '笔试', '轮次', '决定', '消息', '同意书', '档案'];
    for (const [n, name] of names.entries()) {
      await page.keyboard.press(String(n + 1));
      await page.getByRole('tab', { name, selected: true }).waitFor();
      await page.locator('.next-step').waitFor();
      await settled(page);
      await shoot(page, `file-${n + 1}-desk`);
      await expectSound(page, `file ${name}`);
    }
    await page.keyboard.press('7');
    const invitation = page.locator('.message').filter({ hasText: '邀请' }).first();
    await invitation.getByText('送到了').first().waitFor();
    expect(complaints).to.deep.equal([]);
  });

  it('fits a phone', async () => {
    const pocket = await browsers.person({ screen: phone });
    await lendSession(pocket, product.base, company.hr.session);
    const [application] = await applications('祝晴');
    for (const tab of ['overview', 'screening', 'messages', 'archive']) {
      await pocket.page.goto(
        `${product.base}/#/pages/file/index?id=${application?.id ?? ''}&tab=${tab}`,
      );
      await pocket.page.locator('.next-step').waitFor();
      await settled(pocket.page);
      await shoot(pocket.page, `file-${tab}-phone`);
      await expectSound(pocket.page, `file ${tab} on a phone`);
    }
    await pocket.page.goto(`${product.base}/#/pages/intake/index?id=${company.positionId}`);
    await pocket.page.getByText('拖到这里，或选文件').waitFor();
    await shoot(pocket.page, 'intake-phone');
    await expectSound(pocket.page, 'intake on a phone');
    expect(pocket.complaints).to.deep.equal([]);
  });
});
