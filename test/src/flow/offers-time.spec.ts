import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { anotherSession, aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { cardsOf, fileOf } from './look.js';
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
import { aStand, day, signInAgain, type Stand } from './walk.js';

describe('an offer, by time and by rights (R40, R58)', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  beforeEach(async () => (stand = await aStand(app)));

  const later = async (ms: number): Promise<void> => {
    app.clock.advance(ms);
    await app.drainJobs();
    await signInAgain(stand);
  };
  const titles = async (reader: Parameters<typeof cardsOf>[1]) =>
    (await cardsOf(stand, reader, 'notice')).map(({ title }) => title).join('\n');

  it('reminds the candidate a day before its end, then it is over and HR hears of it', async () => {
    const walker = await passedAll(stand);
    await sent(stand, walker);
    await later(3.5 * day);
    expect(await titles(walker)).not.to.include('还等着您答复');
    await later(day);
    expect(await titles(walker)).to.include('还等着您答复');
    await later(day);
    expect((await ownOffer(stand, walker)).offer?.state).to.equal('expired');
    await refused(reply(stand, walker, true), 'offerOver');
    expect(await titles(stand.hr)).to.include('录用通知过期了');
    expect((await offersOf(stand, walker, stand.hr)).can).to.deep.equal(['write']);
    expect((await fileOf(stand, walker)).stage).to.equal('offer');
  });

  it('asks on the first day whether somebody came; who did not is no hire', async () => {
    const walker = await passedAll(stand);
    await sent(stand, walker, termsOf(stand, 7));
    await reply(stand, walker, true);
    await later(6 * day);
    expect(await titles(stand.hr)).not.to.include('到岗了吗');
    await later(2 * day);
    expect(await titles(stand.hr)).to.include('到岗了吗');
    const absent = { id: walker.applicationId, came: false };
    await app.api(routes.tellArrival, absent, stand.hr.session);
    await app.drainJobs();
    expect((await fileOf(stand, walker)).stage).to.equal('withdrawn');
    const { offers } = await offersOf(stand, walker, stand.hr);
    expect(offers[0]?.state).to.equal('absent');
  });

  it('counts who came of those who had accepted, and nobody else', async () => {
    const answers = [true, true, false] as const;
    const walkers = [await passedAll(stand), await passedAll(stand), await passedAll(stand)];
    for (const [at, walker] of walkers.entries()) {
      await sent(stand, walker);
      await reply(stand, walker, answers[at] ?? false);
    }
    for (const [at, came] of [true, false].entries()) {
      const said = { id: walkers[at]?.applicationId ?? '', came };
      await app.api(routes.tellArrival, said, stand.hr.session);
    }
    const { rates } = await app.api(
      routes.outcomes,
      { days: '30', scope: 'all' },
      stand.hr.session,
    );
    const rate = rates.find(({ name }) => name === 'arrival');
    expect(rate).to.deep.include({ now: { hits: 1, of: 2 }, before: { hits: 0, of: 0 } });
  });

  it('is dropped when the candidate withdraws, whether it was answered or not', async () => {
    const open = await passedAll(stand);
    await sent(stand, open);
    const taken = await passedAll(stand);
    await sent(stand, taken);
    await reply(stand, taken, true);
    for (const walker of [open, taken]) {
      await app.api(routes.withdraw, {}, walker.session);
    }
    await app.drainJobs();
    const states = await Promise.all(
      [open, taken].map(async (one) => (await offersOf(stand, one, stand.hr)).offers[0]?.state),
    );
    expect(states).to.deep.equal(['withdrawn', 'absent']);
    expect(await titles(open), 'he knows that himself').not.to.include('撤回');
  });

  it('cannot begin in the past, and the day is looked at again when it goes out', async () => {
    const walker = await passedAll(stand);
    await refused(write(stand, walker, termsOf(stand, -1)), 'invalidInput');
    await write(stand, walker, termsOf(stand, 1));
    await later(3 * day);
    const id = walker.applicationId;
    await refused(app.api(routes.submitOffer, { id }, stand.hr.session), 'invalidInput');
  });

  it('goes out at once where nobody else could say yes', async () => {
    const { position, hr } = stand;
    const walker = await passedAll(stand);
    await app.api(routes.changePosition, { id: position.id, departmentId: null }, hr.session);
    await write(stand, walker);
    expect((await offersOf(stand, walker, hr)).approvers).to.deep.equal([]);
    await app.api(routes.submitOffer, { id: walker.applicationId }, hr.session);
    const { offers } = await offersOf(stand, walker, hr);
    expect(offers[0]).to.include({ state: 'sent', approvedBy: null });
  });

  it('is written by the responsible HR, approved by the head, and seen by nobody else', async () => {
    const walker = await passedAll(stand);
    const { company, hr, head } = stand;
    const id = walker.applicationId;
    const colleague = await aStaff(app, { company, roles: ['hr'] });
    const admin = await aStaff(app, { company, roles: ['admin'] });
    for (const { session } of [colleague, admin]) {
      await refused(app.api(routes.offers, { id }, session), 'notAllowed');
      await refused(
        app.api(routes.saveOffer, { id, terms: termsOf(stand) }, session),
        'notAllowed',
      );
    }
    await refused(
      app.api(routes.saveOffer, { id, terms: termsOf(stand) }, head.session),
      'notAllowed',
    );
    await submitted(stand, walker);
    const yes = { id, yes: true, words: '' };
    await refused(app.api(routes.answerOffer, yes, hr.session), 'notAllowed');
    expect((await offersOf(stand, walker, head)).can).to.deep.equal(['approve']);
    await app.api(routes.answerOffer, yes, await anotherSession(app, head));
    await refused(app.api(routes.answerOffer, yes, head.session), 'offerOver');
  });

  it('is sealed, part of the own copy once it was sent', async () => {
    const walker = await passedAll(stand);
    await submitted(stand, walker);
    const copy = () => app.api(routes.ownData, {}, walker.session);
    expect((await copy()).offers, 'not yet the candidate’s').to.deep.equal([]);
    const yes = { id: walker.applicationId, yes: true, words: '' };
    await app.api(routes.answerOffer, yes, stand.head.session);
    await app.drainJobs();
    expect((await copy()).offers[0]).to.deep.include({ state: 'sent', terms: termsOf(stand) });
    const files = readdirSync(app.runtime.dataDir, { recursive: true, encoding: 'utf8' })
      .map((name) => join(app.runtime.dataDir, name))
      .filter((path) => statSync(path).isFile());
    for (const path of files) {
      expect(readFileSync(path).includes(Buffer.from('8000 元/月，13 薪')), path).to.equal(false);
    }
    const { entries } = await app.api(
      routes.timeline,
      { id: walker.applicationId },
      stand.hr.session,
    );
    const said = entries.map(({ text }) => text).join('\n');
    expect(said).to.include('录用通知已发出').and.not.include('8000');
  });
});
