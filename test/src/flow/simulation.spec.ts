import { routes } from '@zhiyu/contracts/routes';
import { type AskSimulation, type Simulation, weightsText } from '@zhiyu/contracts/simulation';
import { newId } from '@zhiyu/server/platform/time/ids';
import { GroupStatements } from '@zhiyu/server/privacy/group-statements.service';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { DimensionValue } from '@zhiyu/server/scoring/report.entity';
import { expect } from 'chai';
import { anApplication } from '../factories/application.js';
import { aStaff, type AStaff } from '../factories/company.js';
import { aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { assessed, aStand, type Stand } from './walk.js';

/** A plain generator, so that every run has the same people (Park and Miller 1988). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

interface Tried {
  weights: [number, number, number];
  threshold: number;
  greyZone: number;
}

const models: Tried[] = [
  { weights: [0.41, 0.37, 0.22], threshold: 60, greyZone: 0 },
  { weights: [0.13, 0.29, 0.58], threshold: 71, greyZone: 0 },
  { weights: [0.41, 0.37, 0.22], threshold: 52, greyZone: 9 },
  { weights: [0, 0.99, 0.01], threshold: 64, greyZone: 0 },
];

/** How many come out how, counted by the database alone. */
const recount = `SELECT
  SUM(CASE WHEN s.total - s.margin >= ? THEN 1 ELSE 0 END) AS meets,
  SUM(CASE WHEN s.total + s.margin < ? THEN 1 ELSE 0 END) AS below,
  COUNT(s.total) AS people
FROM (
  SELECT t.total, CASE WHEN t.se > ? THEN t.se ELSE ? END AS margin FROM (
    SELECT ROUND(SUM(w.w * d.value) / SUM(w.w), 1) AS total,
      ROUND(SQRT(SUM(w.w * d.standardError * w.w * d.standardError)) / SUM(w.w), 1) AS se
    FROM application a
    JOIN dimension_value d ON d.applicationId = a.id AND d.value IS NOT NULL
    JOIN (SELECT ? AS code, ? AS w UNION ALL SELECT ?, ? UNION ALL SELECT ?, ?) w
      ON w.code = d.code
    WHERE a.positionId = ? AND d.scoredAt >= ?
    GROUP BY a.id HAVING SUM(w.w) > 0
  ) t
) s`;

describe('the simulator of a competency model', () => {
  let app: TestApp;
  let stand: Stand;
  let admin: AStaff;
  const day = 86_400_000;
  const dice = numbers(11);
  let codes: string[];

  const scored = async (
    values: readonly (number | null)[],
    more: { sex?: 'female' | 'male'; daysAgo?: number } = {},
  ) => {
    const { position } = stand;
    const { id, companyId, personId } = await anApplication(app, {
      position,
      stage: 'aiInterview',
    });
    const at = app.clock.now() - (more.daysAgo ?? 3) * day;
    const rows = values.map((value, i) => ({
      ...{ id: newId(at), companyId, applicationId: id, code: codes[i] ?? '', value },
      ...{ standardError: value === null ? null : 4 + (i % 3), scoredAt: at },
    }));
    await app.database.dataSource.manager.insert(DimensionValue, rows);
    const whose = { applicationId: id, companyId, personId };
    const { sex } = more;
    if (sex) {
      await app.database.transaction((tx) => app.get(GroupStatements).state(tx, whose, { sex }));
    }
    return id;
  };

  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    admin = await aStaff(app, { company: stand.company, roles: ['admin'] });
    codes = stand.position.content.model.dimensions.slice(0, 3).map(({ code }) => code);
    for (let i = 0; i < 40; i += 1) {
      const women = i % 2 === 0;
      const value = () => Math.round((45 + dice() * 40 - (women ? 0 : 9)) * 10) / 10;
      await scored([value(), value(), i % 7 === 0 ? null : value()], {
        sex: women ? 'female' : 'male',
      });
    }
    await scored([null, null, null]);
    await scored([99, 99, 99], { daysAgo: 91 });
  });
  after(() => app.stop());

  const ask = ({ weights, threshold, greyZone }: Tried): AskSimulation => ({
    id: stand.position.id,
    weights: weightsText(codes.map((code, i) => ({ code, weight: weights[i] ?? 0 }))),
    ...{ threshold, greyZone },
  });
  const simulate = (tried: Tried, by = stand.hr): Promise<Simulation> =>
    app.api(routes.simulate, ask(tried), by.session);

  for (const tried of models) {
    it(`counts like the database: ${JSON.stringify(tried)}`, async () => {
      const shown = await simulate(tried);
      const { weights, threshold, greyZone } = tried;
      const [row] = await app.database.dataSource.query<Record<string, number | string>[]>(
        recount,
        [
          ...[threshold, threshold, greyZone, greyZone],
          ...codes.flatMap((code, i) => [code, weights[i] ?? 0]),
          ...[stand.position.id, shown.from],
        ],
      );
      const { meets, below, people } = row ?? {};
      expect(shown.is.meets).to.equal(Number(meets));
      expect(shown.is.below).to.equal(Number(below));
      expect(shown.is.meets + shown.is.crosses + shown.is.below).to.equal(shown.people);
      const changed = shown.columns.reduce((sum, one) => sum + one.changed, 0);
      const all = shown.columns.reduce((sum, one) => sum + one.meets + one.crosses + one.below, 0);
      expect([changed, all]).to.deep.equal([shown.changed, shown.people]);
      expect(Number(people)).to.equal(shown.people);
    });
  }

  it('the model in use changes nobody; who has nothing measured is counted apart', async () => {
    const { dimensions, threshold } = stand.position.content.model;
    const same = {
      id: stand.position.id,
      weights: weightsText(dimensions),
      threshold,
      greyZone: 0,
    };
    const shown = await app.api(routes.simulate, same, stand.hr.session);
    expect([shown.changed, shown.changedPeople]).to.deep.equal([0, []]);
    expect(shown.is).to.deep.equal(shown.was);
    expect(shown.unmeasured).to.be.at.least(1);
  });

  it('names who changes to those who may see candidates, ratios to those who may see groups', async () => {
    const tried: Tried = { weights: [0.2, 0.2, 0.6], threshold: 58, greyZone: 0 };
    const forHr = await simulate(tried);
    expect(forHr.changedPeople).to.have.lengthOf(Math.min(forHr.changed, 50));
    expect(forHr.changedPeople?.every(({ name, was, is }) => name && was.verdict !== is.verdict)).to
      .be.true;
    expect([forHr.impact, forHr.impactHidden]).to.deep.equal([null, 'notAllowed']);
    const forAdmin = await simulate(tried, admin);
    expect(forAdmin.changedPeople).to.equal(null);
    const [sex] = forAdmin.impact ?? [];
    expect(sex?.attribute).to.equal('sex');
    expect(sex?.is).to.be.within(0, 1);
    const both = await aStaff(app, { company: stand.company, roles: ['admin', 'hr'] });
    const few = await simulate({ weights: [0.4, 0.3, 0.3], threshold: 99, greyZone: 0 }, both);
    expect(few.changed === 0 || few.changed >= 5 || few.impactHidden === 'fewChanges').to.be.true;
  });

  it('a wider zone gives more to people, and never decides more by itself', async () => {
    const narrow = await simulate({ weights: [0.4, 0.3, 0.3], threshold: 60, greyZone: 0 });
    const wide = await simulate({ weights: [0.4, 0.3, 0.3], threshold: 60, greyZone: 12 });
    expect(wide.is.crosses).to.be.above(narrow.is.crosses);
    expect(wide.is.meets).to.be.below(narrow.is.meets);
    expect(wide.is.below).to.be.at.most(narrow.is.below);
  });

  it('is refused without the right, for weights of nothing, and for another company', async () => {
    const tried: Tried = { weights: [0.4, 0.3, 0.3], threshold: 60, greyZone: 0 };
    await refused(simulate(tried, stand.head), 'notAllowed');
    await refused(simulate({ ...tried, weights: [0, 0, 0] }), 'invalidInput');
    const other = await aStand(app);
    await refused(simulate(tried, other.hr), 'notFound');
  });

  it('a report leaves its numbers, once, and they make its own total again', async () => {
    const position = await aPosition(app, {
      company: stand.company,
      ownerId: stand.hr.id,
      content: stand.position.content,
    });
    const { applicationId } = await assessed({ ...stand, position });
    const kept = await app.database.read(DimensionValue).findBy({ applicationId });
    const { dimensions, threshold } = position.content.model;
    expect(kept.map(({ code }) => code)).to.have.members(dimensions.map(({ code }) => code));
    const asked = { id: position.id, weights: weightsText(dimensions), threshold, greyZone: 0 };
    const shown = await app.api(routes.simulate, asked, stand.hr.session);
    const { total } = await app.database.read(Application).findOneByOrFail({ id: applicationId });
    expect(shown.columns.map(({ at }) => at)).to.deep.equal(
      total === null ? [] : [Math.floor(total)],
    );
  });
});
