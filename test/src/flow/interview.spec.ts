import { routes } from '@zhiyu/contracts/routes';
import { EventRow } from '@zhiyu/server/platform/events/event.entity';
import { ReportRow } from '@zhiyu/server/scoring/report.entity';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { cardOf, cardsOf, textOf } from './look.js';
import {
  allConsents,
  answerInText,
  answersOf,
  aStand,
  begin,
  choose,
  currentOf,
  day,
  finishAttempt,
  handIn,
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

describe('the interview', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  const words = answersOf('strong');
  const agree = (walker: Walker, change: Partial<typeof allConsents>) =>
    app.api(routes.giveConsents, { ...allConsents, ...change }, walker.session);
  const reportsOf = ({ applicationId }: Walker) =>
    app.database.read(ReportRow).countBy({ applicationId });
  const happened = (walker: Walker, name: string) =>
    app.database.read(EventRow).countBy({ subjectId: walker.applicationId, name });

  describe('consent', () => {
    it('asks no question before the candidate agreed to automated assessment', async () => {
      const walker = await invited(stand);
      await refused(next(stand, walker), 'consentMissing');
      await agree(walker, { automatedAssessment: false });
      await refused(next(stand, walker), 'consentMissing');
    });

    it('runs no assessment when it is refused: HR hears of it and the candidate gets a date', async () => {
      const walker = await invited(stand);
      await agree(walker, { automatedAssessment: false });
      await app.drainJobs();
      const card = await cardOf(stand, stand.hr, 'notice', walker);
      expect(textOf(card)).to.include(walker.candidate.name);
      const { promises } = await statusOf(stand, walker);
      const open = promises.filter((promise) => promise.keptAt === null);
      expect(open).to.have.length(1);
      expect(open[0]?.dueAt).to.be.greaterThan(app.clock.now());
      await agree(walker, { automatedAssessment: false });
      await app.drainJobs();
      expect(await cardsOf(stand, stand.hr, 'notice', walker), 'asked once').to.have.length(1);
      const later = (await statusOf(stand, walker)).promises;
      expect(later.filter((one) => one.keptAt === null).map((one) => one.dueAt)).to.deep.equal(
        open.map((one) => one.dueAt),
      );
      expect(later.filter((one) => one.keptAt !== null)).to.have.length(1);
    });

    it('assesses nothing when consent is taken back in the middle, also not what was answered', async () => {
      const walker = await interviewing(stand);
      await answerInText(stand, walker, words[0] ?? '');
      await agree(walker, { automatedAssessment: false });
      await refused(next(stand, walker), 'consentMissing');
      await handIn(stand, walker);
      await app.drainJobs();
      expect(await reportsOf(walker)).to.equal(0);
      expect(await cardsOf(stand, stand.hr, 'notice', walker)).to.have.length(1);
    });

    it('records nobody who refused: camera and voice are refused, text goes on', async () => {
      const walker = await interviewing(stand, { ...allConsents, recording: false });
      await refused(begin(stand, walker, 'camera'), 'consentMissing');
      await refused(begin(stand, walker, 'voice'), 'consentMissing');
      await answerInText(stand, walker, words[0] ?? '');
      expect((await interviewOf(stand, walker)).answered).to.equal(1);
    });
  });

  describe('time', () => {
    it("is the server's: thinking and answering end when it says, after a reload too", async () => {
      const walker = await interviewing(stand);
      const thinking = await currentOf(stand, walker);
      expect(thinking).to.include({ index: 0, phase: 'thinking', thinkingSeconds: 60 });
      expect(thinking.thinkingEndsAt).to.be.closeTo(app.clock.now() + 60 * second, second);
      app.clock.advance(20 * second);
      await next(stand, walker);
      const reloaded = await currentOf(stand, walker);
      expect(reloaded, 'the same question, its time runs on').to.deep.equal(thinking);
      const begun = await begin(stand, walker);
      expect(begun.endsAt - begun.serverNow, 'writing has twice the time').to.be.closeTo(
        2 * 180 * second,
        100,
      );
      app.clock.advance(30 * second);
      const state = await interviewOf(stand, walker);
      expect(state.current).to.include({ phase: 'answering', answerEndsAt: begun.endsAt });
      expect(begun.endsAt - state.serverNow).to.be.closeTo(330 * second, second);
      const voice = await interviewing(stand);
      const spoken = await begin(stand, voice, 'voice');
      expect(spoken.endsAt - spoken.serverNow).to.be.closeTo(180 * second, 100);
    });

    it('takes no text after the end, but takes one that was finished without a network', async () => {
      const walker = await interviewing(stand);
      const { attemptId, endsAt } = await begin(stand, walker);
      app.clock.set(endsAt + 4 * second);
      await finishAttempt(stand, walker, attemptId, { text: words[0] ?? '' });
      const late = await interviewing(stand);
      const begun = await begin(stand, late);
      app.clock.set(begun.endsAt + 6 * second);
      const text = words[0] ?? '';
      await refused(finishAttempt(stand, late, begun.attemptId, { text }), 'answerTooLate');
      await finishAttempt(stand, late, begun.attemptId, { text, offline: true });
      await choose(stand, late, begun.attemptId);
      const days = await interviewing(stand);
      const old = await begin(stand, days);
      app.clock.set(old.endsAt + day + second);
      const offline = { text, offline: true };
      await refused(finishAttempt(stand, days, old.attemptId, offline), 'answerTooLate');
    });

    it('counts no more seconds of speech than there were', async () => {
      const walker = await interviewing(stand);
      const { attemptId } = await begin(stand, walker, 'voice');
      const done = await finishAttempt(stand, walker, attemptId, { durationMs: 3_000_000 });
      expect(done.current?.attempts[0]?.seconds).to.equal(185);
    });
  });

  describe('attempts', () => {
    it('go on when they are begun again in the same way, also twice at once', async () => {
      const walker = await interviewing(stand);
      const [one, two] = await Promise.all([
        begin(stand, walker, 'camera'),
        begin(stand, walker, 'camera'),
      ]);
      const three = await begin(stand, walker, 'camera');
      expect(two.attemptId).to.equal(one.attemptId);
      expect(three).to.deep.include({ attemptId: one.attemptId, endsAt: one.endsAt });
      expect([three.videoUrl, three.audioUrl]).to.deep.equal([one.videoUrl, one.audioUrl]);
      expect((await currentOf(stand, walker)).attempts).to.have.length(1);
    });

    it('may be made again as often as the plan says, in another way too; one is chosen', async () => {
      const walker = await interviewing(stand);
      expect((await currentOf(stand, walker)).attemptsLeft).to.equal(2);
      const first = await begin(stand, walker, 'voice');
      await finishAttempt(stand, walker, first.attemptId);
      const again = await begin(stand, walker, 'text');
      await finishAttempt(stand, walker, again.attemptId, { text: words[0] ?? '' });
      const current = await currentOf(stand, walker);
      expect(current).to.include({ phase: 'reviewing', attemptsLeft: 0 });
      await refused(begin(stand, walker, 'text'), 'attemptsUsed');
      await choose(stand, walker, first.attemptId);
      expect((await interviewOf(stand, walker)).answered).to.equal(1);
      await handIn(stand, walker);
      const { answers } = await statusOf(stand, walker);
      expect(answers.map((answer) => answer.attemptId)).to.deep.equal([first.attemptId]);
    });

    it('are not undone by one that ends after another was chosen', async () => {
      const walker = await interviewing(stand);
      const { answerId } = await currentOf(stand, walker);
      const first = await begin(stand, walker, 'voice');
      await finishAttempt(stand, walker, first.attemptId);
      const second_ = await begin(stand, walker, 'text');
      const use = { answerId, attemptId: first.attemptId };
      await app.api(routes.chooseAttempt, use, walker.session);
      await finishAttempt(stand, walker, second_.attemptId, { text: words[1] ?? '' });
      await handIn(stand, walker);
      const { answers } = await statusOf(stand, walker);
      expect(answers.map((answer) => answer.attemptId)).to.deep.equal([first.attemptId]);
    });

    it('are finished and chosen once, however often it is said', async () => {
      const walker = await interviewing(stand);
      const { answerId } = await currentOf(stand, walker);
      const { attemptId } = await begin(stand, walker);
      await finishAttempt(stand, walker, attemptId, { text: words[0] ?? '' });
      await finishAttempt(stand, walker, attemptId, { text: '别的' });
      const use = { answerId, attemptId };
      const choices = Array.from({ length: 4 }, () =>
        app.api(routes.chooseAttempt, use, walker.session),
      );
      await Promise.all(choices);
      await handIn(stand, walker);
      const { answers } = await statusOf(stand, walker);
      expect(answers[0]?.words).to.equal(words[0]);
      expect(await happened(walker, 'AnswerRecorded')).to.equal(1);
    });

    it('do not reach into questions that are not open, nor into interviews of others', async () => {
      const walker = await interviewing(stand);
      const other = await interviewing(stand);
      const { answerId } = await currentOf(stand, walker);
      const input = { answerId, mode: 'text' as const, mimeType: '', audioMimeType: '' };
      await refused(app.api(routes.beginAttempt, input, other.session), 'questionNotOpen');
      const { attemptId } = await begin(stand, walker);
      await refused(finishAttempt(stand, other, attemptId, { text: '我' }), 'notFound');
      const words_ = { attemptId, text: '我' };
      await refused(app.api(routes.writeTranscript, words_, other.session), 'notFound');
    });
  });

  it('keeps the question that a candidate has not opened to itself', async () => {
    const walker = await interviewing(stand);
    const shown = JSON.stringify(await interviewOf(stand, walker));
    const { questions } = stand.position.content;
    expect(shown).to.include(questions[0]?.text.zh ?? '-');
    expect(shown).not.to.include(questions[1]?.text.zh ?? '-');
  });
});
