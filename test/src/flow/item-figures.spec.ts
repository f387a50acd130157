import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { aPublishedTest } from '../factories/written-test.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { apply, aStand, type Stand } from './walk.js';

describe('statistics of a written test’s items', () => {
  let app: TestApp;
  let stand: Stand;

  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  it('are made by the nightly job from what each answer was worth', async () => {
    const testId = await aPublishedTest(app, stand.hr.session);
    const walker = await apply(stand);
    const order = { id: walker.applicationId, testId, days: 5 };
    const { sittings } = await app.api(routes.sendTest, order, stand.hr.session);
    const id = sittings[0]?.id ?? '';
    await app.api(routes.beginTest, { id, byEngine: true }, walker.session);
    const answer = {
      id,
      item: 'q1',
      revision: 1,
      seconds: 33,
      answer: { chosen: ['b'], number: null, text: '' },
    };
    await app.api(routes.keepTestAnswer, answer, walker.session);
    await app.api(routes.submitTest, { id }, walker.session);
    await app.drainJobs();
    const ask = { kind: 'test' as const, testId };
    expect(await app.api(routes.itemStatistics, ask, stand.hr.session)).to.deep.equal({
      ...{ items: [], at: null },
    });
    await app.database.transaction(async (tx) => {
      tx.enqueue('items.daily', { due: tx.now });
      await Promise.resolve();
    });
    await app.drainJobs();
    const { items } = await app.api(routes.itemStatistics, ask, stand.hr.session);
    const q1 = items.find(({ code }) => code === 'q1');
    expect(q1).to.deep.include({ answers: 1, difficulty: null, discrimination: null });
    expect(q1).to.deep.include({ exposure: 1, seconds: 33, fifths: [0, 0, 0, 0, 1] });
    const other = { kind: 'test' as const, testId: walker.applicationId };
    const empty = await app.api(routes.itemStatistics, other, stand.hr.session);
    expect(empty.items).to.deep.equal([]);
    await refused(
      app.api(routes.itemStatistics, { kind: 'test' }, stand.hr.session),
      'invalidInput',
    );
    await refused(app.api(routes.itemStatistics, ask, stand.head.session), 'notAllowed');
  });
});
