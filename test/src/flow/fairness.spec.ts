import type { AskImpact, ImpactView, StatedGroups } from '@zhiyu/contracts/groups';
import { routes } from '@zhiyu/contracts/routes';
import { impactTable, type Outcome } from '@zhiyu/server/analytics/impact/impact';
import { GroupStatement } from '@zhiyu/server/privacy/group-statement.entity';
import { GroupStatements } from '@zhiyu/server/privacy/group-statements.service';
import { Erasure } from '@zhiyu/server/privacy/erasure.service';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { expect } from 'chai';
import { anApplication } from '../factories/application.js';
import { aStaff, type AStaff } from '../factories/company.js';
import { aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { aStand, handIn, interviewing, type Stand } from './walk.js';

interface Decided {
  groups: StatedGroups;
  selected: boolean;
  score: number;
}

const many = (count: number, one: Decided): Decided[] => Array.from({ length: count }, () => one);

describe('groups that people state by choice', () => {
  let app: TestApp;
  let stand: Stand;
  let auditor: AStaff;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    auditor = await aStaff(app, { company: stand.company, roles: ['auditor'] });
  });
  after(() => app.stop());

  const table = (asked: AskImpact = {}) => app.api(routes.impact, asked, auditor.session);
  const store = async (people: Decided[], position = stand.position) => {
    const ids: string[] = [];
    for (const { groups, selected, score } of people) {
      const stage = selected ? 'hrInterview' : 'rejected';
      const { id, companyId, personId } = await anApplication(app, { position, stage });
      await app.database.read(Application).update({ id }, { total: score });
      const whose = { applicationId: id, companyId, personId };
      await app.database.transaction((tx) => app.get(GroupStatements).state(tx, whose, groups));
      ids.push(id);
    }
    return ids;
  };
  const rowOf = ({ rows }: ImpactView, ...categories: string[]) =>
    rows.find((row) => row.categories.join() === categories.join());

  it('are asked for after handing in, kept sealed, shown to the candidate alone and gone when deleted', async () => {
    const walker = await interviewing(stand);
    const say = (groups: StatedGroups) => app.api(routes.stateGroups, groups, walker.session);
    await refused(say({ sex: 'female' }), 'interviewClosed');
    expect(await app.api(routes.ownGroups, {}, walker.session)).to.deep.equal({
      ...{ open: false, stated: null },
    });
    await handIn(stand, walker);
    expect(await say({ sex: 'other', disability: 'yes' })).to.deep.equal({
      ...{ open: true, stated: { sex: 'other', disability: 'yes' } },
    });
    const { applicationId } = walker;
    const row = await app.database.read(GroupStatement).findOneByOrFail({ applicationId });
    expect(row.stated).not.to.contain('other');
    await app.drainJobs();
    const { hr } = stand;
    const seen = await Promise.all([
      app.api(routes.application, { id: applicationId }, hr.session),
      app.api(routes.timeline, { id: applicationId }, hr.session),
      app.api(routes.listApplications, {}, hr.session),
    ]);
    expect(JSON.stringify(seen)).not.to.match(/disability|"other"|groups/);
    const own = await app.api(routes.ownData, {}, walker.session);
    expect(own.groups).to.deep.equal({ sex: 'other', disability: 'yes' });
    expect((await app.api(routes.dropGroups, {}, walker.session)).stated).to.equal(null);
    expect(await app.database.read(GroupStatement).countBy({ applicationId })).to.equal(0);
    await say({ age: 'from45' });
    expect((await say({})).stated, 'nothing said is nothing kept').to.equal(null);
  });

  it('are for the auditor and the administrator to see as a table, for nobody else', async () => {
    await refused(app.api(routes.impact, {}, stand.hr.session), 'notAllowed');
    await refused(app.api(routes.impact, {}, stand.head.session), 'notAllowed');
    const { rows, peopleAbout } = await table();
    expect({ rows, peopleAbout }).to.deep.equal({ rows: [], peopleAbout: 0 });
  });

  it('give a table that finds a planted bias with the numbers of the command, and hides few people', async () => {
    const people = [
      ...many(18, { groups: { sex: 'male' }, selected: true, score: 80 }),
      ...many(6, { groups: { sex: 'male' }, selected: false, score: 50 }),
      ...many(4, { groups: { sex: 'female' }, selected: true, score: 78 }),
      ...many(20, { groups: { sex: 'female' }, selected: false, score: 45 }),
      ...many(4, { groups: { sex: 'other' }, selected: true, score: 90 }),
    ];
    await store(people);
    const view = await table();
    expect(view.peopleAbout).to.equal(50);
    const plain: Outcome[] = people;
    const [female, male] = impactTable(plain, 5);
    expect(rowOf(view, 'female')?.selection).to.deep.equal(female?.selection);
    expect(rowOf(view, 'female')?.scoring).to.deep.equal(female?.scoring);
    expect(rowOf(view, 'male')?.selection).to.deep.equal(male?.selection);
    expect(rowOf(view, 'female')?.selection).to.include({
      people: 24,
      reached: 4,
      finding: 'found',
    });
    expect(rowOf(view, 'male')?.selection?.finding, 'four are no measure for the others').to.equal(
      'reference',
    );
    expect(rowOf(view, 'other')).to.deep.include({ selection: null, scoring: null });
    expect(JSON.stringify(view)).not.to.match(/applicationId|personId/);
  });

  it('stay silent where nothing was planted, and can be asked for by position and month', async () => {
    const position = await aPosition(app, {
      ...{ company: stand.company, ownerId: stand.hr.id },
    });
    const fair = (sex: 'female' | 'male') => [
      ...many(6, { groups: { sex }, selected: true, score: 80 }),
      ...many(6, { groups: { sex }, selected: false, score: 50 }),
    ];
    const ids = await store([...fair('female'), ...fair('male')], position);
    const positionId = position.row.id;
    const view = await table({ positionId });
    expect(view.rows.map(({ selection }) => selection?.finding)).to.have.members([
      'reference',
      'none',
    ]);
    expect(rowOf(view, 'female')?.selection).to.include({ people: 12, reached: 6 });
    const month = new Date(app.clock.now() + 8 * 3_600_000).toISOString().slice(0, 7);
    expect((await table({ positionId, from: month, to: month })).peopleAbout).to.equal(20);
    expect((await table({ positionId, to: '2020-12' })).rows).to.deep.equal([]);
    await refused(table({ from: '2020-12-01' }), 'invalidInput');
    const row = await app.database.read(Application).findOneByOrFail({ id: ids[0] ?? '' });
    await app.database.transaction((tx) => app.get(Erasure).erase(tx, row.personId));
    const after = await table({ positionId });
    expect(rowOf(after, 'female')?.selection?.people, 'who was erased').to.equal(11);
  });
});
