import type { ApplicationDetail } from '@zhiyu/contracts/application';
import { routes } from '@zhiyu/contracts/routes';
import type { ReportView } from '@zhiyu/contracts/scoring';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { TestClient } from '../harness/client.js';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { borrowSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

/** Reads in English on this device from now on. */
const inEnglish = ({ context }: Person) =>
  context.addInitScript(() => localStorage.setItem('zhiyu.locale', 'en'));

/**
 * The report without quotes, transcripts and names, and without the company's requirements beside the lines of the
 * résumé: what is left is the product's own.
 */
function ownWordsOf(page: Page, names: string[]): Promise<string> {
  return page.locator('.report-page').evaluate((report, said) => {
    const copy = report.cloneNode(true) as HTMLElement;
    const others = 'blockquote, q, .answer-words, .answers .pre, .resume-check, dl .muted';
    copy.querySelectorAll(others).forEach((one) => one.remove());
    const text = [...copy.querySelectorAll('*')].reduce(
      (all, one) => `${all} ${one.getAttribute('aria-label') ?? ''}`,
      copy.textContent,
    );
    return said.reduce((left, name) => left.replaceAll(name, ''), text.replace(/“[^”]*”/g, ''));
  }, names);
}

/** Opens every dimension and looks for Chinese. @returns how many were opened */
async function hanIn(page: Page, name: string): Promise<number> {
  const closed = await page.locator('.dims button[aria-expanded=false]').all();
  for (const one of closed) {
    await one.click();
    const found = (await ownWordsOf(page, [name])).match(/.{0,30}\p{Script=Han}+.{0,30}/gu) ?? [];
    expect(found).to.deep.equal([]);
  }
  return closed.length;
}

describe('a report and a screening whose reader reads English', function () {
  this.timeout(180_000);
  const stage = useStage('languages-report');
  let product: Product;
  let browsers: Browsers;
  let hr: Person;

  before(async () => {
    product = await stage.product({ example: true });
    browsers = await stage.browsers({ words: '您好。' });
    hr = await browsers.person({ screen: desktop });
    await hr.page.goto(/HR\s+\S*\s*(http\S+)/.exec(product.printed())?.[1] ?? '');
    await hr.page.getByRole('heading', { name: /个人在等您/ }).waitFor();
  });
  const urlOf = (page: string, query = '') => `${product.base}/#/pages/${page}/index${query}`;

  it('every rule of a screening is an English sentence; an old one is told', async () => {
    const client = new TestClient(product.base);
    const session = await borrowSession(hr);
    const { applications } = await client.call(routes.listApplications, {}, session);
    const details = await Promise.all(
      applications.map(({ id }) => client.call(routes.application, { id }, session)),
    );
    const doubtful = ({ screening }: ApplicationDetail) =>
      screening?.rules.filter(({ outcome }) => outcome !== 'held').length ?? 0;
    const [most] = details.sort((a, b) => doubtful(b) - doubtful(a));
    const id = most?.id ?? '';
    const person = await browsers.person({ screen: desktop });
    await inEnglish(person);
    await person.context.addCookies(await hr.context.cookies());
    const { page } = person;
    await page.goto(urlOf('file', `?id=${id}&tab=screening`));
    await page.locator('.rules li').first().waitFor();
    const said = await page.locator('.rules .mid').allTextContents();
    expect(said).to.have.length(most?.screening?.rules.length ?? 0);
    for (const rule of said) {
      expect(rule).to.match(
        /^(?:Education|Major|Skill|Language): |^At least [\d.]+ years? of work/,
      );
    }
    for (const found of await page.locator('.rules-found').allTextContents()) {
      expect(found).to.match(/, résumé line \d+$|^[A-Z][\x20-\x7eé’]+$/);
    }
    await shoot(page, 'ls-english-screening-desk');
    await expectSound(page, 'english screening at the desk');
    await page.setViewportSize(phone);
    await shoot(page, 'ls-english-screening-phone');
    await expectSound(page, 'english screening');
    const tabs = await page
      .locator('.file-tabs button')
      .evaluateAll((all) => all.map((one) => one.scrollWidth - one.clientWidth));
    expect(Math.max(...tabs), 'no tab lies over the next').to.be.at.most(1);
    expect(await page.getByText('Sentences in Chinese').count()).to.equal(0);
    await page.route('**/api/**', async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll('"rule":"', '"asStored":true,"rule":"');
      await route.fulfill({ response, body });
    });
    await page.reload();
    await page.getByText('Sentences in Chinese').waitFor();
    expect(await page.locator('.rules .mid[lang=zh]').count()).to.equal(said.length);
    await person.context.close();
  });

  it('an English reader’s report has no Chinese outside quotes, names and the company’s own words', async () => {
    const client = new TestClient(product.base);
    const session = await borrowSession(hr);
    const { applications } = await client.call(routes.listApplications, {}, session);
    const scored = applications.filter(({ total }) => total !== null);
    const person = await browsers.person({ screen: desktop });
    await inEnglish(person);
    await person.context.addCookies(await hr.context.cookies());
    const { page } = person;
    const whole: number[] = [];
    for (const { id, candidateName } of scored.slice(0, 6)) {
      const { interviews } = await client.call(routes.application, { id }, session);
      const interview = interviews.find(({ kind }) => kind === 'ai')?.id ?? '';
      const answer = page.waitForResponse((one) => one.url().endsWith(`/${interview}/report`));
      await page.goto(urlOf('report', `?interview=${interview}`));
      const { textsAsStored } = (await (await answer).json()) as ReportView;
      await page.locator('.total-v').waitFor();
      await page.waitForLoadState('networkidle');
      const said = page.getByText(/no English wording/);
      expect(await said.count(), 'texts without English are told').to.equal(
        textsAsStored === 0 ? 0 : 1,
      );
      if (textsAsStored === 0) {
        whole.push(await hanIn(page, candidateName));
      }
      const stored = (await client.call(routes.report, { id: interview }, session)).report;
      expect(JSON.stringify(stored), 'a Chinese reader’s report').to.match(/\p{Script=Han}/u);
    }
    expect(whole, 'reports all of whose texts are there in English').not.to.deep.equal([]);
    await shoot(page, 'ls-english-report-desk');
    await page.setViewportSize(phone);
    await shoot(page, 'ls-english-report-phone');
    await expectSound(page, 'english report');
    await page.goto(urlOf('file', `?id=${scored[0]?.id ?? ''}&tab=assessment`));
    await page.locator('.taro_page:has(.file-tabs) .total-v').waitFor();
    const narrow = await page
      .locator('.file-tabs button')
      .evaluateAll((tabs) => tabs.filter((tab) => tab.scrollWidth > tab.clientWidth + 1).length);
    expect(narrow, 'tabs over one another').to.equal(0);
    expect(await page.locator('a.btn[href*="pages/review"]').count(), 'ways to the room').to.equal(
      1,
    );
    await shoot(page, 'ls-english-file-phone');
    await person.context.close();
  });
});
