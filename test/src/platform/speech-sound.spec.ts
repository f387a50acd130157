import { decodeTo16k, hasProgram } from '@zhiyu/server/platform/speech/ffmpeg';
import { windowsOf } from '@zhiyu/server/platform/speech/speech-windows';
import { segmentsOf } from '@zhiyu/server/platform/speech/token-segments';
import { readWav, resample } from '@zhiyu/server/platform/speech/wav';
import { expect } from 'chai';
import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secondsOf, spellOut, synthesise, wavOf, withSilences } from '../factories/speech.js';

/** A sine of one second or more, half of full scale. */
function sine(hertz: number, seconds: number, rate: number): Float32Array {
  const length = Math.round(seconds * rate);
  return Float32Array.from({ length }, (_, at) => Math.sin((2 * Math.PI * hertz * at) / rate) / 2);
}

const rms = (samples: Float32Array) =>
  Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);

/** Rising zero crossings a second. */
function crossingsOf(samples: Float32Array): number {
  let count = 0;
  for (let at = 1; at < samples.length; at += 1) {
    count += (samples[at - 1] ?? 0) < 0 && (samples[at] ?? 0) >= 0 ? 1 : 0;
  }
  return (count / samples.length) * 16_000;
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => 'done',
    (error: unknown) => (error as { code?: unknown }).code,
  );
}

describe('WAV', () => {
  it('comes back as it was written', () => {
    const samples = sine(440, 0.2, 16_000);
    const read = readWav(wavOf(samples));
    expect(read.rate).to.equal(16_000);
    expect(read.samples).to.have.lengthOf(samples.length);
    expect(read.samples[100]).to.be.closeTo(samples[100]!, 1e-4);
  });

  it('keeps the pitch and the loudness at another rate, and removes what does not fit', async () => {
    const kept = await resample({ samples: sine(1000, 1, 48_000), rate: 48_000 }, 16_000);
    expect(kept).to.have.lengthOf(16_000);
    expect(crossingsOf(kept)).to.be.closeTo(1000, 3);
    expect(rms(kept)).to.be.closeTo(0.5 / Math.SQRT2, 0.01);
    const gone = await resample({ samples: sine(11_000, 1, 48_000), rate: 48_000 }, 16_000);
    expect(rms(gone)).to.be.below(0.005);
  });

  it('with a length that a stream left open is read to its end', () => {
    const bytes = wavOf(sine(440, 0.1, 16_000));
    bytes.writeUInt32LE(0x7ffff000, 40);
    expect(readWav(bytes).samples).to.have.lengthOf(1600);
  });

  it('cut anywhere is refused or read, never a crash', () => {
    const whole = wavOf(sine(440, 0.01, 16_000));
    for (let end = 12; end < whole.length; end += 3) {
      try {
        readWav(whole.subarray(0, end));
      } catch (error) {
        expect((error as { code: string }).code).to.equal('fileBroken');
      }
    }
  });
});

describe('decoding a recording', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'zhiyu-sound-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  /** Half a second of a tone with half a second of picture, in the container that the name says. */
  function recording(name: string, codecs: string[]): Buffer {
    const file = join(folder, name);
    const tone = ['-f', 'lavfi', '-i', 'sine=frequency=1000:sample_rate=48000:duration=0.5'];
    const made = spawnSync('ffmpeg', ['-loglevel', 'error', ...tone, ...codecs, file]);
    expect(made.status, made.stderr.toString()).to.equal(0);
    return readFileSync(file);
  }

  for (const [name, mimeType, codecs] of [
    ['a.webm', 'audio/webm;codecs=opus', ['-c:a', 'libopus']],
    ['fragments.mp4', 'audio/mp4', ['-c:a', 'aac', '-movflags', 'frag_keyframe+empty_moov']],
    ['phone.mov', 'video/quicktime', ['-c:a', 'aac']],
    ['a.ogg', 'audio/ogg', ['-c:a', 'libopus']],
  ] as const) {
    it(`reads ${name} through pipes alone`, async () => {
      const samples = await decodeTo16k(recording(name, [...codecs]), mimeType, 'ffmpeg');
      expect(samples.length / 16_000).to.be.closeTo(0.5, 0.06);
      expect(crossingsOf(samples.subarray(2000, 7000))).to.be.closeTo(1000, 20);
    });
  }

  it('keeps what came before a cut', async () => {
    const whole = recording('cut.webm', ['-c:a', 'libopus']);
    const part = whole.subarray(0, Math.floor(whole.length * 0.7));
    const samples = await decodeTo16k(part, 'audio/webm', 'ffmpeg');
    expect(samples.length / 16_000).to.be.within(0.2, 0.5);
  });

  it('says that ffmpeg is missing, but reads WAV without it', async () => {
    expect(await hasProgram('/nowhere/ffmpeg')).to.be.false;
    expect(await hasProgram(process.execPath)).to.be.true;
    const webm = Buffer.from('\x1a\x45\xdf\xa3 and more', 'latin1');
    expect(await codeOf(decodeTo16k(webm, 'audio/webm', '/nowhere/ffmpeg'))).to.equal(
      'engineMissing',
    );
    const wav = wavOf(sine(440, 0.1, 16_000));
    expect(await decodeTo16k(wav, 'audio/wav', '/nowhere/ffmpeg')).to.have.lengthOf(1600);
  });

  it('refuses what is empty, no recording, or broken', async () => {
    const broken = Buffer.from('\x1a\x45\xdf\xa3 and then nothing of the kind', 'latin1');
    const list = Buffer.from('ffconcat version 1.0\nfile /etc/hostname\n');
    expect(await codeOf(decodeTo16k(Buffer.alloc(0), '', 'ffmpeg'))).to.equal('fileEmpty');
    expect(await codeOf(decodeTo16k(list, 'audio/webm', 'ffmpeg'))).to.equal('fileTypeUnknown');
    expect(await codeOf(decodeTo16k(broken, 'audio/webm', 'ffmpeg'))).to.equal('fileBroken');
  });
});

