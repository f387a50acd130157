import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, type Company, lendSession } from './company.js';
import { eventually } from './filmed.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

describe('taking a single decision back', function () {
  this.timeout(120_000);
  const stage = useStage('undo-decision');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let company: Company;
  const ids: string[] = [];

  before(async () => {
    product = await stage.product({ channels: { DECISION_UNDO_SECONDS: '15' } });
    company = await aCompany(product, 2);
    for (const [n, name] of ['纪然', '廖青'].entries()) {
      const entered = { id: company.positionId, name, phone: `1391111440${n}`, email: '' };
      const rest = { draftId: null, source: 'referral' as const, internal: false };
      const input = { ...entered, ...rest };
      const { applicationId } = await company.client.call(
        routes.enterCandidate,
        input,
        company.hr.session,
      );
      ids.push(applicationId);
    }
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
  });

  const file = (id: string) => company.client.call(routes.application, { id }, company.hr.session);
  const open = async (page: Page, id: string) => {
    await page.goto(`${product.base}/#/pages/file/index?id=${id}`);
    await page.locator('.next-step').waitFor();
    await page.getByRole('button', { name: '不通过' }).waitFor();
  };

  it('at the desk by the keyboard: R, a reason, Z; nothing has happened', async () => {
    const { page } = hr;
    const [id = ''] = ids;
    await open(page, id);
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByRole('radio').first().waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('Enter');
    await page.getByText('已选不通过').waitFor();
    expect(await page.getByRole('button', { name: '不通过' }).count()).to.equal(0);
    await shoot(page, 'held-desk');
    await expectSound(page, 'a decision that waits');
    await page.keyboard.press('z');
    await page.getByRole('button', { name: '不通过' }).waitFor();
    const after = await file(id);
    expect(after).to.include({ stage: 'screening' });
    expect(after.decisions).to.deep.equal([]);
    expect(hr.complaints).to.deep.equal([]);
  });

  it('on a phone it waits, takes effect by itself, and then stands there', async () => {
    const pocket = await browsers.person({ screen: phone });
    await lendSession(pocket, product.base, company.hr.session);
    const { page } = pocket;
    const [, id = ''] = ids;
    await open(page, id);
    await page.getByRole('button', { name: '不通过' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio').first().check();
    await dialog.getByRole('button', { name: '不通过' }).click();
    await page.getByRole('button', { name: '撤回' }).waitFor();
    await shoot(page, 'held-phone');
    await expectSound(page, 'a decision that waits on a phone');
    await eventually(async () => expect(await file(id)).to.include({ stage: 'rejected' }));
    await page.getByRole('button', { name: '撤回' }).waitFor({ state: 'detached' });
    await page.getByText('不通过').first().waitFor();
    await shoot(page, 'held-done-phone');
    expect(pocket.complaints).to.deep.equal([]);
  });
});
