import { routes } from '@zhiyu/contracts/routes';
import { PromiseRow } from '@zhiyu/server/recruiting/entities/application.entity';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { cardOf, cardsOf, fileOf, press, textOf } from './look.js';
import {
  apply,
  assessed,
  aStand,
  hour,
  minute,
  signInAgain,
  type Stand,
  statusOf,
  type Walker,
} from './walk.js';

describe('a promise to a candidate', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => (app = await startApp()));
  after(() => app.stop());
  beforeEach(async () => (stand = await aStand(app)));

  const newest = async (walker: Walker) => {
    const { promises } = await statusOf(stand, walker);
    const promise = promises.at(-1);
    if (!promise) {
      throw new Error('no promise');
    }
    return promise;
  };
  const at = async (moment: number) => {
    app.clock.set(moment);
    await app.drainJobs();
    await signInAgain(stand);
  };
  const dashboard = () => app.api(routes.dashboard, {}, stand.hr.session);

  it('is made by handing in, reminded of at half time, raised to the head at its end', async () => {
    const walker = await assessed(stand);
    const { dueAt, keptAt } = await newest(walker);
    expect(keptAt).to.equal(null);
    const made = await app.database
      .read(PromiseRow)
      .findOneByOrFail({ applicationId: walker.applicationId, dueAt });
    expect(made.dueAt - made.madeAt).to.equal(48 * hour);
    await at(made.madeAt + 23 * hour);
    expect(await cardsOf(stand, stand.hr, 'promiseDue', walker)).to.deep.equal([]);
    await at(made.madeAt + 24 * hour + minute);
    expect(await cardsOf(stand, stand.hr, 'promiseDue', walker)).to.have.length(1);
    expect(await cardsOf(stand, stand.head, 'promiseDue', walker)).to.deep.equal([]);
    expect((await dashboard()).promisesSoon).to.equal(0);
    await at(dueAt - hour);
    expect(await dashboard()).to.include({ promisesSoon: 1, promisesBroken: 0 });
    await at(dueAt + minute);
    expect(await cardsOf(stand, stand.hr, 'promiseDue', walker)).to.have.length(1);
    const raised = await cardOf(stand, stand.head, 'promiseDue', walker);
    expect(textOf(raised)).to.include('许澜');
    expect(await dashboard()).to.include({ promisesSoon: 0, promisesBroken: 1 });
    const { promises } = await fileOf(stand, walker);
    expect(promises.find((one) => one.dueAt === dueAt)).to.include({ broken: true, keptAt: null });
  });

  it('is kept by the answer: no reminder follows', async () => {
    const walker = await assessed(stand);
    const { dueAt } = await newest(walker);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    await press(stand, stand.hr, card, { action: 'reject', reason: 'belowRequirement' });
    await stand.app.drainJobs();
    expect((await newest(walker)).keptAt).to.be.a('number');
    await at(dueAt + hour);
    expect(await cardsOf(stand, stand.hr, 'promiseDue', walker)).to.deep.equal([]);
    expect(await cardsOf(stand, stand.head, 'promiseDue', walker)).to.deep.equal([]);
    expect((await dashboard()).promisesBroken).to.equal(0);
  });

  it('that was answered too late stays broken, and the reminders end', async () => {
    const walker = await assessed(stand);
    const { dueAt } = await newest(walker);
    await at(dueAt + minute);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    await press(stand, stand.hr, card, { action: 'pass', reason: 'meetsRequirement' });
    await stand.app.drainJobs();
    const { promises } = await fileOf(stand, walker);
    const late = promises.find((one) => one.dueAt === dueAt);
    expect(late?.broken).to.equal(true);
    expect(late?.keptAt).to.be.greaterThan(dueAt);
    expect((await dashboard()).promisesBroken, 'nobody waits any more').to.equal(0);
  });

  it('to look at a résumé runs from the application on', async () => {
    const walker = await apply(stand, { resume: null });
    await app.drainJobs();
    await at(walker.answerBy - 23 * hour);
    expect(await cardsOf(stand, stand.hr, 'promiseDue', walker)).to.have.length(1);
    const card = await cardOf(stand, stand.hr, 'screeningReview', walker);
    await press(stand, stand.hr, card, { action: 'invite' });
    await at(walker.answerBy + minute);
    expect(await cardsOf(stand, stand.head, 'promiseDue', walker)).to.deep.equal([]);
    expect((await newest(walker)).keptAt).to.be.lessThan(walker.answerBy);
  });

  it('ends with the application: who withdrew waits for nothing', async () => {
    const walker = await assessed(stand);
    const { dueAt } = await newest(walker);
    await app.api(routes.withdraw, {}, walker.session);
    await at(dueAt + minute);
    expect(await cardsOf(stand, stand.hr, 'promiseDue', walker)).to.deep.equal([]);
  });
});
