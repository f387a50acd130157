import type { RulePreview } from '@zhiyu/contracts/rule-preview';
import { expect } from 'chai';
import { type Browsers, desktop, phone, shoot } from './browser.js';
import { aCompany, type Company, invitedTo, lendSession } from './company.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { useStage } from './stage.js';

/** As the server says it of many people; the rest of the answer is the server's own. */
const impact: RulePreview['impact'] = {
  ratios: [
    { attribute: 'age', was: 0.97, is: 0.71, p: 0.184, finding: 'tooFew' },
    { attribute: 'sex', was: 1, is: 0.07, p: 0.00004, finding: 'found' },
  ],
  statedAbout: 30,
};

describe('what rules that are tried do to groups, in the studio (R3)', function () {
  this.timeout(120_000);
  const stage = useStage('rule-groups');
  let product: Product;
  let browsers: Browsers;
  let company: Company;

  before(async () => {
    product = await stage.product();
    company = await aCompany(product, 2);
    await invitedTo(company, { name: '陈一', phone: '13800000001' });
    browsers = await stage.browsers({ words: '您好。' });
  });

  const tried = async (session: Company['admin'], screen = desktop, many = false) => {
    const one = await browsers.person({ screen });
    await lendSession(one, product.base, session);
    const { page } = one;
    if (many) {
      await page.route('**/rules/preview', async (route) => {
        const response = await route.fetch();
        const shown = (await response.json()) as RulePreview;
        await route.fulfill({ response, json: { ...shown, impact, impactHidden: null } });
      });
    }
    await page.goto(
      `${product.base}/#/pages/position/index?id=${company.positionId}&part=requirements`,
    );
    await page.getByRole('button', { name: '看会改变谁' }).click();
    await page.getByText('没有人的结果会变').waitFor();
    return one;
  };

  it('says to HR whose right it is, and to who has it that too few said who they are', async () => {
    const hr = await tried(company.hr.session);
    await hr.page.getByText('由看得到影响比页的人看').waitFor();
    const admin = await tried(company.admin);
    await admin.page.getByText('愿意说的人还不够比，每组至少 5 人').waitFor();
    expect([...hr.complaints, ...admin.complaints]).to.deep.equal([]);
  });

  for (const [name, screen] of [
    ['desk', desktop],
    ['phone', phone],
  ] as const) {
    it(`puts both ratios beside each other with the words of the impact page, ${name}`, async () => {
      const { page, complaints } = await tried(company.admin, screen, true);
      const table = page.getByRole('group', { name: '对不同人群' });
      const sex = table.getByRole('row', { name: /性别/ });
      await sex.getByText('要查').waitFor();
      expect(await sex.getByRole('cell').allInnerTexts()).to.deep.equal([
        ...['1.00', '0.07', '< 0.001', '要查'],
      ]);
      await table.getByRole('row', { name: /年龄/ }).getByText('低，可能碰巧').waitFor();
      await page.getByText('被现行规则挡下的没有问过').waitFor();
      // Seen without scrolling sideways, at any width.
      for (const word of ['要查', '低，可能碰巧']) {
        const seen = await table.getByText(word).boundingBox();
        expect((seen?.x ?? -1) >= 0, word).to.equal(true);
        expect((seen?.x ?? 0) + (seen?.width ?? 9_999), word).to.be.at.most(screen.width);
      }
      const wide = page.locator('.preview .scroll-x');
      const hidden = await wide.evaluateAll((all) =>
        all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
      );
      expect(hidden, 'nothing lies off to the side').to.deep.equal([]);
      await expectSound(page, `rule-groups-${name}`);
      await page.getByRole('heading', { name: '对不同人群' }).scrollIntoViewIfNeeded();
      await shoot(page, `rule-groups-${name}`);
      expect(complaints).to.deep.equal([]);
    });
  }
});
