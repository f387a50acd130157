import { routes } from '@zhiyu/contracts/routes';
import { EventRow } from '@zhiyu/server/platform/events/event.entity';
import { ReportRow } from '@zhiyu/server/scoring/report.entity';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { cardOf, cardsOf, fileOf, reportOf } from './look.js';
import {
  answerInText,
  answersOf,
  aStand,
  begin,
  choose,
  finishAttempt,
  handIn,
  hour,
  interviewing,
  interviewOf,
  invited,
  next,
  signInAgain,
  type Stand,
  statusOf,
  type Walker,
} from './walk.js';

const second = 1000;

describe("an interview's end", () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  const words = answersOf('strong');
  const reportsOf = ({ applicationId }: Walker) =>
    app.database.read(ReportRow).countBy({ applicationId });
  const happened = (walker: Walker, name: string) =>
    app.database.read(EventRow).countBy({ subjectId: walker.applicationId, name });

  it('is harmless when said twice, also at once: one report, one card', async () => {
    const walker = await interviewing(stand);
    await answerInText(stand, walker, words[0] ?? '');
    await next(stand, walker);
    await answerInText(stand, walker, words[1] ?? '');
    await Promise.all(Array.from({ length: 4 }, () => handIn(stand, walker)));
    await handIn(stand, walker);
    await app.drainJobs();
    expect(await happened(walker, 'InterviewCompleted')).to.equal(1);
    expect(await reportsOf(walker)).to.equal(1);
    expect(await cardsOf(stand, stand.hr, 'approval', walker)).to.have.length(1);
    await refused(next(stand, walker), 'interviewClosed');
  });

  it('leaves questions that were not answered unanswered', async () => {
    const walker = await interviewing(stand);
    await answerInText(stand, walker, words[0] ?? '');
    await handIn(stand, walker);
    await app.drainJobs();
    const { answers } = await reportOf(stand, walker);
    expect(answers.map((answer) => answer.gate)).to.deep.equal([null, 'empty']);
  });

  it('does not let a typed answer be rewritten after it was used', async () => {
    const walker = await interviewing(stand);
    const { attemptId } = await begin(stand, walker);
    await finishAttempt(stand, walker, attemptId, { text: words[0] ?? '' });
    const input = { attemptId, text: '改过的' };
    await app.api(routes.writeTranscript, input, walker.session);
    await choose(stand, walker, attemptId);
    await refused(app.api(routes.writeTranscript, input, walker.session), 'interviewClosed');
    await handIn(stand, walker);
    await refused(app.api(routes.writeTranscript, input, walker.session), 'interviewClosed');
  });

  it('comes with the deadline: what was answered counts', async () => {
    const walker = await interviewing(stand);
    await answerInText(stand, walker, words[0] ?? '');
    const { deadline } = await interviewOf(stand, walker);
    app.clock.set(deadline - hour);
    await app.drainJobs();
    expect((await interviewOf(stand, walker)).state).to.equal('running');
    app.clock.set(deadline + second);
    await refused(next(stand, walker), 'interviewClosed');
    await app.drainJobs();
    await signInAgain(stand);
    expect((await fileOf(stand, walker)).stage).to.equal('review');
    expect(await reportsOf(walker)).to.equal(1);
  });

  it('is an invitation that ran out when nothing was answered', async () => {
    const walker = await invited(stand);
    const begun = await interviewing(stand);
    const { deadline } = await interviewOf(stand, begun);
    app.clock.set(deadline - 12 * hour);
    await app.drainJobs();
    expect((await cardsOf(stand, walker, 'notice')).length, 'reminded once').to.equal(2);
    app.clock.set(deadline + second);
    await app.drainJobs();
    for (const one of [walker, begun]) {
      expect((await interviewOf(stand, one)).state).to.equal('expired');
      expect((await cardOf(stand, one, 'invitation')).state).not.to.equal('done');
      expect(await reportsOf(one)).to.equal(0);
    }
    await refused(next(stand, begun), 'interviewClosed');
  });

  it('is cancelled with the application; nothing follows', async () => {
    const walker = await interviewing(stand);
    await answerInText(stand, walker, words[0] ?? '');
    await app.api(routes.withdraw, {}, walker.session);
    await refused(next(stand, walker), 'interviewClosed');
    await refused(handIn(stand, walker), 'interviewClosed');
    await app.drainJobs();
    expect(await statusOf(stand, walker)).to.include({ outcome: 'withdrawn' });
    expect(await reportsOf(walker)).to.equal(0);
  });
});
