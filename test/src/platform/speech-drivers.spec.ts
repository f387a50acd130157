import { loadSettings } from '@zhiyu/config/settings';
import { AppError } from '@zhiyu/contracts/errors';
import { makeSpeech } from '@zhiyu/server/platform/speech/make-speech';
import { OpenaiSpeech } from '@zhiyu/server/platform/speech/openai.speech';
import { SherpaSpeech } from '@zhiyu/server/platform/speech/sherpa.speech';
import { SpeechFailure } from '@zhiyu/server/platform/speech/speech';
import { expect } from 'chai';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import {
  type EmulatedEar,
  inOrder,
  type SpeechEmulator,
  spoken,
  startSpeechEmulator,
} from '../emulators/speech.emulator.js';
import { wavOf } from '../factories/speech.js';

const key = 'sk-emulated-key';
const tone = wavOf(Float32Array.from({ length: 16_000 }, (_, at) => Math.sin(at / 8) / 2));
const audio = { bytes: tone, mimeType: 'audio/wav;codecs=1', locale: 'zh' } as const;

/** What a promise failed with. */
async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.fail('must fail'),
    (error: unknown) => error,
  );
}

describe('speech settings', () => {
  it('make the driver that they name, and none by default', () => {
    expect(makeSpeech(loadSettings({})).driver).to.equal('none');
    const openai = { SPEECH_DRIVER: 'openai', SPEECH_API_BASE: 'http://127.0.0.1:9/v1' };
    expect(makeSpeech(loadSettings(openai)).driver).to.equal('openai');
    const sherpa = { SPEECH_DRIVER: 'sherpa', SPEECH_MODEL_DIR: '/nowhere' };
    expect(makeSpeech(loadSettings(sherpa)).driver).to.equal('sherpa');
  });
});

describe('no speech engine', () => {
  it('says that it is off and refuses to recognise', async () => {
    const speech = makeSpeech(loadSettings({}));
    expect(speech.available).to.be.false;
    expect(speech.describe()).to.include({ on: false });
    expect(await failureOf(speech.transcribe(audio))).to.include({ code: 'engineMissing' });
  });
});

