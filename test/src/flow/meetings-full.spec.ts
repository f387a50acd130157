import { quarterMs } from '@zhiyu/contracts/meetings';
import { HeldTime, MeetingRow } from '@zhiyu/server/interviews/meetings/meeting.entity';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { cardOf, press } from './look.js';
import { assessed, aStand, day, type Stand } from './walk.js';

describe('a round with people whose coming weeks are full (R13)', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());

  it('is found after them: whoever passed has his result all the same', async () => {
    const walker = await assessed(stand);
    const { id: staffId, companyId } = stand.hr;
    const first = Math.floor(app.clock.now() / quarterMs);
    for (let days = 0; days < 20; days += 1) {
      const rows = Array.from({ length: 96 }, (_, n) => ({
        ...{ staffId, companyId, interviewId: 'others', quarter: first + days * 96 + n },
      }));
      await app.database.read(HeldTime).insert(rows);
    }
    const card = await cardOf(stand, stand.hr, 'approval', walker);
    await press(stand, stand.hr, card, { action: 'pass', reason: 'meetsRequirement' });
    await app.drainJobs();
    const { applicationId } = walker;
    const { startsAt } = await app.database.read(MeetingRow).findOneByOrFail({ applicationId });
    expect(startsAt).to.be.within(app.clock.now() + 19 * day, app.clock.now() + 40 * day);
  });
});
