import { routes } from '@zhiyu/contracts/routes';
import { expect } from 'chai';
import {
  type EmulatedEar,
  isPiece,
  spoken,
  startSpeechEmulator,
  type SpeechEmulator,
} from '../emulators/speech.emulator.js';
import { withSilences } from '../factories/speech.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { reportOf } from './look.js';
import { sendAll } from './recording.js';
import {
  answerInText,
  answersOf,
  aStand,
  begin,
  choose,
  finishAttempt,
  handIn,
  interviewing,
  interviewOf,
  minute,
  next,
  type Stand,
  type Walker,
} from './walk.js';

const key = 'loopback key';
const strong = answersOf('strong');

describe('a recording that nobody can hear', () => {
  let ear: EmulatedEar;
  let emulator: SpeechEmulator;
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    emulator = await startSpeechEmulator({
      key,
      answer: (request) => (isPiece(request) ? { segments: [] } : ear(request)),
    });
    const env = { SPEECH_DRIVER: 'openai', SPEECH_API_BASE: emulator.base, SPEECH_API_KEY: key };
    app = await startApp({ env });
    stand = await aStand(app);
  });
  after(async () => {
    await app.stop();
    await emulator.stop();
  });

  /** Answers the open question by voice and uses it; the engine has had its turn when this ends. */
  async function speak(walker: Walker): Promise<string> {
    const { attemptId, audioUrl } = await begin(stand, walker, 'voice');
    const bytes = withSilences([3]);
    await sendAll(app, walker.session, { url: audioUrl ?? '', bytes, length: 200_000 });
    await finishAttempt(stand, walker, attemptId);
    await choose(stand, walker, attemptId);
    await app.drainJobs();
    app.clock.advance(1_000);
    return attemptId;
  }

  /** The first answer was spoken and not heard, the second written. */
  async function unheardFirst(): Promise<{ walker: Walker; answerId: string; attemptId: string }> {
    const walker = await interviewing(stand);
    const { current } = await interviewOf(stand, walker);
    const attemptId = await speak(walker);
    await next(stand, walker);
    await answerInText(stand, walker, strong[1] ?? '');
    return { walker, answerId: current?.answerId ?? '', attemptId };
  }

  const again = ({ session }: Walker, answerId: string) =>
    app.api(routes.answerAgain, { answerId }, session);

  it('is asked again for its one question, with the whole time, and only the new answer counts', async () => {
    ear = () => ({ segments: [] });
    const { walker, answerId } = await unheardFirst();
    const before = await interviewOf(stand, walker);
    expect(before).to.deep.include({ answered: 2, current: null });
    expect(before.unheard).to.deep.equal([{ answerId, index: 0 }]);
    ear = () => spoken(strong[0] ?? '', 28);
    const open = await again(walker, answerId);
    expect(open.current).to.include({ answerId, phase: 'thinking', attemptsLeft: 1 });
    const { thinkingEndsAt, thinkingSeconds } = open.current ?? {};
    expect(thinkingEndsAt).to.be.closeTo(open.serverNow + (thinkingSeconds ?? 0) * 1000, 500);
    expect(await again(walker, answerId), 'the same once more changes nothing').to.deep.include({
      unheard: [],
      answered: 1,
    });
    const attemptId = await speak(walker);
    const after = await interviewOf(stand, walker);
    expect(after).to.deep.include({ answered: 2, current: null, unheard: [] });
    await handIn(stand, walker);
    await app.drainJobs();
    const { answers } = await reportOf(stand, walker);
    expect(answers.map(({ gate }) => gate)).to.deep.equal([null, null]);
    expect(answers[0]?.attemptId).to.equal(attemptId);
  });

  it('as no program can read it, is asked again as well', async () => {
    ear = () => ({ status: 400 });
    const { walker, answerId } = await unheardFirst();
    const { unheard } = await interviewOf(stand, walker);
    expect(unheard).to.deep.equal([{ answerId, index: 0 }]);
  });

  it('is not one where the engine was away, or where the candidate has written the words', async () => {
    ear = () => ({ status: 503 });
    const away = await unheardFirst();
    expect((await interviewOf(stand, away.walker)).unheard).to.deep.equal([]);
    ear = () => ({ segments: [] });
    const written = await unheardFirst();
    const words = { attemptId: written.attemptId, text: strong[0] ?? '' };
    const after = await app.api(routes.writeTranscript, words, written.walker.session);
    expect(after.unheard).to.deep.equal([]);
    await refused(again(written.walker, written.answerId), 'questionNotOpen');
  });

  it('is asked again a bounded number of times, never while another question is open or after handing in', async () => {
    ear = () => ({ segments: [] });
    const other = await unheardFirst();
    const { walker, answerId } = await unheardFirst();
    let times = 0;
    while ((await interviewOf(stand, walker)).unheard.length > 0 && times < 9) {
      await again(walker, answerId);
      times += 1;
      await refused(again(walker, other.answerId), 'questionNotOpen');
      await speak(walker);
    }
    expect(times).to.be.within(2, 3);
    await refused(again(walker, answerId), 'questionNotOpen');
    await handIn(stand, other.walker);
    await refused(again(other.walker, other.answerId), 'questionNotOpen');
  });

  it('left open and not answered, the first recording stays the answer', async () => {
    ear = () => ({ segments: [] });
    const { walker, answerId, attemptId } = await unheardFirst();
    await again(walker, answerId);
    app.clock.advance(minute);
    await handIn(stand, walker);
    await app.drainJobs();
    const { answers } = await reportOf(stand, walker);
    expect(answers[0]?.attemptId).to.equal(attemptId);
  });
});
