import { routes } from '@zhiyu/contracts/routes';
import { EventRow } from '@zhiyu/server/platform/events/event.entity';
import { TranscriptRow } from '@zhiyu/server/interviews/entities/interview.entity';
import { expect } from 'chai';
import { startApp, type TestApp } from '../harness/app.js';
import { refused, TestSession } from '../harness/client.js';
import { sendAll } from './recording.js';
import {
  answersOf,
  aStand,
  begin,
  choose,
  currentOf,
  finishAttempt,
  handIn,
  interviewing,
  interviewOf,
  minute,
  next,
  signInAgain,
  type Stand,
  statusOf,
  type Walker,
} from './walk.js';

const second = 1000;
const text = answersOf('strong')[0] ?? '';

describe('the time of an answer', () => {
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    app = await startApp();
    stand = await aStand(app);
  });
  after(() => app.stop());
  beforeEach(() => signInAgain(stand));

  const keep = (walker: Walker, attemptId: string, words: string) =>
    app.api(routes.writeTranscript, { attemptId, text: words }, walker.session);
  const wordsOpenUntil = async ({ session }: Walker) =>
    (await app.api(routes.ownPage, {}, session)).wordsOpenUntil;
  const happened = ({ applicationId: subjectId }: Walker, name: string) =>
    app.database.read(EventRow).countBy({ subjectId, name });

  describe('of a typed one', () => {
    it('is over for edits too: what was handed in in time stays', async () => {
      const walker = await interviewing(stand);
      const { attemptId, endsAt } = await begin(stand, walker);
      await finishAttempt(stand, walker, attemptId, { text: '先问清楚顾客的情况。' });
      await keep(walker, attemptId, '先问清楚顾客的情况，再看小票。');
      app.clock.set(endsAt + 6 * second);
      await refused(keep(walker, attemptId, text), 'answerTooLate');
      const [attempt] = (await currentOf(stand, walker)).attempts;
      expect(attempt?.words).to.equal('先问清楚顾客的情况，再看小票。');
    });

    it('cuts a late one to what was kept of it in time, and refuses one of which nothing was', async () => {
      const walker = await interviewing(stand);
      const { attemptId, endsAt } = await begin(stand, walker);
      await keep(walker, attemptId, '先问');
      await keep(walker, attemptId, '先问清楚。');
      expect(await app.database.read(TranscriptRow).countBy({ attemptId })).to.equal(1);
      expect(await happened(walker, 'AnswerTranscribed'), 'not given yet').to.equal(0);
      app.clock.set(endsAt + 6 * second);
      await refused(keep(walker, attemptId, `先问清楚。${text}`), 'answerTooLate');
      const done = await finishAttempt(stand, walker, attemptId, { text: `先问清楚。${text}` });
      expect(done.current?.attempts[0]).to.include({ state: 'finished', words: '先问清楚。' });
      expect(await happened(walker, 'AnswerTranscribed')).to.equal(1);
      const other = await interviewing(stand);
      const nothing = await begin(stand, other);
      app.clock.set(nothing.endsAt + 6 * second);
      await refused(finishAttempt(stand, other, nothing.attemptId, { text }), 'answerTooLate');
    });

    it('takes a late one that was finished without a network, as soon as the device is reached', async () => {
      const walker = await interviewing(stand);
      const { attemptId, endsAt } = await begin(stand, walker);
      await keep(walker, attemptId, '先问清楚。');
      app.clock.set(endsAt + 60 * minute);
      await interviewOf(stand, walker);
      app.clock.advance(90 * second);
      const done = await finishAttempt(stand, walker, attemptId, { text, offline: true });
      expect(done.current?.attempts[0]?.words).to.equal(text);
    });

    it('does not take one whose device was reached long before, or counted more time than there was', async () => {
      const walker = await interviewing(stand);
      const { attemptId, endsAt } = await begin(stand, walker);
      app.clock.set(endsAt + 10 * second);
      await interviewOf(stand, walker);
      app.clock.advance(3 * minute);
      const late = { text, offline: true };
      await refused(finishAttempt(stand, walker, attemptId, late), 'answerTooLate');
      const other = await interviewing(stand);
      const begun = await begin(stand, other);
      app.clock.set(begun.endsAt + 10 * minute);
      const longer = { ...late, durationMs: 16 * minute };
      await refused(finishAttempt(stand, other, begun.attemptId, longer), 'answerTooLate');
    });
  });

  it('that nobody finished: what arrived of it counts when the interview is handed in', async () => {
    const walker = await interviewing(stand);
    const typed = await begin(stand, walker);
    await keep(walker, typed.attemptId, text);
    await handIn(stand, walker);
    const [answer] = (await statusOf(stand, walker)).answers;
    expect(answer).to.include({ attemptId: typed.attemptId, words: text, editable: false });
    expect(await wordsOpenUntil(walker), 'nothing could be misheard').to.equal(null);
    const other = await interviewing(stand);
    const { attemptId, audioUrl } = await begin(stand, other, 'voice');
    const bytes = Buffer.alloc(9_000, 7);
    await sendAll(app, other.session, { url: audioUrl ?? '', bytes, more: true });
    await handIn(stand, other);
    const [spoken] = (await statusOf(stand, other)).answers;
    expect(spoken).to.include({ attemptId, hasMedia: true, seconds: 0 });
    expect(await wordsOpenUntil(other)).to.be.a('number');
  });

  describe('begins when the server says', () => {
    it('thinking on costs answer time, second by second, and half of it at most', async () => {
      const walker = await interviewing(stand);
      const { thinkingEndsAt } = await currentOf(stand, walker);
      app.clock.set((thinkingEndsAt ?? 0) + 5 * second - 100);
      const inTime = await begin(stand, walker, 'voice');
      expect(inTime.endsAt - inTime.serverNow).to.be.closeTo(180 * second, 100);
      expect(inTime.overrunSeconds).to.equal(0);
      const slow = await interviewing(stand);
      app.clock.advance(60 * second + 5 * second + 40 * second);
      const begun = await begin(stand, slow, 'voice');
      expect(begun.endsAt - begun.serverNow).to.be.closeTo(140 * second, 100);
      expect(begun.overrunSeconds).to.equal(40);
      const day = await interviewing(stand);
      app.clock.advance(10 * 60 * minute);
      const later = await begin(stand, day, 'voice');
      expect(later.endsAt - later.serverNow).to.be.closeTo(90 * second, 100);
    });

    it('and a second recording has the whole time again', async () => {
      const walker = await interviewing(stand);
      app.clock.advance(5 * minute);
      const first = await begin(stand, walker, 'voice');
      await finishAttempt(stand, walker, first.attemptId);
      const again = await begin(stand, walker, 'voice');
      expect(again.endsAt - again.serverNow).to.be.closeTo(180 * second, 100);
    });
  });

  it('is over with the text of who began to speak and went on by writing', async () => {
    const walker = await interviewing(stand);
    await begin(stand, walker, 'voice');
    const { attemptId } = await begin(stand, walker);
    const done = await finishAttempt(stand, walker, attemptId, { text });
    expect(done.current).to.include({ phase: 'reviewing' });
  });

  describe('on two devices', () => {
    /** The same candidate at another device. */
    async function atSecondDevice(walker: Walker): Promise<Walker> {
      const session = new TestSession();
      const { challenge } = await app.api(routes.exchange, { token: walker.token }, session);
      const digits = walker.candidate.phone.slice(-4);
      await app.api(routes.enterCode, { challenge: challenge ?? '', digits }, session);
      return { ...walker, session };
    }

    const beginAt = async (walker: Walker, mode: 'voice' | 'text', takeOver?: true) => {
      const { answerId } = await currentOf(stand, walker);
      const types = { mimeType: 'audio/wav', audioMimeType: 'audio/wav' };
      const more = takeOver ? { takeOver } : {};
      const input = { answerId, mode, ...types, ...more };
      return app.api(routes.beginAttempt, input, walker.session);
    };

    it('only one answers: the other neither begins nor ends what runs there', async () => {
      const one = await interviewing(stand);
      const two = await atSecondDevice(one);
      const begun = await beginAt(one, 'voice');
      await refused(beginAt(two, 'voice'), 'recordedElsewhere');
      await refused(beginAt(two, 'text'), 'recordedElsewhere');
      await refused(finishAttempt(stand, two, begun.attemptId), 'recordedElsewhere');
      expect((await currentOf(stand, two)).attempts.map((it) => it.here)).to.deep.equal([false]);
      expect((await currentOf(stand, one)).attempts.map((it) => it.here)).to.deep.equal([true]);
      const done = await finishAttempt(stand, one, begun.attemptId);
      expect(done.current).to.include({ phase: 'reviewing' });
      await choose(stand, two, begun.attemptId);
      await next(stand, two);
      expect((await interviewOf(stand, one)).answered).to.equal(1);
    });

    it('begun on both at the same moment, one of them is told', async () => {
      const one = await interviewing(stand);
      const two = await atSecondDevice(one);
      const both = await Promise.allSettled([beginAt(one, 'voice'), beginAt(two, 'voice')]);
      expect(both.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected']);
      expect((await currentOf(stand, one)).attempts).to.have.length(1);
    });

    it('goes on at the second when the candidate says so: the first hears of it and loses nothing', async () => {
      const one = await interviewing(stand);
      const two = await atSecondDevice(one);
      const first = await beginAt(one, 'voice');
      const bytes = Buffer.alloc(9_000, 7);
      const url = first.audioUrl ?? '';
      await sendAll(app, one.session, { url, bytes: bytes.subarray(0, 5_000), more: true });
      const taken = await beginAt(two, 'voice', true);
      expect(taken.attemptId).not.to.equal(first.attemptId);
      expect(taken.endsAt - taken.serverNow).to.be.closeTo(180 * second, 100);
      expect(await happened(one, 'AnswerMoved')).to.equal(1);
      await refused(beginAt(one, 'voice'), 'recordedElsewhere');
      await sendAll(app, one.session, { url, bytes, from: 5_000 });
      const kept = await finishAttempt(stand, one, first.attemptId, { durationMs: 20_000 });
      expect(kept.current).to.include({ phase: 'answering' });
      await finishAttempt(stand, two, taken.attemptId, { durationMs: 30_000 });
      const { attempts } = await currentOf(stand, two);
      expect(attempts.map((it) => [it.state, it.hasMedia, it.seconds])).to.deep.equal([
        ['finished', true, 20],
        ['finished', false, 30],
      ]);
      await choose(stand, two, first.attemptId);
    });

    it('writing goes on with the words and the time of the first', async () => {
      const one = await interviewing(stand);
      const two = await atSecondDevice(one);
      const first = await beginAt(one, 'text');
      await keep(one, first.attemptId, '先问清楚。');
      app.clock.advance(minute);
      const other = await beginAt(two, 'text', true);
      expect(other.endsAt).to.equal(first.endsAt);
      const { attempts } = await currentOf(stand, two);
      expect(attempts[0]).to.include({ words: '先问清楚。', here: false });
    });

    it('a minute after the end the other may hand in what arrived', async () => {
      const one = await interviewing(stand);
      const two = await atSecondDevice(one);
      const { attemptId, endsAt } = await beginAt(one, 'voice');
      app.clock.set(endsAt + 50 * second);
      await refused(finishAttempt(stand, two, attemptId), 'recordedElsewhere');
      app.clock.set(endsAt + 61 * second);
      expect((await finishAttempt(stand, two, attemptId)).current?.phase).to.equal('reviewing');
    });
  });
});
