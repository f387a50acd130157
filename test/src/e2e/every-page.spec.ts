import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import { lendSession } from './company.js';
import { emptyPages, everyPage, staffPages, type View, type Who } from './every-page.js';
import { faultsOn, faultsWithout, untilThere } from './every-page-looks.js';
import { anEmptyOne, aStand, type Stand } from './every-page-stand.js';
import { axeOn, outsideOn } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

type Language = 'zh' | 'en';

/** The pages as the app lists them. */
function pagesOfApp(): string[] {
  const file = new URL('../../../miniapp/src/app.config.ts', import.meta.url);
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/'pages\/([a-z-]+)\/index'/g)].map((found) => found[1] ?? '');
}

/** A candidate reads in the language he applied in: languages.spec walks his pages in four. */
const languagesOf = ({ who }: View): Language[] =>
  who === 'walker' || who === 'invited' ? ['zh'] : ['zh', 'en'];

/** The pages of the staff that wait for the server, each once; parts of a page only where each asks for its own. */
function failing(): [string, string, View][] {
  const own = ['admin'];
  return Object.entries(staffPages).flatMap(([path, { views }]) => {
    const asks = Object.entries(views).filter(([, { still, who }]) => !still && who !== 'visitor');
    return asks
      .filter((_, at) => at === 0 || own.includes(path))
      .map(([part, view]): [string, string, View] => [path, part, view]);
  });
}

describe('every page of the app', function () {
  this.timeout(60_000);
  const stage = useStage('every-page');
  let product: Product;
  let browsers: Browsers;
  let stand: Stand;
  const people = new Map<string, Promise<Person>>();

  async function aPerson(who: Who, language: Language): Promise<Person> {
    const person = await browsers.person({ screen: desktop });
    if (who !== 'visitor') {
      await lendSession(person, product.base, stand.sessions[who]);
    }
    if (language === 'en') {
      await person.page.goto(`${product.base}/#/pages/admin/index`);
      await person.page.evaluate(() => localStorage.setItem('zhiyu.locale', 'en'));
      // Not still on its way to the sign-in page when the next address comes.
      await person.page.goto('about:blank');
    }
    return person;
  }
  /** Everybody keeps one browser for all his pages in one language. */
  const personOf = (who: Who, language: Language): Promise<Person> => {
    const key = `${who} ${language}`;
    const found = people.get(key) ?? aPerson(who, language);
    people.set(key, found);
    return found;
  };
  const urlOf = (path: string, view: View) =>
    `${product.base}/#/pages/${path}/index?${view.query(stand.ids)}`;

  before(async function () {
    this.timeout(120_000);
    product = await stage.product({ example: true });
    browsers = await stage.browsers({ words: '您好。' });
    stand = await aStand(product);
  });

  it('has its rows in the table', () => {
    expect(Object.keys(everyPage).sort()).to.deep.equal(pagesOfApp().sort());
  });

  for (const [path, { views }] of Object.entries(everyPage)) {
    for (const [part, view] of Object.entries(views)) {
      it(`${path} ${part}: fits from 320 px to 1440 px and at 200 %, for axe and a finger, in zh and en`, async () => {
        const look = async (language: Language) => {
          const { page, complaints } = await personOf(view.who, language);
          complaints.length = 0;
          await page.setViewportSize(desktop);
          await page.goto(urlOf(path, view));
          await untilThere(page, view.there);
          const faults = await faultsOn(page, { name: `${path}-${part}`, language });
          return [...faults, ...complaints].map((one) => `${language} ${one}`);
        };
        const all = await Promise.all(languagesOf(view).map(look));
        expect(all.flat()).to.deep.equal([]);
      });
    }
  }

  for (const [path, part, view] of failing()) {
    it(`${path} ${part}: says that it loads, what to do when the server fails, and trying again works`, async () => {
      const { page } = await personOf(view.who, 'zh');
      await page.setViewportSize(phone);
      const faults = await faultsWithout(page, { url: urlOf(path, view), there: view.there });
      expect(faults).to.deep.equal([]);
    });
  }

  for (const [path, { needs, views }] of Object.entries(staffPages)) {
    const [view] = Object.values(views);
    if (needs !== null && view) {
      it(`${path}: tells whom it is not for who can change that, and does not ask the server`, async () => {
        const { page, complaints } = await personOf(await stand.without(needs), 'zh');
        complaints.length = 0;
        await page.goto('about:blank');
        await page.goto(urlOf(path, view));
        await page.getByText('您还没有这一页的权限').filter({ visible: true }).waitFor();
        await page
          .getByText('请管理员在“设置 · 人员”里给您加角色')
          .filter({ visible: true })
          .waitFor();
        await page.waitForLoadState('networkidle');
        expect(complaints).to.deep.equal([]);
      });
    }
  }
});

describe('every page of a company in which nothing has happened yet', function () {
  this.timeout(120_000);
  const stage = useStage('every-empty-page');

  it('has its row in the table', () => {
    expect(Object.keys(emptyPages).sort()).to.deep.equal(Object.keys(staffPages).sort());
  });

  it('says what would stand there, on a phone, and fits', async () => {
    const product = await stage.product();
    const browsers = await stage.browsers({ words: '您好。' });
    const person = await browsers.person({ screen: phone });
    await lendSession(person, product.base, await anEmptyOne(product));
    const { page, complaints } = person;
    const found: string[] = [];
    for (const [path, there] of Object.entries(emptyPages)) {
      await page.goto('about:blank');
      await page.goto(`${product.base}/#/pages/${path}/index`);
      await untilThere(page, there).catch(() => found.push(`${path}: no ${there}`));
      await shoot(page, `p-${path}-empty-390`);
      const faults = [...(await outsideOn(page)), ...(await axeOn(page)), ...complaints];
      found.push(...faults.map((one) => `${path}: ${one}`));
      complaints.length = 0;
    }
    expect(found).to.deep.equal([]);
  });
});
