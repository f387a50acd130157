import { routes } from '@zhiyu/contracts/routes';
import { AttemptRow, Interview } from '@zhiyu/server/interviews/entities/interview.entity';
import { expect } from 'chai';
import { aStaff } from '../factories/company.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { timelineOf } from './channels-walk.js';
import {
  answerInText,
  answersOf,
  aStand,
  begin,
  currentOf,
  finishAttempt,
  interviewing,
  interviewOf,
  minute,
  next,
  signInAgain,
  type Stand,
  type Walker,
} from './walk.js';

describe('an interview that runs (R33, R34)', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  const idOf = async (walker: Walker) => (await interviewOf(stand, walker)).interviewId;
  const live = async (walker: Walker, scores?: 'true') =>
    app.api(
      routes.liveInterview,
      { id: await idOf(walker), ...(scores ? { scores } : {}) },
      stand.hr.session,
    );
  const word = async ({ session }: Walker) => (await app.api(routes.ownWord, {}, session)).word;

  it('is seen with its question, its answers and their words as they come, by who may read its report', async () => {
    const walker = await interviewing(stand);
    const { row } = await live(walker);
    expect(row).to.include({ phase: 'thinking', index: 0, answered: 0, count: 2 });
    const { attemptId } = await begin(stand, walker);
    expect((await live(walker)).row).to.include({ phase: 'answering', mode: 'text' });
    await finishAttempt(stand, walker, attemptId, { text: '我先道歉，再换货。' });
    expect((await live(walker)).row.phase).to.equal('reviewing');
    const { answerId } = await currentOf(stand, walker);
    await app.api(routes.chooseAttempt, { answerId, attemptId }, walker.session);
    const { answers } = await live(walker);
    expect(answers[0]).to.include({ state: 'done', words: '我先道歉，再换货。' });
    const { rows } = await app.api(routes.liveInterviews, {}, stand.head.session);
    expect(rows.map(({ applicationId }) => applicationId)).to.include(walker.applicationId);
    const other = await aStaff(app, { company: stand.company, roles: ['hr'] });
    const theirs = await app.api(routes.liveInterviews, {}, other.session);
    expect(theirs.rows).to.deep.equal([]);
    await refused(
      app.api(routes.liveInterview, { id: await idOf(walker) }, other.session),
      'notAllowed',
    );
  });

  it('shows first scores only where they are asked for, from the answers so far', async () => {
    const walker = await interviewing(stand);
    const [first = ''] = answersOf('strong');
    await answerInText(stand, walker, first);
    expect((await live(walker)).scores).to.equal(null);
    const { scores } = await live(walker, 'true');
    expect(scores?.some(({ value }) => value !== null)).to.equal(true);
    expect(scores?.every(({ value }) => value === null || value <= 100)).to.equal(true);
  });

  it('stands still while HR asks for it: the candidate reads why, loses no time and cannot go on before', async () => {
    const walker = await interviewing(stand);
    const before = (await currentOf(stand, walker)).thinkingEndsAt ?? 0;
    const budget = (await interviewOf(stand, walker)).arrangements.pause.leftSeconds;
    const id = await idOf(walker);
    const asked = { id, minutes: 10, text: '会议室换一下，请稍等。' };
    await app.api(routes.holdInterview, asked, stand.hr.session);
    expect(await word(walker)).to.include({ kind: 'hold', text: asked.text, byName: '许澜' });
    const { pause } = (await interviewOf(stand, walker)).arrangements;
    expect(pause).to.include({ held: true, thinking: true, leftSeconds: budget });
    await refused(app.api(routes.resume, {}, walker.session), 'pauseHeld');
    await refused(begin(stand, walker), 'pauseHeld');
    expect((await live(walker)).row.phase).to.equal('held');
    app.clock.advance(4 * minute);
    await app.api(routes.releaseInterview, { id }, stand.hr.session);
    const after = (await currentOf(stand, walker)).thinkingEndsAt ?? 0;
    expect(after - before).to.be.closeTo(4 * minute, 1_000);
    const now = (await interviewOf(stand, walker)).arrangements.pause;
    expect(now).to.include({ held: false, leftSeconds: budget });
    const lines = await timelineOf(stand, walker);
    expect(lines).to.include('HR 请候选人停一停，最多 10 分钟');
  });

  it('goes on by itself when the time of HR’s pause is over', async () => {
    const walker = await interviewing(stand);
    const id = await idOf(walker);
    await app.api(routes.holdInterview, { id, minutes: 3, text: '' }, stand.hr.session);
    app.clock.advance(3 * minute + 1_000);
    await app.drainJobs();
    expect((await interviewOf(stand, walker)).arrangements.pause.pausedAt).to.equal(null);
    expect(await word(walker)).to.equal(null);
    await begin(stand, walker);
  });

  it('lets an answer that runs be finished before it stands still', async () => {
    const walker = await interviewing(stand);
    const id = await idOf(walker);
    const { attemptId } = await begin(stand, walker);
    await app.api(routes.holdInterview, { id, minutes: 5, text: '稍等' }, stand.hr.session);
    expect((await live(walker)).row.phase).to.equal('answering');
    await finishAttempt(stand, walker, attemptId, { text: '我先道歉。' });
    const { answerId } = await currentOf(stand, walker);
    await app.api(routes.chooseAttempt, { answerId, attemptId }, walker.session);
    await refused(next(stand, walker), 'pauseHeld');
    await app.api(routes.releaseInterview, { id }, stand.hr.session);
    expect((await next(stand, walker)).current?.index).to.equal(1);
  });

  it('gives more time for the open question, thinking or answering, and says so to the candidate', async () => {
    const walker = await interviewing(stand);
    const id = await idOf(walker);
    const before = (await currentOf(stand, walker)).thinkingEndsAt ?? 0;
    await app.api(routes.giveTime, { id, minutes: 2 }, stand.hr.session);
    expect((await currentOf(stand, walker)).thinkingEndsAt).to.equal(before + 2 * minute);
    expect(await word(walker)).to.include({ kind: 'time', minutes: 2 });
    const { attemptId, endsAt } = await begin(stand, walker);
    await app.api(routes.giveTime, { id, minutes: 1 }, stand.hr.session);
    const row = await app.database.read(AttemptRow).findOneByOrFail({ id: attemptId });
    expect(row.endsAt).to.equal(endsAt + minute);
    expect((await currentOf(stand, walker)).answerEndsAt).to.equal(endsAt + minute);
  });

  it('takes a word and a question from the bank of the position; only the responsible HR may', async () => {
    const walker = await interviewing(stand);
    const id = await idOf(walker);
    await app.api(routes.tellCandidate, { id, text: '不着急。' }, stand.hr.session);
    expect(await word(walker)).to.include({ kind: 'message', text: '不着急。' });
    await refused(
      app.api(routes.tellCandidate, { id, text: '我也说一句' }, stand.head.session),
      'notAllowed',
    );
    const { bank, said } = await live(walker);
    expect(said).to.have.length(1);
    expect(bank).to.deep.equal([]);
    await app.api(routes.addQuestion, { id, text: '周末能上班吗？', code: null }, stand.hr.session);
    expect((await live(walker)).row.count).to.equal(3);
  });

  it('says when a line is slow and when a recording does not arrive', async () => {
    const walker = await interviewing(stand);
    const check = { camera: 'ok' as const, microphone: 'ok' as const, mode: 'camera' as const };
    await app.api(routes.deviceCheck, { ...check, kbps: 120 }, walker.session);
    expect((await live(walker)).row.troubles).to.deep.equal(['slow']);
    await begin(stand, walker, 'camera');
    app.clock.advance(20_000);
    const { row, line } = await live(walker);
    expect(row.troubles).to.deep.equal(['stalled', 'slow']);
    expect(line.quietSeconds).to.be.at.least(20);
  });

  it('is gone from the page once it is handed in', async () => {
    const walker = await interviewing(stand);
    const id = await idOf(walker);
    await app.api(routes.finishInterview, {}, walker.session);
    await refused(app.api(routes.liveInterview, { id }, stand.hr.session), 'interviewClosed');
    const { rows } = await app.api(routes.liveInterviews, {}, stand.hr.session);
    expect(rows.map(({ interviewId }) => interviewId)).not.to.include(id);
  });

  it('has its deadline moved by HR, with a word to the candidate and a line in the timeline', async () => {
    const walker = await interviewing(stand);
    const id = await idOf(walker);
    const { deadline } = await live(walker);
    const more = { id, days: 3, text: '周末也可以做。' };
    const other = await aStaff(app, { company: stand.company, roles: ['hr'] });
    await refused(app.api(routes.extendDeadline, more, other.session), 'notAllowed');
    await app.api(routes.extendDeadline, more, stand.hr.session);
    expect((await live(walker)).deadline - deadline).to.equal(3 * 24 * 60 * minute);
    expect(await word(walker)).to.include({ kind: 'later', text: more.text, byName: '许澜' });
    const { items } = await app.api(routes.candidateInbox, {}, walker.session);
    const told = items
      .map(({ card }) => card)
      .find(({ title }) => title.startsWith('面试可以做到'));
    expect(JSON.stringify(told?.blocks)).to.include('许澜给您多留了时间').and.include(more.text);
    const lines = await timelineOf(stand, walker);
    expect(lines.some((line) => /^延期 3 天，到.*（HR 给的）$/.test(line))).to.equal(true);
  });

  it('is open again when HR moves a deadline that was over, and not when the interview is handed in', async () => {
    const walker = await interviewing(stand);
    const id = await idOf(walker);
    app.clock.advance((await live(walker)).deadline - app.clock.now() + minute);
    await app.drainJobs();
    await signInAgain(stand);
    const more = { id, days: 2, text: '' };
    await app.api(routes.extendDeadline, more, stand.hr.session);
    const view = await app.api(routes.candidateInterview, {}, walker.session);
    expect(view).to.include({ state: 'running' });
    expect(view.deadline - app.clock.now()).to.be.closeTo(2 * 24 * 60 * minute, 5_000);
    await app.database.read(Interview).update({ id }, { state: 'finished' });
    await refused(app.api(routes.extendDeadline, more, stand.hr.session), 'interviewClosed');
  });
});
