import { routes } from '@zhiyu/contracts/routes';
import { Interview } from '@zhiyu/server/interviews/entities/interview.entity';
import { expect } from 'chai';
import { aStand, signInAgain, type Stand } from '../flow/walk.js';
import { startApp, type TestApp } from '../harness/app.js';
import { aToken, press, sees, sheds, toWays } from './walk.js';
import { WxStage } from './wx-stage.js';

const recorders = { films: [], frames: [] };
const goOn = '我想好了，开始写';

for (const target of ['weapp', 'dd'] as const) {
  describe(`what HR gives while a mini-program is open (${target})`, function () {
    this.timeout(60_000);
    let app: TestApp;
    let stand: Stand;
    let stage: WxStage;
    let id: string;
    before(async () => {
      app = await startApp();
      stand = await aStand(app);
      stage = new WxStage(app.base, recorders, target);
      const { token } = await aToken(stand);
      await toWays(stage, token);
      await press(stage, '这次打字回答');
      await sees(stage, goOn);
      ({ id } = await app.database
        .read(Interview)
        .findOneOrFail({ where: { kind: 'ai' }, order: { createdAt: 'DESC', id: 'DESC' } }));
      await signInAgain(stand);
    });
    after(async () => {
      stage.stop();
      await app.stop();
    });

    /** Above the question, which stays, until it was read. */
    async function isToldOnce(says: string): Promise<void> {
      await sees(stage, says);
      expect(stage.page.has('pocket-word'), 'a strip of its own').to.equal(true);
      expect(stage.page.text, 'the question stays').to.include(goOn);
      await press(stage, '知道了');
      await sheds(stage, says);
      expect(stage.page.has('pocket-word'), 'read').to.equal(false);
      expect(stage.page.text).to.include(goOn);
    }

    it('shows the minutes for the open question, and who gave them', async () => {
      await app.api(routes.giveTime, { id, minutes: 2 }, stand.hr.session);
      await isToldOnce('许澜给这题加了 2 分钟，慢慢来。');
    });

    it('shows the days for the deadline, with the word', async () => {
      app.clock.advance(1_000);
      const later = { id, days: 3, text: '周末做也行。' };
      await app.api(routes.extendDeadline, later, stand.hr.session);
      await isToldOnce('许澜把面试的截止时间延后了 3 天。周末做也行。');
    });

    it('shows the newest where several come at once', async () => {
      app.clock.advance(1_000);
      await app.api(routes.giveTime, { id, minutes: 1 }, stand.hr.session);
      app.clock.advance(1_000);
      await app.api(routes.extendDeadline, { id, days: 1, text: '' }, stand.hr.session);
      await isToldOnce('许澜把面试的截止时间延后了 1 天。');
    });
  });
}
