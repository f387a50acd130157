import { routes } from '@zhiyu/contracts/routes';
import { ItemPoint } from '@zhiyu/server/scoring/items/item.entity';
import { expect } from 'chai';
import { aCompany, aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { assessed, aStand, type Stand } from './walk.js';

describe("statistics of a position's own questions", () => {
  let app: TestApp;
  let stand: Stand;
  let positionId: string;

  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    await assessed(stand);
    await assessed(stand, 'weak');
    positionId = stand.position.id;
  });
  after(() => app.stop());

  const list = (session = stand.hr.session) =>
    app.api(routes.itemStatistics, { kind: 'own', positionId }, session);

  async function overnight(): Promise<void> {
    await app.database.transaction((tx) => {
      tx.enqueue('items.daily', { due: tx.now });
      return Promise.resolve();
    });
    await app.drainJobs();
  }

  it('are made overnight from what each planned answer was worth, under the code of the position', async () => {
    expect((await list()).items, 'nothing before the night').to.deep.equal([]);
    await overnight();
    const { items, at } = await list();
    const { content } = await app.api(routes.position, { id: positionId }, stand.hr.session);
    expect(items.map(({ code }) => code)).to.have.members(content.plan.questionCodes);
    for (const item of items) {
      expect(item).to.deep.include({ answers: 2, exposure: 2, difficulty: null, proposal: null });
      expect(item.fifths.reduce((sum, count) => sum + count, 0)).to.equal(item.scored);
    }
    expect(at).to.be.a('number');
  });

  it('count an answer once, and hold it against the rest of its interview', async () => {
    const points = await app.database.read(ItemPoint).findBy({ kind: 'own' });
    expect(points).to.have.length(4);
    expect(points.every(({ code }) => code.startsWith(`${positionId} `))).to.be.true;
    const scored = points.filter(({ share, rest }) => share !== null && rest !== null);
    expect(scored.length).to.be.at.least(2);
    await overnight();
    expect(await app.database.read(ItemPoint).countBy({ kind: 'own' })).to.equal(4);
  });

  it('are for who edits the position, of this company', async () => {
    await refused(
      app.api(routes.itemStatistics, { kind: 'own' }, stand.hr.session),
      'invalidInput',
    );
    await refused(list(stand.head.session), 'notAllowed');
    const other = await aStaff(app, { company: await aCompany(app), roles: ['hr'] });
    await refused(list(other.session), 'notFound');
  });
});
