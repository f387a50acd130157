import { SettingsError } from '@zhiyu/config/area';
import { loadSettings } from '@zhiyu/config/settings';
import { makeVoice } from '@zhiyu/server/platform/voice/make-voice';
import { OpenaiVoice } from '@zhiyu/server/platform/voice/openai.voice';
import { VoiceFailure } from '@zhiyu/server/platform/voice/synthetic-voice';
import { expect } from 'chai';
import { inspect } from 'node:util';
import { startVoiceEmulator, type VoiceEmulator } from '../emulators/voice.emulator.js';
import { anMp3 } from '../factories/question-audio.js';

const key = 'sk-emulated-key';
const mp3 = anMp3();
const words = '请讲一次您处理退货的经历。';

describe('a synthetic voice', () => {
  let emulator: VoiceEmulator;
  let voice: OpenaiVoice;

  beforeEach(async () => {
    emulator = await startVoiceEmulator(key, mp3);
    const of = { model: 'tts-1', voice: 'alloy', timeout: 300 };
    voice = new OpenaiVoice({ base: `${emulator.base}/`, key, ...of });
  });
  afterEach(() => emulator.stop());

  async function failure(work: Promise<unknown>): Promise<string> {
    const error: unknown = await work.then(
      () => expect.fail('must fail'),
      (failed: unknown) => failed,
    );
    expect(error).to.be.instanceOf(VoiceFailure);
    expect(inspect(error), 'no key, no words').not.to.match(/sk-emulated|退货/);
    return (error as Error).message;
  }

  it('is off by default, says so, and is set as a whole or not at all', async () => {
    const none = makeVoice(loadSettings({}));
    expect(none).to.include({ name: null, host: null });
    expect(none.describe()).to.include({ on: false });
    await failure(none.read(words));
    const env = { TTS_API_BASE: 'http://127.0.0.1:9/v1', TTS_MODEL: 'tts-1' };
    expect(() => loadSettings(env)).to.throw(SettingsError, 'TTS_VOICE');
    const whole = makeVoice(loadSettings({ ...env, TTS_VOICE: 'alloy' }));
    expect(whole).to.include({ name: 'tts-1 alloy', host: '127.0.0.1:9' });
  });

  it('is asked by the OpenAI protocol and gives the bytes that came', async () => {
    expect((await voice.read(words)).equals(mp3)).to.equal(true);
    expect(emulator.requests).to.deep.equal([
      { model: 'tts-1', voice: 'alloy', input: words, response_format: 'mp3' },
    ]);
  });

  it('that refuses, is silent, says too much or is away has failed, and tells neither key nor words', async () => {
    emulator.act = () => ({ status: 429 });
    expect(await failure(voice.read(words))).to.include('429');
    emulator.act = () => 'hang';
    await failure(voice.read(words));
    emulator.act = () => ({ bytes: Buffer.alloc(3 * 1024 * 1024) });
    await failure(voice.read(words));
    await emulator.stop();
    await failure(voice.read(words));
  });
});
