import { routes } from '@zhiyu/contracts/routes';
import { ReportRow } from '@zhiyu/server/scoring/report.entity';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { timelineOf } from './channels-walk.js';
import { cardOf, cardsOf, press, textOf } from './look.js';
import {
  answerInText,
  answersOf,
  aStand,
  begin,
  currentOf,
  day,
  finishAttempt,
  handIn,
  hour,
  interviewing,
  interviewOf,
  invited,
  minute,
  next,
  signInAgain,
  type Stand,
  statusOf,
  type Walker,
} from './walk.js';

const second = 1000;
const plain = { timeFactor: 1 as const, noCamera: false, textOnly: false };
const text = answersOf('strong')[0] ?? '';

describe('what a candidate arranges', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  const remindMe = ({ session }: Walker, at: number) => app.api(routes.remindMe, { at }, session);
  const extend = ({ session }: Walker, days: number) => app.api(routes.extend, { days }, session);
  const need = ({ session }: Walker, wanted: Partial<typeof plain> | { timeFactor: 1.5 | 2 }) =>
    app.api(routes.accommodate, { ...plain, ...wanted }, session);
  const pause = ({ session }: Walker) => app.api(routes.pause, {}, session);
  const resume = ({ session }: Walker) => app.api(routes.resume, {}, session);
  const notices = async (walker: Walker) =>
    (await cardsOf(stand, walker, 'notice')).map((card) => card.title);

  describe('later', () => {
    it('is reminded at the chosen time, once, and the last choice counts', async () => {
      const walker = await invited(stand);
      const first = app.clock.now() + 2 * hour;
      await remindMe(walker, first);
      const { arrangements } = await remindMe(walker, first + 3 * hour);
      expect(arrangements.remindAt).to.equal(first + 3 * hour);
      app.clock.set(first + minute);
      await app.drainJobs();
      expect(await notices(walker)).not.to.include('线上面试还等着您');
      app.clock.set(first + 3 * hour + minute);
      await app.drainJobs();
      const told = await notices(walker);
      expect(told.filter((title) => title === '线上面试还等着您')).to.have.length(1);
    });

    it('refuses a time that is over and one after the deadline', async () => {
      const walker = await invited(stand);
      const { deadline } = await interviewOf(stand, walker);
      await refused(remindMe(walker, app.clock.now() - minute), 'invalidInput');
      await refused(remindMe(walker, deadline + minute), 'invalidInput');
    });
  });

  describe('more days', () => {
    it('takes those the position allows at once, once: the card and the end of the interview move', async () => {
      const walker = await invited(stand);
      const before = (await interviewOf(stand, walker)).deadline;
      const after = await extend(walker, 3);
      expect(after.deadline).to.equal(before + 3 * day);
      expect(after.arrangements.extended).to.equal(true);
      app.clock.set(before + hour);
      await app.drainJobs();
      expect((await interviewOf(stand, walker)).state).to.equal('invited');
      app.clock.set(before + 3 * day + hour);
      await app.drainJobs();
      expect((await interviewOf(stand, walker)).state).to.equal('expired');
      await signInAgain(stand);
      expect((await timelineOf(stand, walker)).join()).to.include('延期 3 天');
    });

    it('asks HR for more by a card with one tap; the candidate hears the answer on every way', async () => {
      const walker = await invited(stand);
      const before = await extend(walker, 7);
      expect(before.arrangements.asked.extendDays).to.equal(7);
      await extend(walker, 9);
      const cards = await cardsOf(stand, stand.hr, 'request', walker);
      expect(cards).to.have.length(1);
      const card = cards[0];
      await press(stand, stand.hr, card!, { action: 'grant' });
      await app.drainJobs();
      const after = await interviewOf(stand, walker);
      expect(after.deadline).to.equal(before.deadline + 7 * day);
      expect(after.arrangements).to.deep.include({ extended: false });
      expect(after.arrangements.asked.extendDays).to.equal(null);
      expect((await notices(walker)).at(-1)).to.match(/^可以，延到/);
      const done = await cardOf(stand, stand.hr, 'request', walker);
      expect(done.state).to.equal('done');
      expect(textOf(done)).to.include('许澜同意了');
    });

    it('opens an interview again that had run out, when HR agrees; a refusal needs words and keeps it closed', async () => {
      const walker = await invited(stand);
      const { deadline } = await interviewOf(stand, walker);
      app.clock.set(deadline + hour);
      await app.drainJobs();
      await signInAgain(stand);
      await extend(walker, 2);
      const card = await cardOf(stand, stand.hr, 'request', walker);
      await refused(press(stand, stand.hr, card, { action: 'refuse' }), 'invalidInput');
      await press(stand, stand.hr, card, { action: 'refuse', text: '岗位明天就关了。' });
      expect((await interviewOf(stand, walker)).state).to.equal('expired');
      const told = await cardOf(stand, walker, 'notice');
      expect(textOf(told)).to.include('岗位明天就关了。');
      await extend(walker, 2);
      await press(stand, stand.hr, await cardOf(stand, stand.hr, 'request', walker), {
        action: 'grant',
      });
      const again = await interviewOf(stand, walker);
      expect(again.state).to.equal('invited');
      expect(again.deadline).to.be.closeTo(app.clock.now() + 2 * day, 5 * second);
    });

    it('is not there for an interview that was handed in', async () => {
      const walker = await interviewing(stand);
      await answerInText(stand, walker, text);
      await handIn(stand, walker);
      await refused(extend(walker, 1), 'interviewClosed');
      await refused(need(walker, { textOnly: true }), 'interviewClosed');
    });
  });

  describe('an accommodation', () => {
    it('gives half as much time again, at once, for thinking and answering', async () => {
      const walker = await interviewing(stand);
      const before = await currentOf(stand, walker);
      const { current, minutes } = await need(walker, { timeFactor: 1.5 });
      expect(current?.thinkingSeconds).to.equal(before.thinkingSeconds * 1.5);
      expect(current?.answerSeconds).to.equal(before.answerSeconds * 1.5);
      const moved = (current?.thinkingEndsAt ?? 0) - (before.thinkingEndsAt ?? 0);
      expect(moved).to.equal(before.thinkingSeconds * 500);
      const begun = await begin(stand, walker, 'voice');
      expect(begun.endsAt - begun.serverNow).to.equal(before.answerSeconds * 1500);
      expect(minutes).to.be.greaterThan(0);
    });

    it('asks HR for what the position does not grant at once; meanwhile the smaller one counts', async () => {
      const walker = await invited(stand);
      const asked = await need(walker, { timeFactor: 2 });
      expect(asked.arrangements.accommodations.timeFactor).to.equal(1.5);
      expect(asked.arrangements.asked.accommodations).to.deep.equal(['time2']);
      const card = await cardOf(stand, stand.hr, 'request', walker);
      await press(stand, stand.hr, card, { action: 'grant' });
      const { arrangements } = await interviewOf(stand, walker);
      expect(arrangements.accommodations.timeFactor).to.equal(2);
      expect(arrangements.asked.accommodations).to.deep.equal([]);
      expect((await notices(walker)).at(-1)).to.equal('已经为您安排好');
    });

    it('closes the ways that were not wanted, and opens them again when it is no longer needed', async () => {
      const walker = await interviewing(stand);
      await need(walker, { noCamera: true });
      await refused(begin(stand, walker, 'camera'), 'notAllowed');
      await need(walker, { textOnly: true });
      await refused(begin(stand, walker, 'voice'), 'notAllowed');
      await need(walker, {});
      await begin(stand, walker, 'camera');
    });

    it('stands in the timeline and in the file as a fact, and nowhere in the report', async () => {
      const walker = await interviewing(stand);
      await need(walker, { timeFactor: 1.5 });
      for (const words of answersOf('strong')) {
        await next(stand, walker);
        await answerInText(stand, walker, words);
      }
      await handIn(stand, walker);
      await app.drainJobs();
      expect(await timelineOf(stand, walker)).to.include('便利：时间 1.5 倍（岗位允许）');
      const { applicationId } = walker;
      const file = await app.api(routes.application, { id: applicationId }, stand.hr.session);
      expect(file.interviews.map((one) => one.arranged)).to.deep.equal([['time15']]);
      const report = await app.database.read(ReportRow).findOneByOrFail({ applicationId });
      expect(JSON.stringify(report)).not.to.match(/便利|time15|accommodation/);
    });
  });

  describe('a pause', () => {
    it('while thinking: the countdown stands still and goes on with what was left', async () => {
      const walker = await interviewing(stand);
      const before = await currentOf(stand, walker);
      app.clock.advance(20 * second);
      const paused = await pause(walker);
      expect(paused.arrangements.pause).to.include({ thinking: true, budgetMinutes: 15 });
      app.clock.advance(5 * minute);
      const after = await resume(walker);
      const end = after.current?.thinkingEndsAt ?? 0;
      expect(end).to.be.closeTo((before.thinkingEndsAt ?? 0) + 5 * minute, second);
      expect(after.arrangements.pause.pausedAt).to.equal(null);
      expect(after.arrangements.pause.leftSeconds).to.be.closeTo(10 * 60, 2);
    });

    it('ends by itself when the budget is used up, and there is none left then', async () => {
      const walker = await interviewing(stand);
      const before = await currentOf(stand, walker);
      await pause(walker);
      app.clock.advance(40 * minute);
      const seen = await interviewOf(stand, walker);
      expect(seen.arrangements.pause).to.include({ pausedAt: null, leftSeconds: 0 });
      const end = (before.thinkingEndsAt ?? 0) + 15 * minute;
      expect(seen.current?.thinkingEndsAt).to.be.closeTo(end, second);
      await refused(pause(walker), 'pauseUsed');
      await app.drainJobs();
      const lines = await timelineOf(stand, walker);
      expect(lines.join()).to.include('思考时暂停').and.to.include('休息了 15 分钟');
    });

    it('is over as soon as the answer begins', async () => {
      const walker = await interviewing(stand);
      await pause(walker);
      app.clock.advance(minute);
      const begun = await begin(stand, walker);
      expect(begun.overrunSeconds).to.equal(0);
      const { pause: state } = (await interviewOf(stand, walker)).arrangements;
      expect(state.pausedAt).to.equal(null);
      expect(state.leftSeconds).to.be.closeTo(14 * 60, 2);
    });

    it('is refused in the middle of an answer and after the end', async () => {
      const walker = await interviewing(stand);
      const { attemptId } = await begin(stand, walker);
      await refused(pause(walker), 'pauseUnfit');
      await finishAttempt(stand, walker, attemptId, { text });
      await handIn(stand, walker);
      await refused(pause(walker), 'interviewClosed');
    });

    it('between questions uses no budget and lasts until the deadline', async () => {
      const walker = await interviewing(stand);
      await answerInText(stand, walker, text);
      const paused = await pause(walker);
      expect(paused.arrangements.pause).to.include({ thinking: false, endsAt: paused.deadline });
      app.clock.advance(2 * hour);
      await next(stand, walker);
      const { arrangements, current } = await interviewOf(stand, walker);
      expect(arrangements.pause).to.include({ pausedAt: null, leftSeconds: 15 * 60 });
      expect(current?.thinkingEndsAt).to.be.greaterThan(app.clock.now());
    });

    it('changes nothing in what was promised to the candidate', async () => {
      const walker = await interviewing(stand);
      await pause(walker);
      expect((await statusOf(stand, walker)).promises.map(({ keptAt }) => keptAt)).not.to.include(
        null,
      );
    });
  });

  it('says how long the whole can take at most: thinking, answering, again and pausing', async () => {
    const walker = await invited(stand);
    const { arrangements, minutes } = await interviewOf(stand, walker);
    expect(arrangements.longestMinutes).to.be.greaterThan(minutes + 15);
    const typed = await need(walker, { textOnly: true });
    expect(typed.arrangements.longestMinutes).to.be.greaterThan(arrangements.longestMinutes);
  });
});
