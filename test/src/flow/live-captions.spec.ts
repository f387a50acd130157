import { routes } from '@zhiyu/contracts/routes';
import { TranscriptRow } from '@zhiyu/server/interviews/entities/interview.entity';
import { expect } from 'chai';
import {
  type EmulatedAnswer,
  isPiece,
  type SpeechEmulator,
  type SpeechRequest,
  startSpeechEmulator,
} from '../emulators/speech.emulator.js';
import { synthesise, withSilences } from '../factories/speech.js';
import { startApp, type TestApp } from '../harness/app.js';
import { refused } from '../harness/client.js';
import { offsetOf, sendAll } from './recording.js';
import {
  allConsents,
  aStand,
  begin,
  finishAttempt,
  interviewing,
  interviewOf,
  type Stand,
  statusOf,
  type Walker,
} from './walk.js';

const key = 'loopback key';
const second = 32_000;

describe('live captions by the server’s engine', function () {
  this.timeout(20_000);
  let sound: Buffer;
  let piece: (request: SpeechRequest) => EmulatedAnswer | Promise<EmulatedAnswer>;
  let emulator: SpeechEmulator;
  let app: TestApp;
  let stand: Stand;

  before(async () => {
    sound = withSilences([await synthesise('我先请顾客坐下'), 12]);
    emulator = await startSpeechEmulator({
      key,
      answer: (request) => (isPiece(request) ? piece(request) : { text: '整段：我先请顾客坐下' }),
    });
    const env = { SPEECH_DRIVER: 'openai', SPEECH_API_BASE: emulator.base, SPEECH_API_KEY: key };
    app = await startApp({ env });
    stand = await aStand(app);
  });
  after(async () => {
    await app.stop();
    await emulator.stop();
  });
  beforeEach(() => {
    piece = () => ({ text: '我先请顾客坐下' });
  });

  const pieces = () => emulator.requests.filter(isPiece);

  interface Speaking {
    walker: Walker;
    attemptId: string;
    url: string;
    heard: () => Promise<{ text: string; state: string }>;
    /** So many seconds of the sound have arrived. */
    arrived: (from: number, to: number) => Promise<void>;
    until: (fits: (heard: { text: string; state: string }) => boolean) => Promise<void>;
  }

  async function speaking(consents = allConsents): Promise<Speaking> {
    const walker = await interviewing(stand, consents);
    const { attemptId, audioUrl } = await begin(stand, walker, 'voice');
    const url = audioUrl ?? '';
    const heard = () => app.api(routes.heardSoFar, { attemptId }, walker.session);
    const arrived = async (from: number, to: number) => {
      const bytes = sound.subarray(0, to * second);
      await sendAll(app, walker.session, { url, bytes, from: from * second, more: true });
    };
    const until = async (fits: Parameters<Speaking['until']>[0]) => {
      for (let tries = 0; tries < 400; tries++) {
        if (fits(await heard())) {
          return;
        }
        await new Promise((done) => setTimeout(done, 25));
      }
      throw new Error('the captions never said so');
    };
    return { walker, attemptId, url, heard, arrived, until };
  }

  it('words of what has arrived are seen while the recording runs, and nothing is asked of it', async () => {
    const { walker, heard, arrived, until, url } = await speaking();
    expect((await interviewOf(stand, walker)).captions).to.equal('engine');
    expect(await heard(), 'nothing yet').to.deep.equal({ text: '', state: 'listening' });
    await arrived(0, 3);
    await until(({ text }) => text === '我先请顾客坐下');
    const [first] = pieces();
    expect(first?.language).to.equal('zh');
    expect(await first?.seconds()).to.be.within(2.5, 3.1);
    expect(await offsetOf(app.base, walker.session, url)).to.equal(3 * second);
  });

  it('one piece at a time; without new sound the engine is not asked', async () => {
    let running = 0;
    let most = 0;
    piece = async () => {
      most = Math.max(most, (running += 1));
      await new Promise((done) => setTimeout(done, 60));
      running -= 1;
      return { text: '我先请' };
    };
    const { heard, arrived, until } = await speaking();
    await arrived(0, 4);
    await Promise.all([heard(), heard(), heard()]);
    await until(({ text }) => text === '我先请');
    const asked = pieces().length;
    for (let again = 0; again < 10; again++) {
      await heard();
    }
    expect(most).to.equal(1);
    expect(pieces().length).to.equal(asked);
  });

  it('when finished, the words stand as the engine’s first version until the whole is heard; the correction stands above both', async () => {
    const { walker, attemptId, arrived, until } = await speaking();
    await arrived(0, 4);
    await until(({ text }) => text !== '');
    await finishAttempt(stand, walker, attemptId);
    const before = (await interviewOf(stand, walker)).current?.attempts[0];
    expect(before).to.include({ words: '我先请顾客坐下', wordsFrom: 'engine' });
    expect(before?.recognition).to.equal('pending');
    await app.drainJobs();
    const whole = (await interviewOf(stand, walker)).current?.attempts[0];
    expect(whole).to.include({ words: '整段：我先请顾客坐下', recognition: 'done' });
    const corrected = { attemptId, text: '我先请两位顾客坐下' };
    await app.api(routes.writeTranscript, corrected, walker.session);
    const after = (await interviewOf(stand, walker)).current?.attempts[0];
    expect(after).to.include({ words: corrected.text, wordsFrom: 'candidate' });
    const kept = await app.database.read(TranscriptRow).findBy({ attemptId });
    expect(kept.map((one) => [one.origin, one.engine])).to.have.deep.members([
      ['engine', 'openai whisper-1 live'],
      ['engine', 'openai whisper-1'],
      ['candidate', null],
    ]);
    // The page may ask once more while the recording ends.
    const late = await app.api(routes.heardSoFar, { attemptId }, walker.session);
    expect(late).to.deep.equal({ text: '', state: 'over' });
  });

  it('an engine that fails stops the captions, never the recording or its words', async () => {
    piece = () => ({ status: 503 });
    const { walker, attemptId, arrived, until } = await speaking();
    for (let at = 0; at < 3; at++) {
      const before = pieces().length;
      await arrived(at * 3, at * 3 + 3);
      await until(({ state }) => pieces().length > before || state === 'stopped');
    }
    await until(({ state, text }) => state === 'stopped' && text === '');
    await finishAttempt(stand, walker, attemptId);
    await app.drainJobs();
    const attempt = (await interviewOf(stand, walker)).current?.attempts[0];
    expect(attempt).to.include({ words: '整段：我先请顾客坐下', wordsFrom: 'engine' });
  });

  it('without consent to transcription nothing is heard', async () => {
    const asked = emulator.requests.length;
    const { walker, heard, arrived } = await speaking({ ...allConsents, transcription: false });
    expect((await interviewOf(stand, walker)).captions).to.equal(null);
    await arrived(0, 3);
    await refused(heard(), 'consentMissing');
    expect(emulator.requests.length).to.equal(asked);
  });

  it('another candidate does not hear it', async () => {
    const { attemptId, arrived, until } = await speaking();
    await arrived(0, 3);
    await until(({ text }) => text !== '');
    const other = await interviewing(stand);
    await refused(app.api(routes.heardSoFar, { attemptId }, other.session), 'notFound');
    expect((await statusOf(stand, other)).answers).to.deep.equal([]);
  });

  it('where there is no engine, it says so', async () => {
    const plain = await startApp();
    const of = await aStand(plain);
    const walker = await interviewing(of);
    const { attemptId } = await begin(of, walker, 'voice');
    expect((await interviewOf(of, walker)).captions).to.equal(null);
    await refused(plain.api(routes.heardSoFar, { attemptId }, walker.session), 'engineMissing');
    await plain.stop();
  });
});
