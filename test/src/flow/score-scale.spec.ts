import { rawPaths, routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { refused } from '../harness/client.js';
import { startApp, type TestApp } from '../harness/app.js';
import { cardOf, fileOf, reportOf } from './look.js';
import { assessed, aStand, type Stand } from './walk.js';

describe('how a company shows its scores', function () {
  this.timeout(120_000);
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  it('is 0–10 where nobody chose, and only an administrator chooses', async () => {
    expect((await app.api(routes.me, {}, stand.hr.session)).scoreScale).to.equal('tenths');
    const change = app.api(routes.changeCompany, { scoreScale: 'percent' }, stand.hr.session);
    await refused(change, 'notAllowed');
  });

  it('changes cards and papers and nothing that is stored or decided by', async () => {
    const { company } = stand;
    const before = await assessed(stand);
    const admin = await aStaff(app, { company, roles: ['admin'] });
    await app.api(routes.changeCompany, { scoreScale: 'percent' }, admin.session);
    expect((await app.api(routes.me, {}, stand.hr.session)).scoreScale).to.equal('percent');
    const after = await assessed(stand);
    const [one, other] = [await reportOf(stand, before), await reportOf(stand, after)];
    expect(other.total).to.deep.equal(one.total);
    expect(other.dimensions.map(({ reason }) => reason)).to.deep.equal(
      one.dimensions.map(({ reason }) => reason),
    );
    const cards = [
      await cardOf(stand, stand.hr, 'approval', before),
      await cardOf(stand, stand.hr, 'approval', after),
    ];
    expect(cards.map(({ figure }) => /^\d+%$/.test(figure?.value ?? ''))).to.deep.equal([
      false,
      true,
    ]);
    const scores = (at: number) =>
      (cards[at]?.blocks ?? []).flatMap((block) =>
        block.type === 'score' ? [{ ...block, scale: undefined }] : [],
      );
    expect(scores(1)).to.deep.equal(scores(0));
    const paper = await paperOf(after);
    expect(paper.status).to.equal(200);
    expect((await paperOf(after, 'nothing')).status, 'an unknown scale is the usual one').to.equal(
      200,
    );
  });

  async function paperOf(walker: Awaited<ReturnType<typeof assessed>>, scale = 'stars') {
    const { interviews } = await fileOf(stand, walker);
    const id = interviews.find(({ kind }) => kind === 'ai')?.id ?? '';
    return app.client.raw(
      `${rawPaths.reportFile}/${id}/hr.pdf?scale=${scale}`,
      {},
      stand.hr.session,
    );
  }
});
