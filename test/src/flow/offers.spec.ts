import { routes } from '@zhiyu/contracts/routes';
import { EventRow } from '@zhiyu/server/platform/events/event.entity';
import { OfferRow } from '@zhiyu/server/recruiting/entities/offer.entity';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { cardOf, cardsOf, fileOf, press, textOf } from './look.js';
import {
  offersOf,
  ownOffer,
  passedAll,
  reply,
  sent,
  submitted,
  termsOf,
  write,
} from './offer-walk.js';
import { assessed, aStand, signInAgain, type Stand, statusOf } from './walk.js';

describe('an offer (R40)', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  const stageOf = async (walker: Parameters<typeof fileOf>[1]) =>
    (await fileOf(stand, walker)).stage;

  it('is asked for by a card once the last round is passed, and not before', async () => {
    const early = await assessed(stand);
    await refused(write(stand, early), 'stageRefused');
    const walker = await passedAll(stand);
    expect(await stageOf(walker)).to.equal('offer');
    const card = await cardOf(stand, stand.hr, 'notice', walker);
    expect(textOf(card)).to.include('请写录用通知');
    expect(await offersOf(stand, walker, stand.hr)).to.deep.include({
      ...{ offers: [], can: ['write'], approvers: ['何敬'] },
    });
  });

  it('goes to the candidate only after the head of the department said yes, from the card', async () => {
    const walker = await passedAll(stand);
    await submitted(stand, walker);
    expect(await cardsOf(stand, stand.hr, 'offer', walker)).to.deep.equal([]);
    expect((await ownOffer(stand, walker)).offer, 'not yet the candidate’s').to.equal(null);
    const card = await cardOf(stand, stand.head, 'offer', walker);
    expect(textOf(card)).to.include('8000 元/月').and.include('带身份证');
    const pressed = await press(stand, stand.head, card, { action: 'grant' });
    expect(pressed.effective).to.equal(true);
    expect(textOf(pressed.card)).to.include('何敬同意了').and.not.include('8000');
    await app.drainJobs();
    const { offer } = await ownOffer(stand, walker);
    expect(offer).to.deep.include({ state: 'sent', terms: termsOf(stand) });
    const told = await cardOf(stand, walker, 'notice');
    expect(told.title).to.include(walker.candidate.name).and.include('想录用您');
    expect(textOf(told), 'what is offered stands on the page alone').to.not.include('8000');
    const again = await press(stand, stand.head, card, { action: 'grant', key: 'another-press' });
    expect(again.effective).to.equal(false);
    expect(await app.database.read(OfferRow).countBy({ id: offer?.id ?? '' })).to.equal(1);
  });

  it('is given back with a reason, changed and handed in again', async () => {
    const walker = await passedAll(stand);
    await submitted(stand, walker);
    const card = await cardOf(stand, stand.head, 'offer', walker);
    await refused(press(stand, stand.head, card, { action: 'refuse' }), 'invalidInput');
    await press(stand, stand.head, card, { action: 'refuse', text: '超出范围' });
    await app.drainJobs();
    const { offers, can } = await offersOf(stand, walker, stand.hr);
    expect(offers[0]).to.include({ state: 'draft', words: '超出范围' });
    expect(can).to.deep.equal(['write', 'submit']);
    const back = await cardOf(stand, stand.hr, 'notice', walker);
    expect(textOf(back)).to.include('何敬没有同意').and.include('超出范围');
    await sent(stand, walker, { ...termsOf(stand), pay: '7500 元/月' });
    expect((await ownOffer(stand, walker)).offer?.terms.pay).to.equal('7500 元/月');
    expect(await cardsOf(stand, stand.head, 'offer', walker)).to.have.length(2);
  });

  it('taken back before the yes it is a draft again, and the old question cannot be answered', async () => {
    const walker = await passedAll(stand);
    await submitted(stand, walker);
    const card = await cardOf(stand, stand.head, 'offer', walker);
    const id = walker.applicationId;
    await app.api(routes.withdrawOffer, { id, words: '' }, stand.hr.session);
    expect((await press(stand, stand.head, card, { action: 'grant' })).effective).to.equal(false);
    await submitted(stand, walker, { ...termsOf(stand), pay: '7000 元/月' });
    const [old, fresh] = await cardsOf(stand, stand.head, 'offer', walker);
    expect([old?.state, fresh?.state]).to.deep.equal(['done', 'open']);
    expect(fresh ? textOf(fresh) : '').to.include('7000 元/月');
  });

  it('accepted it waits for the first day; who came is hired, and the position counts him', async () => {
    const walker = await passedAll(stand);
    await sent(stand, walker);
    expect((await reply(stand, walker, true)).offer).to.include({ state: 'accepted' });
    expect(await stageOf(walker)).to.equal('offer');
    expect(textOf(await cardOf(stand, stand.hr, 'notice', walker))).to.include('接受了录用');
    await refused(reply(stand, walker, false), 'offerOver');
    const hired = async () => {
      const { positions } = await app.api(routes.listPositions, {}, stand.hr.session);
      return positions.find((one) => one.id === stand.position.id)?.hired;
    };
    const before = (await hired()) ?? 0;
    const came = { id: walker.applicationId, came: true };
    await app.api(routes.tellArrival, came, stand.hr.session);
    await app.drainJobs();
    expect(await stageOf(walker)).to.equal('hired');
    expect(await hired()).to.equal(before + 1);
    const where = { name: 'CandidateHired', subjectId: walker.applicationId };
    expect(await app.database.read(EventRow).countBy(where)).to.equal(1);
    await refused(app.api(routes.tellArrival, came, stand.hr.session), 'offerOver');
    expect((await statusOf(stand, walker)).outcome).to.equal('passed');
  });

  it('turned down it ends the application, with the candidate’s words for HR', async () => {
    const walker = await passedAll(stand);
    await sent(stand, walker);
    await reply(stand, walker, false, '离家太远');
    expect(await stageOf(walker)).to.equal('withdrawn');
    const card = await cardOf(stand, stand.hr, 'notice', walker);
    expect(textOf(card)).to.include('没有接受录用').and.include('离家太远');
    expect(await offersOf(stand, walker, stand.hr)).to.deep.include({ can: [] });
  });

  it('taken back it is over for the candidate, who reads why; another one may be written', async () => {
    const walker = await passedAll(stand);
    await sent(stand, walker);
    const id = walker.applicationId;
    const no = { id, kind: 'reject', reason: 'positionFilled', note: '' } as const;
    await refused(app.api(routes.decide, no, stand.hr.session), 'offerStands');
    const take = (words: string) => app.api(routes.withdrawOffer, { id, words }, stand.hr.session);
    await refused(take(''), 'invalidInput');
    await take('门店推迟开业');
    await app.drainJobs();
    const { offer } = await ownOffer(stand, walker);
    expect(offer).to.include({ state: 'withdrawn', words: '门店推迟开业' });
    await refused(reply(stand, walker, true), 'offerOver');
    expect((await cardOf(stand, walker, 'notice')).title).to.include('撤回');
    await sent(stand, walker);
    expect((await ownOffer(stand, walker)).offer?.state).to.equal('sent');
    expect((await offersOf(stand, walker, stand.hr)).offers).to.have.length(2);
  });

  it('without one the company may still say no; a pass is no decision there', async () => {
    const walker = await passedAll(stand);
    await submitted(stand, walker);
    const decide = (kind: 'pass' | 'reject') => {
      const input = { id: walker.applicationId, kind, reason: 'positionFilled', note: '' } as const;
      return app.api(routes.decide, input, stand.hr.session);
    };
    await refused(decide('pass'), 'stageRefused');
    await decide('reject');
    await app.drainJobs();
    expect(await stageOf(walker)).to.equal('rejected');
    const card = await cardOf(stand, stand.head, 'offer', walker);
    expect(card.state, 'nobody is asked any more').to.equal('done');
    const { offers } = await offersOf(stand, walker, stand.hr);
    expect(offers.map(({ state }) => state)).to.deep.equal(['withdrawn']);
    const late = await press(stand, stand.head, card, { action: 'grant' });
    expect(late.effective).to.equal(false);
  });
});
