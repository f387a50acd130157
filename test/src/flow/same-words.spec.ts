import type { AnswerMode } from '@zhiyu/contracts/interview';
import type { PositionContent } from '@zhiyu/contracts/position';
import { expect } from 'chai';
import {
  type EmulatedEar,
  spoken,
  startSpeechEmulator,
  type SpeechEmulator,
} from '../emulators/speech.emulator.js';
import { wavOf } from '../factories/speech.js';
import { startApp, type TestApp } from '../harness/app.js';
import { reportOf } from './look.js';
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
  next,
  type Stand,
  type Walker,
} from './walk.js';

const key = 'loopback key';
/** Thirty seconds of a low tone: what is heard in it the emulator says. */
const sound = wavOf(Float32Array.from({ length: 30 * 16_000 }, (_, n) => Math.sin(n / 20) / 4));

const followedUp = (content: PositionContent): PositionContent => ({
  ...content,
  plan: { ...content.plan, followUps: 2 },
});

describe('the same words', function () {
  // Six answers a test are recorded, measured and heard.
  this.timeout(90_000);
  let ear: EmulatedEar;
  let emulator: SpeechEmulator;
  let app: TestApp;
  let stand: Stand;
  before(async () => {
    emulator = await startSpeechEmulator({ key, answer: (request) => ear(request) });
    const env = { SPEECH_DRIVER: 'openai', SPEECH_API_BASE: emulator.base, SPEECH_API_KEY: key };
    app = await startApp({ env });
    stand = await aStand(app);
  });
  after(async () => {
    await app.stop();
    await emulator.stop();
  });

  /** Says or writes the open question's answer. @returns the attempt */
  async function give(of: Stand, walker: Walker, mode: AnswerMode, text: string): Promise<string> {
    const { attemptId, videoUrl, audioUrl } = await begin(of, walker, mode);
    if (mode === 'text') {
      await finishAttempt(of, walker, attemptId, { text });
      return attemptId;
    }
    for (const url of [videoUrl, audioUrl]) {
      if (url !== null) {
        await sendAll(app, walker.session, { url, bytes: sound, length: 200_000 });
      }
    }
    await finishAttempt(of, walker, attemptId);
    return attemptId;
  }

  async function scoresBy(mode: AnswerMode, answers: string[]) {
    const walker = await interviewing(stand);
    for (const text of answers) {
      ear = () => spoken(text, 28, 1);
      await next(stand, walker);
      await choose(stand, walker, await give(stand, walker, mode, text));
      await app.drainJobs();
    }
    await handIn(stand, walker);
    await app.drainJobs();
    const { total, dimensions, answers: read } = await reportOf(stand, walker);
    expect(read.map((one) => one.mode)).to.deep.equal(answers.map(() => mode));
    const scored = dimensions.map(({ code, value, level, verdict, evidence }) => ({
      ...{ code, value, level, verdict },
      quotes: evidence.map(({ quote }) => quote),
    }));
    const { value, verdict, coverage } = total;
    const errors = [total, ...dimensions].map((one) => one.standardError ?? 0);
    return { scores: { total: { value, verdict, coverage }, scored }, errors };
  }

  for (const grade of ['strong', 'middling', 'weak'] as const) {
    it(`score the same by camera, by voice and written: a ${grade} interview`, async () => {
      const answers = answersOf(grade);
      const written = await scoresBy('text', answers);
      const voice = await scoresBy('voice', answers);
      expect(written.scores.total.value).not.to.equal(null);
      expect(voice.scores).to.deep.equal(written.scores);
      expect(await scoresBy('camera', answers)).to.deep.equal(voice);
      // What the recogniser was unsure of widens the error and nothing else.
      for (const [at, error] of voice.errors.entries()) {
        expect(error).to.be.within(written.errors[at] ?? 0, (written.errors[at] ?? 0) + 0.5);
      }
    });
  }

  it('get the same follow-up when they are spoken, also when the engine is a moment behind', async () => {
    const of = await aStand(app, followedUp);
    const text =
      '去年十二月一位阿姨来退剪了吊牌的羽绒服，我们请她坐下，跟她解释了规定，换了大一码，最后她满意地走了，前后十分钟。';
    ear = () => spoken(text, 28, 1);
    const seen: string[] = [];
    for (const mode of ['text', 'voice', 'camera'] as const) {
      const walker = await interviewing(of);
      await choose(of, walker, await give(of, walker, mode, text));
      const waiting = await interviewOf(of, walker);
      expect(waiting.decidingUntil !== null, `${mode} waits for its words`).to.equal(
        mode !== 'text',
      );
      expect((waiting.decidingUntil ?? 0) - waiting.serverNow).to.be.at.most(2000);
      await app.drainJobs();
      expect((await interviewOf(of, walker)).decidingUntil).to.equal(null);
      await next(of, walker);
      const current = await currentOf(of, walker);
      expect(current.kind).to.equal('followUp');
      seen.push(current.text);
    }
    expect(new Set(seen).size).to.equal(1);
  });

  it('that come too late change nothing: the planned question goes on', async () => {
    const of = await aStand(app, followedUp);
    ear = () => spoken('我们一起把问题解决了，我们都很高兴，顾客最后也满意了。', 28, 1);
    const walker = await interviewing(of);
    await choose(of, walker, await give(of, walker, 'voice', ''));
    app.clock.advance(2001);
    expect((await interviewOf(of, walker)).decidingUntil).to.equal(null);
    await next(of, walker);
    await app.drainJobs();
    expect(await currentOf(of, walker)).to.include({ kind: 'planned', index: 1 });
    expect((await interviewOf(of, walker)).questionCount).to.equal(2);
  });
});