describe('openai speech', () => {
  let emulator: SpeechEmulator | undefined;

  async function listening(answer: EmulatedEar, given = key): Promise<OpenaiSpeech> {
    emulator = await startSpeechEmulator({ key, answer });
    return new OpenaiSpeech({
      base: `${emulator.base}/`,
      key: given,
      model: 'whisper-1',
      pause: 1,
    });
  }

  afterEach(async () => {
    await emulator?.stop();
    emulator = undefined;
  });

  it('gives segments with times and a confidence', async () => {
    const speech = await listening(inOrder([spoken('我先数钱，再核对。', 6)]));
    const { segments, engine } = await speech.transcribe(audio);
    expect(segments.map((one) => one.text)).to.deep.equal(['我先数钱，', '再核对。']);
    expect(segments[0]).to.include({ from: 0 });
    expect(segments[1]?.to).to.be.closeTo(6, 0.001);
    expect(segments[0]?.confidence).to.be.closeTo(Math.exp(-0.1), 1e-9);
    expect(engine).to.equal('openai whisper-1');
  });

  it('sends the audio as it is, with model, language and a file name that fits', async () => {
    const speech = await listening(() => ({ text: '好' }));
    await speech.transcribe({ ...audio, locale: 'ja' });
    const request = emulator!.requests[0]!;
    expect(request.audio.equals(tone)).to.be.true;
    expect(request).to.include({ model: 'whisper-1', language: 'ja', fileName: 'answer.wav' });
    expect(await request.seconds()).to.equal(1);
  });

  it('takes a reply without segments as one piece without times', async () => {
    const speech = await listening(() => ({ text: '只有文字。' }));
    const { segments } = await speech.transcribe(audio);
    expect(segments).to.deep.equal([
      { text: '只有文字。', from: null, to: null, confidence: null },
    ]);
  });

  it('says nothing where nothing was heard', async () => {
    const speech = await listening(() => ({ text: '  ' }));
    expect((await speech.transcribe(audio)).segments).to.deep.equal([]);
  });

  it('leaves out words made up in silence', async () => {
    const heard = { text: '我负责盘点。', start: 0, end: 2 };
    const ghost = { text: '谢谢观看', start: 2, end: 9, avg_logprob: -1.4, no_speech_prob: 0.9 };
    const speech = await listening(() => ({ segments: [heard, ghost] }));
    const { segments } = await speech.transcribe(audio);
    expect(segments.map((one) => one.text)).to.deep.equal(['我负责盘点。']);
  });

  it('groups words that have times but no segments at the pauses', async () => {
    const words = [
      { word: 'I', start: 0, end: 0.2 },
      { word: 'counted', start: 0.2, end: 0.7 },
      { word: 'twice', start: 2.5, end: 3 },
    ];
    const speech = await listening(() => ({
      status: 200,
      body: { text: 'I counted twice', words },
    }));
    const { segments } = await speech.transcribe({ ...audio, locale: 'en' });
    expect(segments).to.deep.equal([
      {
        ...{ text: 'I counted', from: 0, to: 0.7, confidence: null },
        starts: [
          [0, 1, 0],
          [2, 9, 0.2],
        ],
      },
      { text: 'twice', from: 2.5, to: 3, confidence: null, starts: [[0, 5, 2.5]] },
    ]);
  });

  it('doubts a reply: wrong times become none, control characters and endless text are cut', async () => {
    const segments = [
      { text: '先\u0000后', start: 5, end: 1, avg_logprob: 3 },
      { text: '长'.repeat(30_000), start: 'x', end: 2 },
    ];
    const speech = await listening(() => ({ status: 200, body: { segments } }));
    const result = await speech.transcribe(audio);
    expect(result.segments[0]).to.deep.equal({
      text: '先 后',
      from: null,
      to: null,
      confidence: 1,
    });
    expect(result.segments.map((one) => one.text).join('')).to.have.lengthOf(20_000);
  });

  it('refuses a reply of another shape', async () => {
    const speech = await listening(() => ({ status: 200, body: { segments: 'none' } }));
    expect(await failureOf(speech.transcribe(audio))).to.be.instanceOf(SpeechFailure);
  });

  for (const status of [429, 503]) {
    it(`tries once more after ${status}, and only once`, async () => {
      const busy = { status, headers: { 'retry-after': '0' } };
      let asked = 0;
      const speech = await listening(() => (++asked === 1 ? busy : { text: '好' }));
      expect((await speech.transcribe(audio)).segments).to.have.lengthOf(1);
      await emulator!.stop();

      const tired = await listening(() => busy);
      expect(await failureOf(tired.transcribe(audio))).to.be.instanceOf(SpeechFailure);
      expect(emulator!.requests).to.have.lengthOf(2);
    });
  }

  it('asks for the plain form where the verbose one is refused', async () => {
    const speech = await listening(({ format }) =>
      format === 'json' ? { text: '好' } : { status: 400 },
    );
    expect((await speech.transcribe(audio)).segments[0]?.text).to.equal('好');
  });

  it('says that an administrator is needed when the key is wrong, and never shows the key', async () => {
    const speech = await listening(() => ({ text: '' }), 'sk-other-secret');
    const error = await failureOf(speech.transcribe(audio));
    expect(error).to.be.instanceOf(AppError).and.include({ code: 'engineMissing' });
    expect(inspect(error, { depth: 9 })).not.to.contain('sk-other-secret');
    expect(emulator!.refused).to.equal(1);
  });

  it('fails without the key in the error when nobody answers', async () => {
    const speech = new OpenaiSpeech({ base: 'http://127.0.0.1:9', key, model: 'm', pause: 1 });
    const error = await failureOf(speech.transcribe(audio));
    expect(error).to.be.instanceOf(SpeechFailure);
    expect(inspect(error, { depth: 9 })).not.to.contain(key);
  });
});

describe('speech emulator', () => {
  it('hears the same again in the same audio, and the next in other audio', async () => {
    const answer = inOrder([{ text: '一' }, { text: '二' }]);
    const emulator = await startSpeechEmulator({ key, answer });
    const speech = new OpenaiSpeech({ base: emulator.base, key, model: 'm' });
    const words = async (bytes: Buffer) =>
      (await speech.transcribe({ ...audio, bytes })).segments[0]?.text;
    expect(await words(tone)).to.equal('一');
    expect(await words(tone)).to.equal('一');
    expect(await words(wavOf(new Float32Array(100)))).to.equal('二');
    await emulator.stop();
  });
});

describe('sherpa speech', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhiyu-model-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is off and says which file is missing', async () => {
    const speech = new SherpaSpeech({ modelDir: folder, ffmpegPath: 'ffmpeg' });
    await speech.prepare();
    expect(speech.available).to.be.false;
    expect(speech.describe().meaning).to.contain(join(folder, 'model.onnx'));
    expect(await failureOf(speech.transcribe(audio))).to.include({ code: 'engineMissing' });
  });

  it('is off, and the server lives, when the model files are damaged', async () => {
    writeFileSync(join(folder, 'model.int8.onnx'), 'not a model');
    writeFileSync(join(folder, 'tokens.txt'), 'a b c not a list of tokens\n');
    const speech = new SherpaSpeech({ modelDir: folder, ffmpegPath: 'ffmpeg' });
    await speech.prepare();
    expect(speech.available).to.be.false;
    expect(speech.describe('en')).to.include({ on: false });
    await speech.close();
  });

  it('refuses French, which the model does not know', async () => {
    writeFileSync(join(folder, 'model.onnx'), '');
    writeFileSync(join(folder, 'tokens.txt'), '');
    const speech = new SherpaSpeech({ modelDir: folder, ffmpegPath: 'ffmpeg' });
    const error = await failureOf(speech.transcribe({ ...audio, locale: 'fr' }));
    expect(error).to.include({ code: 'engineMissing' });
  });
});
