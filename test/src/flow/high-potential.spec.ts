import type { PotentialRule } from '@zhiyu/contracts/potential-rule';
import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import type { TestSession } from '../harness/client.js';
import { assessed, aStand, type Stand } from './walk.js';

describe('the mark of high potential in lists', () => {
  let app: TestApp;
  before(async () => {
    app = await startApp();
  });
  after(() => app.stop());

  const standWith = (potential?: PotentialRule): Promise<Stand> =>
    aStand(app, (content) => ({ ...content, ...(potential ? { potential } : {}) }));
  const marks = async (session: TestSession): Promise<boolean[]> => {
    const { applications } = await app.api(routes.listApplications, {}, session);
    return applications.map(({ highPotential }) => highPotential);
  };

  it('stands where the report met the rule, and in the order of looks too', async () => {
    const stand = await standWith({ on: true, total: 40, dimensions: [] });
    await assessed(stand);
    expect(await marks(stand.hr.session)).to.deep.equal([true]);
    const waiting = { waiting: 'true', order: 'look' } as const;
    const { applications } = await app.api(routes.listApplications, waiting, stand.hr.session);
    expect(applications.map(({ highPotential }) => highPotential)).to.deep.equal([true]);
  });

  it('stands nowhere without a rule, nor where the error leaves it open', async () => {
    for (const rule of [undefined, { on: true, total: 100, dimensions: [] }]) {
      const stand = await standWith(rule);
      await assessed(stand);
      expect(await marks(stand.hr.session)).to.deep.equal([false]);
    }
  });
});
