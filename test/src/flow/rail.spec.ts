import { routes } from '@zhiyu/contracts/routes';
import { Vault } from '@zhiyu/server/platform/crypto/vault';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { expect } from 'chai';
import { type AStaff, aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { assessed, aStand, interviewing, type Stand, type Walker } from './walk.js';

describe('what waits, in numbers (R33, R50)', () => {
  let app: TestApp;
  let stand: Stand;
  let waits: Walker;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
    waits = await assessed(stand);
    await interviewing(stand);
    await app.drainJobs();
  });
  after(() => app.stop());

  const counts = ({ session }: AStaff) => app.api(routes.railCounts, {}, session);

  it('are those of the pages they lead to', async () => {
    for (const who of [stand.hr, stand.head]) {
      const { waiting } = await app.api(routes.dashboard, {}, who.session);
      const { unread } = await app.api(routes.inbox, {}, who.session);
      const { count } = await app.api(routes.liveInterviews, {}, who.session);
      expect(await counts(who)).to.deep.equal({ waiting, unread, live: count });
    }
    const { waiting, unread } = await counts(stand.hr);
    expect(Math.min(waiting, unread)).to.be.greaterThan(0);
  });

  it('are none for who sees no board, no interviews and has no cards', async () => {
    const auditor = await aStaff(app, { company: stand.company, roles: ['auditor'] });
    expect(await counts(auditor)).to.deep.equal({ waiting: 0, unread: 0, live: 0 });
  });

  it('forget cards about somebody who was erased, and cards that were seen', async () => {
    const { unread: before } = await counts(stand.hr);
    const { personId } = await app.database
      .read(Application)
      .findOneByOrFail({ id: waits.applicationId });
    await app.database.transaction((tx) => app.get(Vault).destroy(tx, personId));
    const { unread } = await counts(stand.hr);
    expect(unread).to.be.below(before);
    const inbox = await app.api(routes.inbox, {}, stand.hr.session);
    expect(unread).to.equal(inbox.unread);
    await app.api(routes.seenInbox, {}, stand.hr.session);
    expect((await counts(stand.hr)).unread).to.equal(0);
  });
});
