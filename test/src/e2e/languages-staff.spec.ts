import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { keysOn } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const words = new URL('../../../miniapp/src/locales/', import.meta.url);
/** Words that candidates read too: those of the other languages come in their own file. */
const candidates = new Set(
  readdirSync(new URL('ja/', words)).filter((file) => file.endsWith('.json')),
);

function longest(words: object): string {
  const texts = Object.values(words).map((one) =>
    typeof one === 'string' ? one : longest(one as object),
  );
  return texts.sort((a, b) => b.length - a.length)[0] ?? '';
}

/** A sentence of each file of English words of the staff, as it stands in a script. */
function marksOfEnglish(): [file: string, mark: string][] {
  const files = readdirSync(new URL('en/', words)).filter(
    (file) => file.endsWith('.json') && !candidates.has(file),
  );
  return files.map((file) => {
    const text = readFileSync(new URL(`en/${file}`, words), 'utf8');
    const mark = longest(JSON.parse(text) as object).replace(/[^\w ,]/g, '|');
    return [file, mark.split('|').sort((a, b) => b.length - a.length)[0] ?? ''];
  });
}

const scripts = /\/js\/.*\.js$/;
const marks = marksOfEnglish();

/** Reads in English on this device from now on. */
const inEnglish = ({ context }: Person) =>
  context.addInitScript(() => localStorage.setItem('zhiyu.locale', 'en'));

/** Everything that the page ever shows, also for a moment. */
async function rememberWords(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seenWords: seen });
    new MutationObserver(() => {
      const app = document.getElementById('app');
      const text = app?.innerText ?? '';
      if (text !== '' && text !== seen.at(-1)) seen.push(text);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
}
const seenOn = (page: Page) =>
  page.evaluate(() => (window as unknown as { seenWords: string[] }).seenWords);

describe('staff pages in the language of their reader', function () {
  this.timeout(180_000);
  const stage = useStage('languages-staff');
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

  it('whoever reads Chinese loads no English words until he asks for them, and then every page is English', async () => {
    const person = await browsers.person({ screen: desktop });
    await person.context.addCookies(await hr.context.cookies());
    const { page, complaints } = person;
    const loaded: string[] = [];
    const reading: Promise<unknown>[] = [];
    page.on('response', (response) => {
      if (scripts.test(response.url())) {
        const text = response.text().then(
          (words) => loaded.push(words),
          () => undefined,
        );
        reading.push(text);
      }
    });
    for (const name of ['home', 'board', 'applications', 'positions', 'figures', 'calibration']) {
      await page.goto(urlOf(name));
      await page.locator(`[id^="/pages/${name}/"] main :is(h1, h2):visible`).first().waitFor();
      await page.waitForLoadState('networkidle');
    }
    await Promise.all(reading);
    const found = () =>
      marks.filter(([, mark]) => loaded.some((text) => text.includes(mark))).map(([file]) => file);
    expect(found()).to.deep.equal([]);
    await page.goto(urlOf('admin'));
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Language' }).waitFor();
    await page.waitForLoadState('networkidle');
    await Promise.all(reading);
    expect(found()).to.include.members(['staff.json', 'calibration.json', 'pipeline.json']);
    await page.goto(urlOf('board'));
    await page.locator('main :is(h1, h2):visible').first().waitFor();
    expect(await keysOn(page)).to.deep.equal([]);
    expect(complaints).to.deep.equal([]);
    await person.context.close();
  });

  it('whoever reads English never sees Chinese or a key while the words come, however late they are', async () => {
    const person = await browsers.person({ screen: phone });
    await inEnglish(person);
    const { page } = person;
    await rememberWords(page);
    const mark = marks.find(([file]) => file === 'staff.json')?.[1] ?? '';
    await page.route(scripts, async (route) => {
      const response = await route.fetch();
      if ((await response.text()).includes(mark)) {
        await page.waitForTimeout(2_000);
      }
      await route.fulfill({ response });
    });
    await page.goto(urlOf('sign-in'));
    await page.locator('main :is(h1, h2, form):visible').first().waitFor();
    await shoot(page, 'ls-english-sign-in');
    const seen = await seenOn(page);
    expect(seen.join('\n')).to.match(/\p{Script=Latin}/u);
    expect(seen.filter((text) => /\p{Script=Han}|\b[a-z]+:[a-z]+\./u.test(text))).to.deep.equal([]);
    await person.context.close();
  });

  it('words that do not come: the page says so in English, and pressing goes on', async () => {
    const person = await browsers.person({ screen: phone });
    await inEnglish(person);
    const { page } = person;
    const mark = marks.find(([file]) => file === 'staff.json')?.[1] ?? '';
    let broken = true;
    await page.route(scripts, async (route) => {
      const response = await route.fetch();
      return broken && (await response.text()).includes(mark)
        ? route.abort('connectionreset')
        : route.fulfill({ response });
    });
    await page.goto(urlOf('sign-in'));
    await page.getByText('Part of this page has not loaded').waitFor({ timeout: 40_000 });
    await shoot(page, 'ls-words-missing');
    broken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('main :is(h1, h2, form):visible').first().waitFor();
    await person.context.close();
  });
});
