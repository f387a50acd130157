import type { Card } from '@zhiyu/contracts/card';
import { routes } from '@zhiyu/contracts/routes';
import type { StaffLanguage } from '@zhiyu/contracts/staff';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { cardOf, press } from './look.js';
import { apply, assessed, aStand, day, signInAgain, type Stand } from './walk.js';

const chinese = /[\u4e00-\u9fff]/;

/** What the card itself says: names and words of people are theirs. */
const labelsOf = (card: Card) => [
  card.eyebrow,
  card.footnote,
  ...card.blocks.flatMap((block) => (block.type === 'fact' ? [block.label] : [])),
  ...card.buttons.map(({ label }) => label),
];

describe('the language of the cards to colleagues', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  const speak = async (staffLanguage: StaffLanguage) => {
    const admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
    const company = await app.api(routes.changeCompany, { staffLanguage }, admin.session);
    expect(company.staffLanguage).to.equal(staffLanguage);
  };

  it('is Chinese until the administrator chooses English, and HR does not choose it', async () => {
    await refused(
      app.api(routes.changeCompany, { staffLanguage: 'en' }, stand.head.session),
      'notAllowed',
    );
    await assessed(stand);
    expect(await cardOf(stand, stand.hr, 'approval')).to.include({ locale: 'zh' });
  });

  it('is that of the decision, its reminder and what a late one is told', async () => {
    await speak('en');
    const walker = await assessed(stand);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    expect(card.locale).to.equal('en');
    expect(card.buttons.map(({ label }) => label).join()).not.to.match(chinese);
    expect(card.eyebrow).not.to.match(chinese);
    app.clock.advance(day);
    await app.drainJobs();
    await signInAgain(stand);
    const reminder = await cardOf(stand, stand.hr, 'promiseDue', walker);
    expect(reminder.locale).to.equal('en');
    expect(reminder.buttons.map(({ label }) => label).join()).not.to.match(chinese);
    const first = await press(stand, stand.hr, card, {
      ...{ action: 'reject', reason: 'belowRequirement' },
    });
    expect(first.message).to.match(/^许澜 chose/);
    const late = await press(stand, stand.head, card, {
      ...{ action: 'pass', reason: 'meetsRequirement' },
    });
    expect(late.effective).to.equal(false);
    expect(late.message.replace('许澜', '')).not.to.match(chinese);
  });

  it('is that of a résumé to be looked at, also to the one who came too late', async () => {
    const walker = await apply(stand, { resume: null });
    await app.drainJobs();
    const card = await cardOf(stand, stand.hr, 'screeningReview', walker);
    expect(labelsOf({ ...card, blocks: [] }).join()).not.to.match(chinese);
    await press(stand, stand.hr, card, { action: 'invite' });
    const late = await press(stand, stand.hr, card, {
      ...{ action: 'reject', reason: 'belowRequirement' },
    });
    expect(late.effective).to.equal(false);
    expect(late.message.replace('许澜', '')).not.to.match(chinese);
  });

  it('changes no card that was sent', async () => {
    const before = await cardOf(stand, stand.hr, 'screeningReview');
    await speak('zh');
    expect(await cardOf(stand, stand.hr, 'screeningReview')).to.deep.equal(before);
    const walker = await apply(stand, { resume: null });
    await app.drainJobs();
    expect((await cardOf(stand, stand.hr, 'screeningReview', walker)).locale).to.equal('zh');
  });
});
