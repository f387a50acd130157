import { rawPaths, routes } from '@zhiyu/contracts/routes';
import type { Report } from '@zhiyu/contracts/scoring';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { TestClient } from '../harness/client.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { borrowSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

interface Read {
  interviewId: string;
  report: Report;
}

/** A key that stands where its words should: the page came without them. */
const keyOfWords = /(?<![\w.@-])[a-z]+(?:[A-Z][a-z]+)*\.[a-z]+(?:[A-Z][a-z]+)*(?![\w.@-])/;

/** Reports of the example company, weakest first. */
async function reportsOf(product: Product, person: Person): Promise<Read[]> {
  const client = new TestClient(product.base);
  const session = await borrowSession(person);
  const { applications } = await client.call(routes.listApplications, {}, session);
  const found: Read[] = [];
  for (const { id, total } of applications) {
    if (total !== null) {
      const { interviews } = await client.call(routes.application, { id }, session);
      const interviewId = interviews.find(({ kind }) => kind === 'ai')?.id ?? '';
      found.push({
        interviewId,
        report: (await client.call(routes.report, { id: interviewId }, session)).report,
      });
    }
  }
  return found.sort((a, b) => (a.report.total.value ?? 0) - (b.report.total.value ?? 0));
}

describe('reports of a strong, a middling and a weak candidate', function () {
  this.timeout(180_000);
  const stage = useStage('report-looks');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;
  let all: Read[] = [];

  before(async () => {
    product = await stage.product({ example: true });
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await hr.page.goto(/HR\s+\S*\s*(http\S+)/.exec(product.printed())?.[1] ?? '');
    await hr.page.getByRole('heading', { name: /个人在等您/ }).waitFor();
    all = await reportsOf(product, hr);
  });

  const chosen = {
    weak: () => all[0],
    middling: () => all[Math.floor(all.length / 2)],
    strong: () => all.at(-1),
  };
  const open = async (page: Page, interviewId: string) => {
    await page.goto(`${product.base}/#/pages/report/index?interview=${interviewId}`);
    await page.locator('.total-v').waitFor();
  };

  for (const [grade, of] of Object.entries(chosen)) {
    it(`the ${grade} one fits a desk and a phone and is accessible`, async () => {
      const read = of() ?? expect.fail('no report');
      const { page, complaints } = hr;
      complaints.length = 0;
      for (const screen of [desktop, phone]) {
        await page.setViewportSize(screen);
        await open(page, read.interviewId);
        const name = `e-report-${grade}-${String(screen.width)}`;
        await shoot(page, name);
        await expectSound(page, name);
        expect(await page.locator('body').innerText()).not.to.match(keyOfWords);
      }
      expect(complaints).to.deep.equal([]);
    });
  }

  it('compares an answer with those of other people when asked to', async () => {
    const { page } = hr;
    const read = chosen.middling() ?? expect.fail('no report');
    await page.setViewportSize(phone);
    await open(page, read.interviewId);
    await page.getByRole('button', { name: '和别人的回答比一比' }).first().click();
    await page.getByText(/比了 \d+ 位候选人对这道题的回答/).scrollIntoViewIfNeeded();
    await shoot(page, 'e-report-same-words-390');
    await expectSound(page, 'e-report-same-words-390');
  });

  it('follows another scale while the page is open, and so do its files', async () => {
    const { page } = hr;
    const read = all.at(-1) ?? expect.fail('no report');
    await open(page, read.interviewId);
    const before = (await page.locator('.total-v').textContent()) ?? '';
    await page.locator('.assessment-side select').selectOption('percent');
    await page.locator('.total-v', { hasText: '%' }).waitFor();
    expect(before).not.to.contain('%');
    const { report } = read;
    const words = await page.locator('.report-page').innerText();
    expect(words).not.to.match(/\d\.\d ±\d\.\d/);
    const file = page.locator(`a[href*="${rawPaths.reportFile}/${report.interviewId}/hr.pdf"]`);
    expect(await file.getAttribute('href')).to.contain('scale=percent');
  });
});
