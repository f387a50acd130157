import { routes } from '@zhiyu/contracts/routes';
import type { ReviewRoom } from '@zhiyu/contracts/review';
import { expect } from 'chai';
import type { TestClient, TestSession } from '../harness/client.js';
import { type Browsers, desktop, type Person, shoot } from './browser.js';
import { aColleague, aCompany, type Company, lendSession } from './company.js';
import { aFilmedInterview, eventually } from './filmed.js';
import { expectSound } from './looks.js';
import type { Product } from './product.js';
import { hearing } from './spoken.js';
import { useStage } from './stage.js';

const said =
  '去年十二月有位阿姨拿着剪了吊牌的羽绒服来退，后面排了七八个人。我叫陈雨桐，我先请她到旁边坐下，再听她说完，换了大一码，十分钟办好。';

const names = ['许岚', '林一', '何敬'] as const;

describe('three people in one review room, in three browsers (R36)', function () {
  this.timeout(180_000);
  const stage = useStage('review-three');
  let product: Product;
  let browsers: Browsers;
  let company: Company;
  let client: TestClient;
  let room: ReviewRoom;
  const sessions: TestSession[] = [];
  const people: Person[] = [];

  const url = () => `${product.base}/#/pages/review/index?interview=${room.interviewId}`;
  const seenBy = (n: number) =>
    client.call(routes.reviewRoom, { id: room.interviewId }, sessions[n]);

  before(async () => {
    product = await stage.product({ hears: hearing([said]) });
    company = await aCompany(product, 2, (content) => ({
      ...content,
      plan: { ...content.plan, followUps: 0, resumeQuestions: 0 },
    }));
    ({ client } = company);
    const reviewer = await aColleague(company, { name: names[1], roles: ['interviewer'] });
    const manager = await aColleague(company, { name: names[2], roles: ['manager'] });
    sessions.push(company.hr.session, reviewer.session, manager.session);
    const id = await aFilmedInterview(product, company);
    for (const staffId of [reviewer.id, manager.id]) {
      await client.call(routes.askReviewer, { id, staffId }, company.hr.session);
    }
    room = await client.call(routes.reviewRoom, { id }, company.hr.session);
    browsers = await stage.browsers({ words: '您好。' });
    for (const session of sessions) {
      const person = await browsers.person({ screen: desktop });
      await lendSession(person, product.base, session);
      people.push(person);
    }
  });

  const everybody = <T>(act: (person: Person, n: number) => Promise<T>): Promise<T[]> =>
    Promise.all(people.map(act));

  /** Levels to all that was asked about, beside the words that are there, and an opinion; then handed in. */
  const rateAll = async (n: number, session: TestSession) => {
    const id = room.interviewId;
    const { mine } = await seenBy(n);
    for (const { code: dimension } of room.dimensions.filter((one) => one.asked)) {
      const rating = mine?.ratings.find((one) => one.dimension === dimension);
      const { note = '', revision = 0 } = rating ?? {};
      const level = { level: 2 + n, place: null, note, revision };
      await client.call(routes.keepRating, { id, dimension, ...level }, session);
    }
    const { revision = 0 } = mine?.summary ?? {};
    const summary = { id, opinion: 'yes' as const, reason: '', revision };
    await client.call(routes.keepSummary, summary, session);
    await client.call(routes.submitScorecard, { id }, session);
  };

  it('everybody sees who else is here', async () => {
    await everybody(async ({ page }) => {
      await page.goto(url());
      await page.locator('.rate-head').first().waitFor();
    });
    await everybody(async ({ page }, n) => {
      const others = names.filter((_, m) => m !== n);
      for (const name of others) {
        await page.getByText(name).first().waitFor();
      }
    });
  });

  it('whoever was only asked is refused nothing: the room asks for no more than he may have', () => {
    expect(people.flatMap(({ complaints }) => complaints)).to.deep.equal([]);
  });

  it('all type at once, the same dimension and comments: nobody loses a word', async () => {
    const note = (n: number) => `${names[n] ?? ''}的依据：她先安抚，再说清规则，最后给了两个选择`;
    const comment = (n: number) => `${names[n] ?? ''}：这一步是她自己做的吗`;
    await everybody(async ({ page }, n) => {
      const field = page.getByLabel('看到了什么');
      await page.keyboard.press(String(2 + n));
      await field.pressSequentially(note(n), { delay: 10 });
      const words = page.locator('.note-write input');
      await words.fill(comment(n));
      await words.press('Enter');
      await page.locator('.notes li').getByText(comment(n)).waitFor();
    });
    await eventually(async () => {
      for (const [n] of names.entries()) {
        const { mine, notes } = await seenBy(n);
        const texts = notes.map(({ text }) => text);
        expect(texts).to.have.members(names.map((_, m) => comment(m)));
        const [rating] = mine?.ratings ?? [];
        expect(rating).to.include({ level: 2 + n, note: note(n) });
      }
    });
    await everybody(async ({ page }) => {
      for (const [m] of names.entries()) {
        await page.locator('.notes li').getByText(comment(m)).waitFor();
      }
    });
    await shoot(people[2]?.page ?? expect.fail(), 'review-three-desk');
  });

  it('one person in two windows loses nothing either: what differs is asked about', async () => {
    const [first] = people;
    const second = await browsers.person({ screen: desktop });
    await lendSession(second, product.base, company.hr.session);
    await second.page.goto(url());
    // A window opens at the first dimension without a level.
    await second.page.locator('.rate-head').first().click();
    await second.page.keyboard.press('4');
    await eventually(async () => {
      expect((await seenBy(0)).mine?.ratings[0]?.level).to.equal(4);
    });
    await first?.page.keyboard.press('Escape');
    await first?.page.keyboard.press('1');
    await eventually(async () => {
      const level = (await seenBy(0)).mine?.ratings[0]?.level;
      const asked = (await first?.page.locator('.rate-conflict').count()) ?? 0;
      expect(level === 1 || asked > 0, 'kept, or asked').to.equal(true);
    });
    const { mine } = await seenBy(0);
    expect(mine?.ratings[0]?.note, 'the words stay').to.include('她先安抚');
    await second.context.close();
  });

  it('blind until handed in: nobody sees another’s level, then everybody does', async () => {
    for (const [n] of names.entries()) {
      expect((await seenBy(n)).others).to.deep.equal([]);
    }
    for (const [n, session] of sessions.entries()) {
      await rateAll(n, session);
    }
    await everybody(async ({ page }, n) => {
      await page.reload();
      await page.getByRole('heading', { name: '大家的评分' }).waitFor();
      const others = names.filter((_, m) => m !== n);
      for (const name of others) {
        await page.getByRole('columnheader', { name }).waitFor();
      }
    });
  });

  it('in masked mode the room shows neither name nor face', async () => {
    await client.call(routes.changeCompany, { masking: 'always' }, company.admin);
    const { page } = people[1] ?? expect.fail();
    await page.reload();
    await page.locator('.rate-head').first().waitFor();
    const text = await page.locator('body').innerText();
    expect(text).not.to.include('陈雨桐');
    expect(text).to.include('候选人 ');
    const owner = people[0]?.page ?? expect.fail();
    await owner.reload();
    await owner.locator('.rate-head').first().waitFor();
    expect(await owner.locator('body').innerText()).not.to.include('陈雨桐');
    const size = await owner.evaluate(
      () => document.querySelector<HTMLVideoElement>('.review-screen video')?.videoWidth ?? 0,
    );
    expect(size, 'no picture').to.equal(0);
    // These recordings have no sound of their own: the room says so and shows the words.
    await owner.getByRole('heading', { name: '画面遮住了', exact: true }).waitFor();
    const { answers } = await seenBy(0);
    expect(answers.map(({ recording }) => recording)).to.deep.equal(['covered', 'covered']);
    await shoot(owner, 'review-masked-desk');
    await expectSound(owner, 'review masked');
  });
});
