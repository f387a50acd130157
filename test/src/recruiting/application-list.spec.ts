import type {
  ApplicationList,
  ApplicationRow,
  ListApplications,
} from '@zhiyu/contracts/application';
import type { Stage } from '@zhiyu/contracts/stage-values';
import { routes } from '@zhiyu/contracts/routes';
import { type Narrowed, pageOfKeys } from '@zhiyu/server/recruiting/application-keys';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { Pipeline } from '@zhiyu/server/recruiting/pipeline.service';
import { shanghaiDay, weekOf } from '@zhiyu/server/platform/time/shanghai';
import { expect } from 'chai';
import { aCandidate } from '../factories/candidate.js';
import { anApplication } from '../factories/application.js';
import { type ACompany, aCompany, aDepartment, type AStaff, aStaff } from '../factories/company.js';
import { type APosition, aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { onMariadb } from '../harness/test-place.js';

const stagesOfTest: Stage[] = ['screening', 'review', 'hrInterview', 'rejected', 'aiInterview'];
type Filter = Omit<ListApplications, 'cursor' | 'limit'>;
const dayMs = 86_400_000;

describe('the list of applications', () => {
  let app: TestApp;
  let company: ACompany;
  let hr: AStaff;
  let head: AStaff;
  let positions: [APosition, APosition, APosition];
  let rows: Application[];
  let departmentId: string;
  before(async () => {
    app = await startApp();
    company = await aCompany(app);
    hr = await aStaff(app, { company, roles: ['hr'] });
    head = await aStaff(app, { company, roles: ['manager'] });
    departmentId = await aDepartment(app, { company, managerId: head.id });
    positions = [
      await aPosition(app, { company, departmentId }),
      await aPosition(app, { company }),
      await aPosition(app, { company, departmentId }),
    ];
    for (let n = 0; n < 45; n++) {
      const position = positions[n % 3] ?? positions[0];
      const stage = stagesOfTest[n % stagesOfTest.length] ?? 'review';
      const candidate = aCandidate({ name: n % 9 === 0 ? '欧阳明月' : `王小${n}` });
      await anApplication(app, { position, stage, candidate });
    }
    // Several share a moment: pages are cut between them as well.
    const all = await app.database.read(Application).findBy({ companyId: company.id });
    const moment = Math.max(...all.map((row) => row.stageAt));
    for (const [n, row] of all.entries()) {
      const stageAt = moment - Math.floor(n / 7) * 1000;
      const createdAt = row.createdAt - (n % 3) * 7 * dayMs;
      const source = n % 4 === 0 ? 'referral' : 'website';
      const change = { stageAt, createdAt, source };
      await app.database.read(Application).update({ id: row.id }, change);
    }
    rows = await app.database.read(Application).findBy({ companyId: company.id });
  });
  after(() => app.stop());

  const page = (who: AStaff, filter: Filter, cursor?: string, limit = 4) =>
    app.api(
      routes.listApplications,
      { ...filter, limit, ...(cursor ? { cursor } : {}) },
      who.session,
    );

  const walk = async (who: AStaff, filter: Filter, limit = 4): Promise<ApplicationRow[]> => {
    const found: ApplicationRow[] = [];
    let list: ApplicationList = await page(who, filter, undefined, limit);
    for (;;) {
      found.push(...list.applications);
      if (list.nextCursor === null) {
        return found;
      }
      expect(list.applications).to.have.length(limit);
      list = await page(who, filter, list.nextCursor, limit);
    }
  };

  const wanted = (keep: (row: Application) => boolean): string[] =>
    rows
      .filter(keep)
      .sort((a, b) => b.stageAt - a.stageAt || (a.id > b.id ? -1 : 1))
      .map((row) => row.id);

  const ids = (of: ApplicationRow[]) => of.map((row) => row.id);
  const ofHead = (row: Application) => row.positionId !== positions[1].id;

  it('gives each once, newest change of stage first, wherever the pages are cut', async () => {
    for (const limit of [1, 4, 7, 44, 45, 100]) {
      expect(ids(await walk(hr, {}, limit))).to.deep.equal(wanted(() => true));
    }
  });

  it('is merged from the positions that the person may see', async () => {
    expect(ids(await walk(head, {}))).to.deep.equal(wanted(ofHead));
    const waiting = (row: Application) => ['screening', 'review'].includes(row.stage);
    expect(ids(await walk(head, { waiting: 'true' }))).to.deep.equal(
      wanted((row) => ofHead(row) && waiting(row)),
    );
    expect(ids(await walk(hr, { waiting: 'true' }))).to.deep.equal(wanted(waiting));
  });

  it('is narrowed by stage and by position, alone and together', async () => {
    const [, second] = positions;
    for (const stage of stagesOfTest) {
      const inStage = (row: Application) => row.stage === stage;
      const both = (row: Application) => inStage(row) && row.positionId === second.id;
      expect(ids(await walk(hr, { stage }))).to.deep.equal(wanted(inStage));
      expect(ids(await walk(head, { stage }))).to.deep.equal(
        wanted((row) => inStage(row) && ofHead(row)),
      );
      expect(ids(await walk(hr, { stage, positionId: second.id }))).to.deep.equal(wanted(both));
    }
    const own = wanted((row) => row.positionId === second.id);
    expect(ids(await walk(hr, { positionId: second.id }))).to.deep.equal(own);
    expect(await walk(head, { positionId: second.id })).to.deep.equal([]);
  });

  it('is narrowed by department and by source, with stage and position and without', async () => {
    const referred = (row: Application) => row.source === 'referral';
    const of = (filter: Filter, keep: (row: Application) => boolean) =>
      walk(hr, filter).then((found) => expect(ids(found)).to.deep.equal(wanted(keep)));
    const source = 'referral' as const;
    const [first] = positions;
    await of({ source }, referred);
    await of({ departmentId }, ofHead);
    await of({ source, departmentId }, (row) => referred(row) && ofHead(row));
    await of({ source, stage: 'review' }, (row) => referred(row) && row.stage === 'review');
    await of(
      { source, positionId: first.id },
      (row) => referred(row) && row.positionId === first.id,
    );
    const both = { positionId: positions[1].id, departmentId };
    expect(await walk(hr, both)).to.deep.equal([]);
  });

  it('of one week stands in the order of the applications, with every filter and searched', async () => {
    const at = Math.min(...rows.map((row) => row.createdAt)) + 7 * dayMs;
    const { from, to } = weekOf(at);
    const week = shanghaiDay(at);
    const came = (row: Application) => row.createdAt >= from && row.createdAt < to;
    const newest = (keep: (row: Application) => boolean) =>
      rows
        .filter((row) => came(row) && keep(row))
        .sort((a, b) => b.createdAt - a.createdAt || (a.id > b.id ? -1 : 1))
        .map((row) => row.id);
    expect(newest(() => true)).to.have.length(15);
    expect(ids(await walk(hr, { week }))).to.deep.equal(newest(() => true));
    expect(ids(await walk(head, { week, stage: 'review' }))).to.deep.equal(
      newest((row) => ofHead(row) && row.stage === 'review'),
    );
    expect(ids(await walk(hr, { week, source: 'referral', departmentId }))).to.deep.equal(
      newest((row) => ofHead(row) && row.source === 'referral'),
    );
    const named = new Set(ids(await walk(hr, { q: '欧阳明月' })));
    expect(ids(await walk(hr, { week, q: '欧阳明月' }, 2))).to.deep.equal(
      newest((row) => named.has(row.id)),
    );
  });

  it('is searched by name, with pages and filters, within what the person may see', async () => {
    const named = await walk(hr, { q: '欧阳明月' }, 2);
    expect(named).to.have.length(5);
    expect(named.every((row) => row.candidateName === '欧阳明月')).to.equal(true);
    expect(ids(named)).to.deep.equal(wanted((row) => ids(named).includes(row.id)));
    const heads = await walk(head, { q: '明月' }, 2);
    expect(ids(heads)).to.deep.equal(wanted((row) => ids(named).includes(row.id) && ofHead(row)));
    const { stage } = named[0] ?? { stage: 'review' };
    expect(ids(await walk(hr, { q: '明月', stage }, 2))).to.deep.equal(
      wanted((row) => ids(named).includes(row.id) && row.stage === stage),
    );
  });

  it('shows none twice when one moves up between two pages', async () => {
    const first = await page(hr, {});
    const last = wanted(() => true).at(-1) ?? '';
    const before = await app.database.read(Application).findOneByOrFail({ id: last });
    await app.database.transaction(async (tx) => {
      const row = await app.get(Pipeline).lock(tx, last);
      await app.get(Pipeline).move(tx, row, 'withdrawn');
    });
    const second = await page(hr, {}, first.nextCursor ?? '');
    expect(
      ids(first.applications).filter((id) => ids(second.applications).includes(id)),
    ).to.deep.equal([]);
    expect((await page(hr, {})).applications[0]?.id).to.equal(last);
    const { stage, stageAt } = before;
    await app.database.read(Application).update({ id: last }, { stage, stageAt });
  });

  it('refuses a cursor that it never gave', async () => {
    await refused(page(hr, {}, 'bm90aGluZw'), 'invalidInput');
  });

  const narrowed = {
    companyId: 'c',
    positionIds: null,
    stages: null,
    source: null,
    came: null,
    after: { id: 'x', at: 5 },
    atMost: 51,
  };
  const many = (length: number) => Array.from({ length }, (_, n) => `position${n}`);

  it('asks so many positions one by one that the statement stays within what databases take', () => {
    const branches = (positionIds: string[]) =>
      pageOfKeys({ ...narrowed, positionIds, stages: ['review'] }).sql.split('UNION ALL').length;
    expect(branches(many(200))).to.equal(200);
    expect(branches(many(201))).to.equal(1);
  });

  // MariaDB chooses by how many rows there are: the bench measures what it does.
  if (!onMariadb) {
    it('reads each page off an index: nothing is scanned or sorted before it is cut', async () => {
      const cases: Partial<Narrowed>[] = [
        { source: 'qr' },
        { source: 'qr', stages: ['review'] },
        { source: 'qr', positionIds: ['a', 'b'], stages: ['review'] },
        { source: 'qr', positionIds: ['a'] },
        {},
        { stages: ['review'] },
        { positionIds: ['a'] },
        { positionIds: ['a'], stages: ['review'] },
        { positionIds: ['a', 'b'], stages: ['review', 'screening'] },
      ];
      for (const narrower of cases) {
        const { sql, parameters } = pageOfKeys({ ...narrowed, ...narrower });
        const plan: { detail: string }[] = await app.database.dataSource.query(
          `EXPLAIN QUERY PLAN ${sql}`,
          parameters,
        );
        const steps = plan.map((row) => row.detail);
        const branches = sql.split('UNION ALL').length;
        const searches = steps.filter((detail) => detail.startsWith('SEARCH a '));
        expect(searches, steps.join('\n')).to.have.length(branches);
        for (const search of searches) {
          expect(search).to.match(/USING COVERING INDEX .*stageAt<\?\)$/);
        }
        // What is merged is sorted after it was cut to a page of each.
        const sorts = steps.filter((detail) => detail.includes('TEMP B-TREE'));
        expect(sorts.length > 0, steps.join('\n')).to.equal(branches > 1);
        expect(steps.filter((detail) => /^SCAN a\b/.test(detail))).to.deep.equal([]);
      }
    });

    it('reads a week off one index in its order, whatever else is asked for', async () => {
      const came = { from: 1, to: 9 };
      for (const more of [{}, { source: 'qr', positionIds: ['a', 'b'], stages: ['review'] }]) {
        const { sql, parameters } = pageOfKeys({ ...narrowed, came, ...more } as Narrowed);
        const plan: { detail: string }[] = await app.database.dataSource.query(
          `EXPLAIN QUERY PLAN ${sql}`,
          parameters,
        );
        const steps = plan.map((row) => row.detail).join('\n');
        expect(steps).to.match(/^SEARCH a USING COVERING INDEX .*createdAt>\? AND createdAt<\?\)$/);
      }
    });
  }
});
