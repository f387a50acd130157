import { OpenaiSpeech } from '@zhiyu/server/platform/speech/openai.speech';
import { recognisedSchema, segmentsOf } from '@zhiyu/server/platform/speech/token-segments';
import { expect } from 'chai';
import {
  type EmulatedEar,
  type SpeechEmulator,
  spokenWords,
  startSpeechEmulator,
} from '../emulators/speech.emulator.js';
import { wavOf } from '../factories/speech.js';

const key = 'sk-emulated-key';
const tone = wavOf(Float32Array.from({ length: 16_000 }, (_, at) => Math.sin(at / 8) / 2));
const audio = { bytes: tone, mimeType: 'audio/wav', locale: 'zh' } as const;

describe('how sure an engine is of each word', () => {
  let emulator: SpeechEmulator;

  async function heardBy(answer: EmulatedEar, locale: 'zh' | 'en' = 'zh') {
    emulator = await startSpeechEmulator({ key, answer });
    const speech = new OpenaiSpeech({ base: emulator.base, key, model: 'w', pause: 1 });
    const hear = async () => (await speech.transcribe({ ...audio, locale })).segments;
    return { segments: await hear(), hear, speech };
  }
  const body =
    (reply: unknown): EmulatedEar =>
    () => ({ status: 200, body: reply });
  afterEach(() => emulator.stop());

  it('is asked for, and kept as places in the segment (faster-whisper: words beside the segments)', async () => {
    const { segments } = await heardBy(() => spokenWords('先数钱，再核对。', 4, ['核对']));
    expect(emulator.requests[0]?.granularities).to.deep.equal(['word', 'segment']);
    expect(segments.map(({ text, words }) => [text, words])).to.deep.equal([
      [
        '先数钱，',
        [
          [0, 1, 0.97],
          [1, 2, 0.97],
          [2, 3, 0.97],
          [3, 4, 0.97],
        ],
      ],
      [
        '再核对。',
        [
          [0, 1, 0.97],
          [1, 2, 0.31],
          [2, 3, 0.31],
          [3, 4, 0.97],
        ],
      ],
    ]);
    expect(segments[0]?.confidence, "the segment's own figure stays").to.be.closeTo(
      Math.exp(-0.1),
      1e-9,
    );
  });

  it('is read inside the segments too (whisper.cpp), past broken pieces, spaces and marks', async () => {
    const words = [
      { word: ' I', start: 0, end: 0.2, probability: 0.99 },
      { word: '\uFFFD', start: 0.2, end: 0.3, probability: 0.1 },
      { word: ' counted', start: 0.3, end: 0.9, probability: 0.42 },
      { word: ' twice', start: 0.9, end: 1.2, probability: 7 },
    ];
    const text = ' I — counted twice.';
    const { segments } = await heardBy(
      body({ text, segments: [{ text, start: 0, end: 1.2, words }] }),
      'en',
    );
    expect(segments).to.have.length(1);
    expect(segments[0]).to.deep.include({
      text: 'I — counted twice.',
      words: [
        [0, 1, 0.99],
        [4, 11, 0.42],
      ],
    });
    expect(segments[0]?.confidence, 'the mean of its words').to.equal(0.49);
  });

  it('comes from tokens where a server knows neither segments nor words', async () => {
    const { segments, hear } = await heardBy(({ format, include }) =>
      format === 'json' && include.includes('logprobs')
        ? {
            status: 200,
            body: {
              text: '先数钱。',
              logprobs: [
                { token: '先', logprob: -0.01 },
                { token: '数钱', logprob: -1.2 },
                { token: '。', logprob: -0.1 },
              ],
            },
          }
        : { status: 400 },
    );
    expect(segments).to.deep.equal([
      {
        ...{ text: '先数钱。', from: null, to: null, confidence: 0.62 },
        words: [
          [0, 1, 0.99],
          [1, 3, 0.3],
          [3, 4, 0.9],
        ],
      },
    ]);
    expect(emulator.requests, 'words, segments, tokens').to.have.length(3);
    await hear();
    expect(emulator.requests, 'what it refused is not asked for again').to.have.length(4);
  });

  it('is none where the engine gives none: OpenAI lists words without a figure', async () => {
    const words = [{ word: '先数钱', start: 0, end: 1 }];
    const segments = [{ text: '先数钱。', start: 0, end: 1, avg_logprob: -0.2 }];
    const heard = (await heardBy(body({ text: '先数钱。', segments, words }))).segments;
    expect(heard[0]).to.not.have.property('words');
    expect(heard[0]?.confidence).to.be.closeTo(Math.exp(-0.2), 1e-9);
  });

  it('is not what vLLM writes where it has no figure', async () => {
    const filled = { avg_logprob: -1, compression_ratio: -1, no_speech_prob: null };
    const segments = [{ text: '先数钱。', start: 0, end: 1, ...filled }];
    expect((await heardBy(body({ text: '先数钱。', segments }))).segments[0]?.confidence).to.equal(
      null,
    );
  });

  it('is not asked for of captions, which nobody scores', async () => {
    const { speech } = await heardBy(() => ({ text: '好' }));
    await speech.transcribe({ ...audio, withinMs: 5000 });
    expect(emulator.requests[1]?.granularities).to.deep.equal(['segment']);
  });
});

describe('how sure a model of sherpa is of each token', () => {
  const heard = { text: '先数钱。再核对', tokens: ['先', '数', '钱', '。', '再', '核', '对'] };
  const timestamps = [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2];

  it('is kept where it gives one for each (transducers)', () => {
    const ys_log_probs = [0, 0, -1, 0, 0, -2, 0];
    const recognised = recognisedSchema.parse({ ...heard, timestamps, ys_log_probs });
    const segments = segmentsOf(recognised, 0, 2);
    expect(segments.map(({ words }) => words)).to.deep.equal([
      [
        [0, 1, 1],
        [1, 2, 1],
        [2, 3, 0.37],
        [3, 4, 1],
      ],
      [
        [0, 1, 1],
        [1, 2, 0.14],
        [2, 3, 1],
      ],
    ]);
    expect(segments.map(({ confidence }) => confidence)).to.deep.equal([0.84, 0.71]);
  });

  it('is none where the list is empty (SenseVoice) or not as long as the tokens', () => {
    for (const ys_log_probs of [[], [-1], undefined]) {
      const recognised = recognisedSchema.parse({ ...heard, timestamps, ys_log_probs });
      const [first] = segmentsOf(recognised, 0, 2);
      expect(first).to.include({ text: '先数钱。', from: 0, to: 0.8, confidence: null });
      expect(first?.words).to.equal(undefined);
    }
  });
});
