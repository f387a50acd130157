import { soundSignalsSchema } from '@zhiyu/contracts/signals';
import { runCommandLine } from '@zhiyu/server/cli/run';
import { blocksOfFile, SoundTooLong } from '@zhiyu/server/platform/speech/sound-blocks';
import { measureSound } from '@zhiyu/server/scoring/measure-sound';
import { expect } from 'chai';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secondsOf, synthesise, wavOf, withSilences } from '../factories/speech.js';

describe('zhiyu signals', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'signals-'));
  const file = (name: string) => join(folder, name);

  after(() => rmSync(folder, { recursive: true }));

  async function run(...args: string[]) {
    const written = { out: '', err: '' };
    const code = await runCommandLine(['signals', ...args], {
      out: (text) => (written.out += text),
      err: (text) => (written.err += text),
      ask: null,
    });
    return { code, ...written };
  }

  async function measure(name: string, ...more: string[]) {
    const { code, out, err } = await run(file(name), ...more);
    expect(code, err).to.equal(0);
    return soundSignalsSchema.parse(JSON.parse(out));
  }

  /** 1 s of nothing, words, 1.2 s, words, 1 s; in WAV and in what browsers record. */
  async function record(): Promise<{ words: number }> {
    const said = await synthesise('我先听客户把话说完再查库存和订单');
    const whole = withSilences([1, said, 1.2, said, 1]);
    writeFileSync(file('said.wav'), whole);
    const into = (name: string, ...codec: string[]) =>
      execFileSync('ffmpeg', ['-v', 'error', '-i', file('said.wav'), ...codec, file(name)]);
    into('said.webm', '-c:a', 'libopus');
    into('said.mp4', '-c:a', 'aac');
    into('said.mp3');
    return { words: secondsOf(said) };
  }

  it('measures a recording of every kind, on a pipe of blocks', async () => {
    const { words } = await record();
    for (const name of ['said.wav', 'said.webm', 'said.mp4', 'said.mp3']) {
      const facts = await measure(name);
      expect(facts.seconds, name).to.be.closeTo(3.2 + 2 * words, 0.15);
      expect(facts.latency, name).to.be.closeTo(1, 0.2);
      expect(facts.pauses.count, name).to.equal(1);
      expect(facts.pauses.longest, name).to.be.closeTo(1.2, 0.35);
      expect(facts.pauses.places[0]!.from, name).to.be.closeTo(1 + words, 0.35);
      expect(facts.syllables.count, name).to.be.within(26, 40);
      expect(facts.engine).to.equal('sherpa-onnx silero v5, boersma 1.0');
    }
  });

  it('hears that nobody spoke', async () => {
    const hum = Float32Array.from({ length: 48_000 }, (_, at) => Math.sin(at / 51) / 20);
    writeFileSync(file('hum.wav'), wavOf(hum));
    expect(await measure('hum.wav')).to.include({ speechSeconds: 0, latency: null });
  });

  it('adds facts of the words that are given', async () => {
    const { out } = await run(file('said.wav'), '--words', '嗯，我先查库存。');
    const { words } = JSON.parse(out) as { words: { length: number; perMinute: number } };
    expect(words.length).to.equal(6);
    expect(words.perMinute).to.be.above(20);
  });

  it('says in a sentence why there are none', async () => {
    writeFileSync(file('empty.webm'), '');
    writeFileSync(file('text.webm'), 'not a recording, but long enough to look at');
    writeFileSync(file('cut.webm'), Buffer.from('1a45dfa300000000', 'hex'));
    mkdirSync(file('folder'));
    const codes: [string, RegExp][] = [
      ['empty.webm', /fileEmpty/],
      ['text.webm', /fileTypeUnknown/],
      ['cut.webm', /fileBroken/],
      ['missing.wav', /no such file/],
      ['folder', /not a file/],
    ];
    for (const [name, reason] of codes) {
      const { code, out, err } = await run(file(name));
      expect(code, name).to.equal(1);
      expect(out, name).to.equal('');
      expect(err, name).to.match(reason);
    }
    expect((await run()).code).to.equal(2);
    expect((await run(file('said.wav'), '--locale', 'xx')).code).to.equal(2);
  });

  it('refuses what is longer than it may be', async () => {
    const limited = (seconds: number) =>
      measureSound(blocksOfFile(file('said.wav'), 'ffmpeg', seconds));
    const { seconds } = await limited(60);
    const failure: unknown = await limited(seconds - 1).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(SoundTooLong);
  });
});
