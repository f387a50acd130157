import { readFileSync } from 'node:fs';
import {
  outcomeRates,
  outcomeTimes,
  type OutcomeTrend,
  trendParts,
} from '@zhiyu/contracts/outcomes';
import { routes } from '@zhiyu/contracts/routes';
import { readSheetFile } from '@zhiyu/server/platform/sheet/read-sheet';
import { expect } from 'chai';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { aCompany, type Company, lendSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

/** A trend as the server sends it: shares that rise, the fourth part of too few; times that fall. */
function aTrend(): OutcomeTrend {
  const now = Date.now();
  const parts = Array.from({ length: trendParts }, (_, n) => n);
  const of = (n: number) => (n === 3 ? 2 : 40);
  return {
    from: now - 60 * 86_400_000,
    ends: parts.map((n) => now - (trendParts - 1 - n) * 5 * 86_400_000),
    rates: outcomeRates.map((name) => ({
      name,
      parts: parts.map((n) => ({ hits: Math.min(of(n), 10 + 2 * n), of: of(n) })),
    })),
    times: outcomeTimes.map((name, at) => ({
      name,
      parts: parts.map((n) => ({ medianMs: (30 - n + 5 * at) * 3_600_000, of: of(n) })),
    })),
  };
}

describe('figures: the trend of each, and files that go along (R53, R65)', function () {
  this.timeout(120_000);
  const stage = useStage('figures-files');
  let product: Product;
  let browsers: Browsers;
  let company: Company;

  const open = async (screen: typeof desktop): Promise<Person> => {
    const one = await browsers.person({ screen });
    await lendSession(one, product.base, company.hr.session);
    await one.page.goto(`${product.base}/#/pages/figures/index`);
    return one;
  };

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 2);
    const code = /code=(\w+)/.exec(company.applyUrl)?.[1] ?? '';
    for (let n = 0; n < 6; n++) {
      await company.client.call(routes.apply, {
        ...{ code, draftId: null, name: `柳${'一二三四五六'[n] ?? ''}`, email: '' },
        ...{ phone: String(13_600_000_000 + n), education: '', work: '', locale: 'zh' as const },
        ...{ consent: true as const, talentPool: false },
      });
    }
    browsers = await stage.browsers({ words: '您好。' });
  });

  it('says of six people only what six can say: one part is there, the others are gaps', async () => {
    const { page, complaints } = await open(desktop);
    const row = page.getByRole('row', { name: /候选人中途离开/ });
    const picture = row.getByRole('img');
    await picture.waitFor();
    const said = (await picture.getAttribute('aria-label')) ?? '';
    expect(said).to.match(/人太少、0 %$|人太少，0 %$/);
    expect(said.match(/人太少/g)).to.have.length(trendParts - 1);
    await page
      .getByRole('row', { name: /招聘周期/ })
      .getByText('人太少')
      .first()
      .waitFor();
    await page.getByRole('button', { name: /候选人中途离开/ }).click();
    const numbers = page.getByRole('group', { name: '候选人中途离开，十二段的数' });
    await numbers.getByText('少于 5 个的一段不画').waitFor();
    expect(await numbers.getByRole('row').last().getByRole('cell').allInnerTexts()).to.deep.equal([
      ...Array.from({ length: trendParts - 1 }, () => '0'),
      '6',
    ]);
    await expectSound(page, 'figures-trend-desk');
    expect(complaints).to.deep.equal([]);
  });

  it('saves them as CSV and XLSX, of the period and the positions that are shown', async () => {
    const { page } = await open(desktop);
    await page.getByRole('button', { name: '一季' }).click();
    await page.getByRole('link', { name: 'CSV' }).waitFor();
    for (const [name, format] of [
      ['CSV', 'csv'],
      ['Excel（XLSX）', 'xlsx'],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ]);
      expect(download.suggestedFilename()).to.equal(`zhiyu-figures-91.${format}`);
      const rows = await readSheetFile(readFileSync(await download.path()), `a.${format}`);
      const left = rows.find((row) => row[0] === '现在' && row[1] === '候选人中途离开');
      expect(left?.slice(8, 10)).to.deep.equal(['0', '6']);
      expect(left?.[10]).to.contain('占这段时间投递的人');
    }
  });

  for (const [name, screen] of [
    ['desk', desktop],
    ['phone', phone],
  ] as const) {
    it(`draws lines with their gaps and where now begins, ${name}`, async () => {
      const one = await browsers.person({ screen });
      await lendSession(one, product.base, company.hr.session);
      const { page, complaints } = one;
      const body = JSON.stringify(aTrend());
      await page.route('**/api/outcomes/trend*', (route) =>
        route.fulfill({ contentType: 'application/json', body }),
      );
      await page.goto(`${product.base}/#/pages/figures/index`);
      const lines = page.locator('svg.spark path');
      await lines.first().waitFor();
      expect(await lines.count()).to.equal(outcomeRates.length + outcomeTimes.length);
      const drawn = await lines.evaluateAll((all) => all.map((it) => it.getAttribute('d') ?? ''));
      for (const line of drawn) {
        expect(line.match(/M/g), 'a gap begins a new line').to.have.length(2);
        expect(line.match(/[ML]/g)).to.have.length(trendParts - 1);
      }
      await page.getByRole('button', { name: /等结果/ }).click();
      const wide = await page
        .locator('table.figs')
        .evaluate((it) => it.scrollWidth - (it.parentElement?.clientWidth ?? 0));
      expect(wide, 'the numbers scroll in their own box').to.be.at.most(0);
      await expectSound(page, `figures-trend-${name}`);
      await shoot(page, `figures-trend-${name}`);
      expect(complaints).to.deep.equal([]);
    });
  }
});
