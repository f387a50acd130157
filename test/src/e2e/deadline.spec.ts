import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { type Browsers, desktop, type Person, phone, shoot } from './browser.js';
import {
  aColleague,
  aCompany,
  borrowSession,
  type Company,
  invitedTo,
  lendSession,
} from './company.js';
import { eventually } from './filmed.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

const day = 86_400_000;

describe('a later deadline, given on the candidate’s file (R34)', function () {
  this.timeout(120_000);
  const stage = useStage('deadline');
  let product: Product;
  let browsers: Browsers;
  let company: Company;
  let hr: Person;
  let candidate: Person;
  let own: string;
  let id: string;

  const file = () => `${product.base}/#/pages/file/index?id=${id}`;
  const interview = async () => {
    const { interviews } = await company.client.call(
      routes.application,
      { id },
      company.hr.session,
    );
    return interviews.find(({ kind }) => kind === 'ai');
  };

  before(async () => {
    product = await stage.product();
    browsers = await stage.browsers({ words: '您好。' });
    company = await aCompany(product, 2);
    own = await invitedTo(company, { name: '宋要等', phone: '13866660009' });
    const { client } = company;
    for (let tries = 0; tries < 200 && !id; tries++) {
      const asked = { stage: 'aiInterview' as const };
      const found = await client.call(routes.listApplications, asked, company.hr.session);
      id = found.applications[0]?.id ?? '';
      await new Promise((done) => setTimeout(done, 100));
    }
    hr = await browsers.person({ screen: desktop });
    await lendSession(hr, product.base, company.hr.session);
  });

  for (const [name, screen, days] of [
    ['desk', desktop, 7],
    ['phone', phone, 3],
  ] as const) {
    it(`HR gives ${days} days more on the ${name}; the file then says until when`, async () => {
      const { page, complaints } = hr;
      await page.setViewportSize(screen);
      await page.goto('about:blank');
      await page.goto(`${file()}&tab=rounds`);
      const before = (await interview())?.deadline ?? 0;
      await page.getByRole('button', { name: '延后截止时间' }).click();
      const sheet = page.getByRole('dialog');
      const lead = sheet.getByText(/^现在的截止时间是/);
      const until = await lead.innerText();
      await sheet.getByRole('button', { name: `${days} 天` }).click();
      await sheet.getByRole('textbox', { name: '给他看的话' }).fill('不急，方便的时候再做。');
      await shoot(page, `deadline-${name}`);
      await expectSound(page, `deadline ${name}`);
      await sheet.getByRole('button', { name: '延后', exact: true }).click();
      await sheet.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '延后截止时间' }).click();
      await lead.waitFor();
      expect(await lead.innerText(), 'a later day').to.not.equal(until);
      await sheet.getByRole('button', { name: '先不' }).click();
      expect((await interview())?.deadline).to.equal(before + days * day);
      expect(complaints).to.deep.equal([]);
    });
  }

  it('the candidate reads who gave them, with the word, and until when', async () => {
    candidate = await browsers.person({ screen: phone });
    const { page } = candidate;
    await page.goto(own);
    await page.getByText('宋要等').first().waitFor();
    await page.goto(`${product.base}/#/pages/inbox/index`);
    await page.getByText('不急，方便的时候再做。').first().waitFor();
    await page.getByText(/许岚/).first().waitFor();
    await shoot(page, 'deadline-candidate');
  });

  it('a link to a card opens the candidate’s conversation at that card', async () => {
    const { page } = candidate;
    const session = await borrowSession(candidate);
    const { items } = await company.client.call(routes.candidateInbox, {}, session);
    const messages = page.locator('.log > li');
    const seenAt = async (link: string, is: (y: number) => boolean) => {
      await page.goto('about:blank');
      await page.goto(`${product.base}/#/pages/inbox/index${link}`);
      await messages.nth(items.length - 1).waitFor();
      await eventually(async () => {
        const { y } = (await messages.first().boundingBox()) ?? { y: Number.NaN };
        expect(is(y), `the oldest card at ${y}`).to.equal(true);
      });
    };
    // Without one the newest is in sight.
    await seenAt('', (y) => y < 0);
    await seenAt(`?card=${items[0]?.card.id ?? ''}`, (y) => y >= 0 && y < phone.height / 2);
    await shoot(page, 'card-link-candidate');
    expect(candidate.complaints).to.deep.equal([]);
  });

  it('has no button for whoever may not give them, nor once the interview is over', async () => {
    const other = await aColleague(company, { name: '林头', roles: ['manager'] });
    const outside = await browsers.person({ screen: desktop });
    await lendSession(outside, product.base, other.session);
    await outside.page.goto(`${file()}&tab=rounds`);
    await outside.page.locator('.state-said').first().waitFor();
    expect(await outside.page.getByRole('button', { name: '延后截止时间' }).count()).to.equal(0);
    const why = { kind: 'reject' as const, reason: 'belowRequirement' as const, note: '' };
    await company.client.call(routes.decide, { id, ...why }, company.hr.session);
    const { page } = hr;
    await page.goto('about:blank');
    await page.goto(`${file()}&tab=rounds`);
    await page.locator('.records').first().waitFor();
    expect(await page.getByRole('button', { name: '延后截止时间' }).count()).to.equal(0);
  });
});
