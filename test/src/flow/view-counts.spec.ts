import type { ListApplications } from '@zhiyu/contracts/application';
import { viewCountAtMost } from '@zhiyu/contracts/view-values';
import { routes } from '@zhiyu/contracts/routes';
import { Applications } from '@zhiyu/server/recruiting/applications.service';
import { expect } from 'chai';
import { aCandidate } from '../factories/candidate.js';
import { aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { apply, aStand, bytesOf, goodResume, type Stand } from './walk.js';

describe('counts on saved views', () => {
  let app: TestApp;
  let stand: Stand;
  let elsewhere: string;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    const position = await aPosition(app, { company: stand.company, ownerId: stand.hr.id });
    elsewhere = position.id;
    await apply(stand, { candidate: { ...aCandidate(), name: '欧阳若溪' } });
    await apply({ ...stand, position }, { resume: null });
    const who = aCandidate();
    await app.api(
      routes.uploadResume,
      { id: stand.position.id, name: '简历.txt' },
      stand.hr.session,
      { file: bytesOf(goodResume(who)) },
    );
    await app.drainJobs();
  });
  after(() => app.stop());

  /** As the page's address has it, and as the list is asked for it. */
  const views = (): [string, Record<string, string>, ListApplications][] => [
    ['岗位', { position: elsewhere }, { positionId: elsewhere }],
    ['来源', { source: 'upload' }, { source: 'upload' }],
    ['阶段', { stage: 'aiInterview' }, { stage: 'aiInterview' }],
    ['本周', { week: '2026-01-02', source: 'website' }, { week: '2026-01-02', source: 'website' }],
    ['上周', { week: '2025-12-22' }, { week: '2025-12-22' }],
    ['姓名', { q: '欧阳' }, { q: '欧阳' }],
    [
      '等我',
      { waiting: 'true', position: stand.position.id },
      { waiting: 'true', positionId: stand.position.id },
    ],
  ];
  const counts = async (session = stand.hr.session) =>
    new Map(
      (await app.api(routes.viewCounts, {}, session)).counts.map(({ id, count }) => [id, count]),
    );
  const listed = async (input: ListApplications, session = stand.hr.session) =>
    (await app.api(routes.listApplications, input, session)).applications.length;

  it('are what the list shows, for every condition', async () => {
    for (const [name, filter] of views()) {
      await app.api(routes.saveView, { name, filter }, stand.hr.session);
    }
    const saved = (await app.api(routes.listViews, {}, stand.hr.session)).views;
    const told = await counts();
    for (const [name, , input] of views()) {
      const id = saved.find((view) => view.name === name)?.id ?? '';
      expect(told.get(id), name).to.equal(await listed(input));
    }
    expect(told.get('all')).to.equal(3);
    expect(told.get('mine')).to.equal(await listed({ waiting: 'true' }));
    expect(told.size).to.equal(views().length + 2);
  });

  it('are counted up to a limit, and no further', async () => {
    const applications = app.get(Applications);
    const { hr, company } = stand;
    const actor = {
      ...{ kind: 'staff' as const, id: hr.id, companyId: company.id, name: hr.name },
      ...{ roles: ['hr' as const], headOf: [], locale: 'zh' as const, sessionId: '' },
    };
    expect(await applications.count(actor, {}, 2)).to.equal(2);
    expect(await applications.count(actor, { stage: 'withdrawn' }, 2)).to.equal(0);
    expect(viewCountAtMost).to.be.greaterThan(100);
  });

  it('are each reader’s own: a head counts only the positions of the department', async () => {
    const told = await counts(stand.head.session);
    expect(told.get('all')).to.equal(await listed({}, stand.head.session));
    expect(told.get('all')).to.equal(2);
    expect(told.size).to.equal(2);
  });

  it('a view of something that is no more shows nobody', async () => {
    const filter = { stage: 'somewhere', position: elsewhere };
    const { views: all } = await app.api(
      routes.saveView,
      { name: '旧的', filter },
      stand.head.session,
    );
    expect((await counts(stand.head.session)).get(all[0]?.id ?? '')).to.equal(0);
  });
});