describe('windows of a long recording', () => {
  const noise = (seconds: number) => sine(200, seconds, 1000);
  const quiet = (seconds: number) => new Float32Array(Math.round(seconds * 1000));
  const joined = (...parts: Float32Array[]) =>
    Float32Array.from(parts.flatMap((part) => [...part]));

  it('are one where the recording is short', () => {
    expect(windowsOf(noise(10), 1000)).to.deep.equal([{ from: 0, to: 10_000 }]);
  });

  it('end in a pause', () => {
    const sound = joined(noise(20), quiet(1), noise(20), quiet(1), noise(20));
    const [first, second] = windowsOf(sound, 1000);
    expect(first?.to).to.be.within(20_000, 21_000);
    expect(second?.from).to.equal(first?.to);
    expect(second?.to).to.be.within(41_000, 42_000);
  });

  it('leave silence out', () => {
    expect(windowsOf(quiet(60), 1000)).to.deep.equal([]);
    expect(windowsOf(new Float32Array(0), 1000)).to.deep.equal([]);
  });

  it('cover every sample once and none is too long', () => {
    const pieces = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 40 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        const sound = joined(
          ...parts.map(([loud, seconds]) =>
            loud ? noise(seconds) : noise(seconds).map((value) => value / 1000),
          ),
        );
        const windows = windowsOf(sound, 1000, 10);
        expect(windows[0]?.from).to.equal(0);
        expect(windows.at(-1)?.to).to.equal(sound.length);
        windows.forEach(({ from, to }, index) => {
          expect(to - from).to.be.within(1, 10_000);
          expect(from).to.equal(index === 0 ? 0 : windows[index - 1]?.to);
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('sentences of a window', () => {
  const tokens = ['我', '先', '数', '。', '再', '核', '对', '。'];
  const timestamps = [0.5, 0.7, 0.9, 1.1, 2, 2.2, 2.4, 2.6];
  const text = '我先数。再核对。';

  it('carry the times of their tokens, counted from the start of the answer', () => {
    const segments = segmentsOf({ text, tokens, timestamps }, 28, 32);
    expect(segments.map(({ starts: _, ...one }) => one)).to.deep.equal([
      { text: '我先数。', from: 28.5, to: 30, confidence: null },
      { text: '再核对。', from: 30, to: 32, confidence: null },
    ]);
    const moments = segments.map(({ starts = [] }) => starts.map(([, , second]) => second));
    expect(moments).to.deep.equal([
      [28.5, 28.7, 28.9, 29.1],
      [30, 30.2, 30.4, 30.6],
    ]);
  });

  it('stay together where times or tokens do not fit', () => {
    const whole = [{ text, from: 1, to: 4, confidence: null }];
    expect(segmentsOf({ text, tokens, timestamps: [] }, 1, 4)).to.deep.equal(whole);
    expect(segmentsOf({ text, tokens: ['别'], timestamps: [0] }, 1, 4)).to.deep.equal(whole);
    expect(segmentsOf({ text: ' ', tokens: [], timestamps: [] }, 1, 4)).to.deep.equal([]);
  });

  it('put spaces between Latin words and leave marks of mood out', () => {
    const english = ['<|en|>', '▁I', '▁paid', '▁3', '.', '5', '.'];
    const heard = { text: 'I paid 3.5.', tokens: english, timestamps: [0, 0, 1, 2, 2, 2, 3] };
    expect(segmentsOf(heard, 0, 4).map((one) => one.text)).to.deep.equal(['I paid 3.5.']);
  });
});

describe('synthesised speech', () => {
  it('spells Chinese with the neutral tone as 5', () => {
    expect(spellOut('我的，女儿。')).to.equal('wo3 de5 , nv3 er2 .');
  });

  it('is sound of 16 kHz, and silences lie where they were put', async () => {
    const clip = await synthesise('您好，我在门店负责盘点。');
    expect(readWav(clip).rate).to.equal(16_000);
    expect(secondsOf(clip)).to.be.within(1.5, 6);
    expect(rms(readWav(clip).samples)).to.be.above(0.01);
    const whole = withSilences([1, clip, 0.5]);
    expect(secondsOf(whole)).to.be.closeTo(secondsOf(clip) + 1.5, 0.001);
    expect(rms(readWav(whole).samples.subarray(0, 16_000))).to.equal(0);
  });
});
