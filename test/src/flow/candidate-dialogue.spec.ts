import type { CandidateAnswer, CandidateTopic } from '@zhiyu/bots/channel';
import type { Locale } from '@zhiyu/contracts/basics';
import { Application } from '@zhiyu/server/recruiting/entities/application.entity';
import { timeText } from '@zhiyu/server/notify/time-text';
import { ChannelDesk } from '@zhiyu/server/notify/channel-desk';
import { Job } from '@zhiyu/server/platform/jobs/job.entity';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { TestSession } from '../harness/client.js';
import { routes } from '@zhiyu/contracts/routes';
import { timelineOf } from './channels-walk.js';
import { cardOf, cardsOf, press, textOf } from './look.js';
import {
  apply,
  assessed,
  aStand,
  day,
  hour,
  invited,
  minute,
  signInAgain,
  type Stand,
  statusOf,
  tokenIn,
  type Walker,
} from './walk.js';

const channel = 'wecomkf';

describe('a candidate who asks in the conversation', () => {
  let app: TestApp;
  let stand: Stand;
  let asked = 0;

  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  const desk = () => app.get(ChannelDesk);
  const time = (at: number, locale: 'zh' | 'en' = 'zh') => timeText(at, app.clock.now(), locale);
  const addressOf = ({ applicationId }: Walker) => `wm-${applicationId}`;

  /** He came in by the link of his application. */
  async function came(walker: Walker): Promise<Walker> {
    const address = addressOf(walker);
    const event = { eventId: `kf:${(asked += 1)}`, at: app.clock.now(), address };
    await desk().event(channel, {
      ...event,
      type: 'outsiderEntered',
      scene: walker.applicationId,
    });
    return walker;
  }

  function ask(
    walker: Walker,
    about: CandidateTopic,
    more: { eventId?: string; locale?: Locale | null } = {},
  ): Promise<CandidateAnswer | null> {
    const eventId = more.eventId ?? `kf:${(asked += 1)}`;
    const locale = more.locale === undefined ? 'zh' : more.locale;
    return desk().candidateSays(channel, { eventId, address: addressOf(walker), about, locale });
  }
  const said = async (...of: Parameters<typeof ask>) => (await ask(...of))?.text ?? '';
  const reminders = () => app.database.read(Job).countBy({ name: 'invitation.remind' });

  describe('where his application stands', () => {
    it('hears it with the promised date and a link that lets him in', async () => {
      const walker = await came(await apply(stand));
      const answer = await ask(walker, 'status');
      expect(answer?.text).to.include('投递收到了');
      expect(answer?.text).to.include(time(walker.answerBy)).and.to.include('许澜');
      const invitedOne = await came(await invited(stand));
      const { interview } = await statusOf(stand, invitedOne);
      const waiting = await ask(invitedOne, 'status');
      expect(waiting?.text).to.include(`${time(interview?.deadline ?? 0)} 截止`);
      const url = waiting?.link?.url ?? '';
      expect(url).to.match(/^http:\/\/127\.0\.0\.1:\d+\/#\/pages\/status\/index\?t=[\w-]{43}$/);
      const session = new TestSession();
      await app.api(routes.exchange, { token: tokenIn(url) }, session);
      const own = await app.api(routes.candidateStatus, {}, session);
      expect(own.applicationId).to.equal(invitedOne.applicationId);
    });

    it('is answered in the language he asks in, otherwise in that of his application', async () => {
      const walker = await came(await invited(stand));
      const english = await ask(walker, 'status', { locale: 'en' });
      expect(english?.text).to.include('The online interview is waiting for you');
      expect(english?.link?.label).to.equal('Open my page');
      expect(await said(walker, 'help', { locale: null })).to.include('可以问');
    });

    it('is answered in Japanese and French where that is the language of his application', async () => {
      const inLanguage = async (locale: Locale) => {
        const walker = await came(await invited(stand));
        const { applicationId: id } = walker;
        await app.database.transaction((tx) => tx.manager.update(Application, { id }, { locale }));
        return walker;
      };
      const japanese = await inLanguage('ja');
      // Chinese characters alone may be either; his own language decides.
      expect(await said(japanese, 'status', { locale: 'zh' })).to.include('オンライン面接');
      expect(await said(japanese, 'person', { locale: 'ja' })).to.include('評価には影響しません');
      expect(await said(japanese, 'help', { locale: 'en' })).to.include('You can ask');
      const french = await inLanguage('fr');
      const answer = await ask(french, 'status', { locale: 'en' });
      expect(answer?.text).to.include('L’entretien en ligne vous attend');
      expect(answer?.link?.label).to.equal('Ouvrir ma page');
      expect(await said(french, 'reschedule', { locale: null })).to.include('rappel');
      expect(await app.get(ChannelDesk).candidateLocale(french.applicationId)).to.equal('fr');
    });

    it('hears the next round’s time, and of a refusal only that there is a result', async () => {
      const passed = await came(await assessed(stand));
      expect(await said(passed, 'status')).to.include('您的面试收到了');
      const card = await cardOf(stand, stand.hr, 'approval', passed);
      await press(stand, stand.hr, card, { action: 'pass', reason: 'meetsRequirement' });
      await app.drainJobs();
      const { nextRound } = await statusOf(stand, passed);
      expect(await said(passed, 'status')).to.include(time(nextRound?.startsAt ?? 0));
      const other = await came(await assessed(stand));
      const theirs = await cardOf(stand, stand.hr, 'approval', other);
      await press(stand, stand.hr, theirs, { action: 'reject', reason: 'positionFilled' });
      await app.drainJobs();
      const text = await said(other, 'status');
      expect(text)
        .to.include('结果出来了')
        .and.not.to.match(/没有选|不通过/);
    });
  });

  describe('for another time', () => {
    it('is reminded tomorrow, as by the button of the invitation, and once', async () => {
      const walker = await came(await invited(stand));
      const before = await reminders();
      const eventId = 'kf:another-time';
      const first = await said(walker, 'reschedule', { eventId });
      expect(first).to.include(`${time(app.clock.now() + day)} 再提醒您`);
      const card = await cardOf(stand, walker, 'invitation');
      expect(card.buttons.map(({ action }) => action)).to.deep.equal(['open', 'person']);
      await ask(walker, 'reschedule', { eventId });
      expect(await said(walker, 'reschedule')).to.include('已经记着');
      expect((await reminders()) - before).to.equal(1);
      expect(await cardsOf(stand, stand.hr, 'notice', walker)).to.deep.equal([]);
    });

    it('of a round with people has HR told, with a promised date', async () => {
      const walker = await came(await assessed(stand));
      const card = await cardOf(stand, stand.hr, 'approval', walker);
      await press(stand, stand.hr, card, { action: 'pass', reason: 'meetsRequirement' });
      await app.drainJobs();
      const text = await said(walker, 'reschedule');
      expect(text).to.include('已经告诉许澜您想改时间');
      const { promises } = await statusOf(stand, walker);
      const open = promises.filter(({ keptAt }) => keptAt === null);
      expect(open).to.have.length(1);
      expect(text).to.include(time(open[0]?.dueAt ?? 0));
      const notice = await cardOf(stand, stand.hr, 'notice', walker);
      expect(notice.title).to.include('想改面试时间');
    });

    it('of an invitation that ran out has HR told; where there is no time, he hears so', async () => {
      const walker = await came(await invited(stand));
      const none = await came(await apply(stand));
      expect(await said(none, 'reschedule')).to.include('没有约好的面试时间');
      const { interview } = await statusOf(stand, walker);
      app.clock.set((interview?.deadline ?? 0) + minute);
      await app.drainJobs();
      await signInAgain(stand);
      expect(await said(walker, 'status')).to.include('过了截止时间');
      expect(await said(walker, 'reschedule')).to.include('已经告诉许澜');
      expect(await cardsOf(stand, stand.hr, 'notice', walker)).to.have.length(1);
    });
  });

  describe('for a person', () => {
    it('has HR told by a card with a date, once, and his invitation says so', async () => {
      const walker = await came(await invited(stand));
      const text = await said(walker, 'person');
      const [notice, ...more] = await cardsOf(stand, stand.hr, 'notice', walker);
      expect(notice?.title).to.include('想和真人面');
      expect(more).to.deep.equal([]);
      const invitation = await cardOf(stand, walker, 'invitation');
      expect(invitation.buttons).to.deep.equal([]);
      app.clock.advance(hour);
      expect(await said(walker, 'person')).to.equal(text);
      expect(await cardsOf(stand, stand.hr, 'notice', walker)).to.have.length(1);
      expect(textOf(notice!)).to.include(text.split('会在 ')[1]?.split(' 前')[0] ?? 'no date');
    });

    it('hears that he has withdrawn, and nothing is promised', async () => {
      const walker = await came(await apply(stand));
      await app.api(routes.withdraw, {}, walker.session);
      expect(await said(walker, 'person')).to.include('已经退出');
      const { promises } = await statusOf(stand, walker);
      expect(promises.every(({ keptAt }) => keptAt !== null)).to.equal(true);
    });
  });

  it('hears what can be asked where he is not understood, and nothing after a thank-you', async () => {
    const walker = await came(await apply(stand));
    expect(await said(walker, 'other'))
      .to.include('没看懂')
      .and.to.include('人工');
    expect(await ask(walker, 'thanks')).to.equal(null);
  });

  it('stands on the timeline, both ways, without his words', async () => {
    const walker = await came(await apply(stand));
    await ask(walker, 'status');
    const event = { eventId: 'answered kf:1', at: app.clock.now(), address: addressOf(walker) };
    await desk().event(channel, { ...event, type: 'answered', about: 'status' });
    await desk().event(channel, { ...event, type: 'answered', about: 'status' });
    const lines = await timelineOf(stand, walker);
    const both = lines.filter((line) => line.includes('微信客服'));
    expect(both.sort()).to.deep.equal(['候选人在微信客服里说：进度', '已在微信客服里回答：进度']);
  });

  it('who is not known, or comes by a chat without signed links, hears nothing of anybody', async () => {
    const walker = await apply(stand);
    const stranger = await ask(walker, 'status');
    expect(stranger?.text).to.include('还不知道您是哪位');
    expect(stranger?.link).to.equal(null);
    expect(await ask(walker, 'thanks')).to.equal(null);
    const question = { eventId: 'x:1', address: addressOf(walker), about: 'status' as const };
    const other = await desk().candidateSays('feishu', { ...question, locale: 'zh' });
    expect(other).to.equal(null);
  });

  it('who does not stop asking is answered twenty times an hour', async () => {
    const walker = await came(await apply(stand));
    // From the beginning of an hour: it is counted by the clock's.
    app.clock.set(Math.ceil(app.clock.now() / hour) * hour);
    const answers: (CandidateAnswer | null)[] = [];
    for (let n = 0; n < 22; n++) {
      answers.push(await ask(walker, 'help'));
    }
    expect(answers.filter((answer) => answer !== null)).to.have.length(20);
    app.clock.advance(hour);
    expect(await ask(walker, 'help')).not.to.equal(null);
  });
});
