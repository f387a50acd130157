import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { newId } from '@zhiyu/server/platform/time/ids';
import { Interview } from '@zhiyu/server/interviews/entities/interview.entity';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { PositionVersion } from '@zhiyu/server/recruiting/entities/position.entity';
import { DimensionValue } from '@zhiyu/server/scoring/report.entity';
import { Company } from '@zhiyu/server/staff/company.entity';
import { anApplication } from '../factories/application.js';
import { aCompany, aDepartment, type AStaff, aStaff } from '../factories/company.js';
import { aPosition } from '../factories/position.js';
import { startApp, type TestApp } from '../harness/app.js';

describe('the dimensions of those who wait that lie on the line', () => {
  let app: TestApp;
  let hr: AStaff;
  let head: AStaff;
  let companyId: string;
  let own: string;
  let foreign: string;
  let dimensions: { code: string; name: { zh?: string }; requirement: number; weight: number }[];

  const on = async ({ session }: AStaff, ...ids: string[]) =>
    (await app.api(routes.crossing, { ids: ids.join(',') }, session)).rows;

  /** As a report leaves them: each dimension so far from its requirement, in standard errors of 5 points. */
  async function measured(applicationId: string, errors: (number | null)[]): Promise<void> {
    const at = app.clock.now();
    const done = { state: 'finished' as const, finishedAt: at };
    await app.database.read(Interview).update({ applicationId, kind: 'ai' }, done);
    await app.database.read(DimensionValue).delete({ applicationId });
    await app.database.read(DimensionValue).insert(
      dimensions.map(({ code, requirement }, n) => {
        const off = errors[n] ?? null;
        return {
          ...{ id: newId(at), companyId, applicationId, code, scoredAt: at },
          ...{ value: off === null ? null : requirement + off * 5, standardError: 5 },
        };
      }),
    );
  }

  before(async () => {
    app = await startApp();
    const company = await aCompany(app);
    companyId = company.id;
    hr = await aStaff(app, { company, roles: ['hr'] });
    head = await aStaff(app, { company, roles: ['manager'] });
    const departmentId = await aDepartment(app, { company, managerId: head.id });
    const positions = [
      await aPosition(app, { company, ownerId: hr.id, departmentId }),
      await aPosition(app, { company }),
    ];
    const ids: string[] = [];
    for (const position of positions) {
      const { id } = await anApplication(app, { position });
      await app.drainJobs();
      await app.api(routes.invite, { id }, hr.session);
      ids.push(id);
    }
    await app.drainJobs();
    [own = '', foreign = ''] = ids;
    const { positionVersionId } = await app.database.read(Application).findOneByOrFail({ id: own });
    const version = await app.database
      .read(PositionVersion)
      .findOneByOrFail({ id: positionVersionId });
    ({ dimensions } = version.content.model);
  });
  after(() => app.stop());

  it('are named in the order of their weight; what is clear or was not measured is not', async () => {
    await measured(own, [0.5, 3, null, -0.9, -4]);
    const expected = [dimensions[0], dimensions[3]]
      .toSorted((one, other) => (other?.weight ?? 0) - (one?.weight ?? 0))
      .map((one) => one?.name.zh);
    expect(await on(hr, own)).to.deep.equal([{ applicationId: own, dimensions: expected }]);
    await measured(own, [2, 3, null, -2, -4]);
    expect(await on(hr, own)).to.deep.equal([]);
  });

  it('are told of positions whose reports the reader may open, and of no other', async () => {
    await measured(own, [0, null, null, null, null]);
    await measured(foreign, [0, null, null, null, null]);
    const told = async (who: AStaff) =>
      (await on(who, own, foreign)).map(({ applicationId }) => applicationId);
    expect(await told(hr)).to.have.members([own, foreign]);
    expect(await told(head)).to.deep.equal([own]);
    const stranger = await aStaff(app, { company: await aCompany(app), roles: ['hr'] });
    expect(await told(stranger)).to.deep.equal([]);
  });

  it('stay untold where people rate before they see the machine’s levels', async () => {
    await measured(own, [0, null, null, null, null]);
    const since = { scorecardFirstSince: app.clock.now() };
    await app.database.read(Company).update({ id: companyId }, since);
    expect(await on(hr, own)).to.deep.equal([]);
    await app.database.read(Company).update({ id: companyId }, { scorecardFirstSince: null });
    expect(await on(hr, own)).to.have.length(1);
  });
});
