import { routes } from '@zhiyu/contracts/routes';
import { MeetingRow } from '@zhiyu/server/interviews/meetings/meeting.entity';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { cardOf, press } from './look.js';
import { assessed, aStand, type Stand } from './walk.js';

describe('whose time a round would take (R13)', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  /** Passed the AI interview: the round of this application. */
  const round = async (): Promise<MeetingRow> => {
    const walker = await assessed(stand);
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    await press(stand, stand.hr, card, { action: 'pass', reason: 'meetsRequirement' });
    await app.drainJobs();
    const { applicationId } = walker;
    return app.database.read(MeetingRow).findOneByOrFail({ applicationId });
  };

  it('is shown for each of its people: taken by other rounds, not by itself', async () => {
    const [own, theirs] = [await round(), await round()];
    const found = await app.api(routes.meetingTimes, { id: own.interviewId }, stand.hr.session);
    expect(found.people.map(({ id }) => id)).to.have.members([stand.hr.id, stand.head.id]);
    expect(found.people.map(({ name }) => name)).to.include('许澜');
    expect(found.days).to.have.length(10);
    const covers = (busy: { from: number; to: number }[], at: number) =>
      busy.some(({ from, to }) => from <= at && at + 45 * 60_000 <= to);
    for (const { busy } of found.people) {
      expect(covers(busy, theirs.startsAt), 'the other round').to.equal(true);
      expect(covers(busy, own.startsAt), 'its own time').to.equal(false);
    }
  });
});
