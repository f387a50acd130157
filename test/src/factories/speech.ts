import { spawn } from 'node:child_process';
import { readWav, resample } from '@zhiyu/server/platform/speech/wav';
import { pinyin } from 'pinyin-pro';

/** Samples a second of everything that is made here. */
const rate = 16_000;

/** Samples of one channel, -1 to 1, as a 16-bit WAV file. */
export function wavOf(samples: Float32Array, samplesPerSecond: number = rate): Buffer {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(36 + samples.length * 2, 4);
  bytes.write('WAVEfmt ', 8, 'latin1');
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(samplesPerSecond, 24);
  bytes.writeUInt32LE(samplesPerSecond * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36, 'latin1');
  bytes.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((value, index) => {
    const level = Math.round(Math.max(-1, Math.min(1, value)) * 0x7fff);
    bytes.writeInt16LE(level, 44 + index * 2);
  });
  return bytes;
}

const hanzi = /\p{Script=Han}/u;

/**
 * What espeak-ng reads aloud: Chinese as numbered pinyin (its own reading of characters is broken),
 * with the neutral tone as 5 and Chinese punctuation as the pauses it knows.
 */
export function spellOut(text: string): string {
  const options = { toneType: 'num', type: 'array', nonZh: 'consecutive', v: true } as const;
  return pinyin(text, options)
    .map((syllable) => (/^[a-z]+0$/.test(syllable) ? `${syllable.slice(0, -1)}5` : syllable))
    .join(' ')
    .replace(/[，、；：]/g, ',')
    .replace(/[。！？]/g, '.');
}

function runEspeak(args: string[], text: string): Promise<Buffer> {
  return new Promise((done, fail) => {
    const child = spawn('espeak-ng', [...args, '--stdin', '--stdout']);
    const chunks: Buffer[] = [];
    child.once('error', () => fail(new Error('espeak-ng is not installed')));
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('close', (code) => {
      if (code === 0) {
        done(Buffer.concat(chunks));
      } else {
        fail(new Error(`espeak-ng ended with ${code ?? 'a signal'}`));
      }
    });
    child.stdin.end(text);
  });
}

/**
 * Speech made at test time, as a 16 kHz mono WAV: robotic Mandarin, or English where there is no
 * Chinese character. Good enough for voices to be detected, not for accuracy to be measured.
 * @param wordsPerMinute espeak-ng's speed
 */
export async function synthesise(text: string, wordsPerMinute = 160): Promise<Buffer> {
  const chinese = hanzi.test(text);
  const voice = chinese ? 'cmn-latn-pinyin' : 'en';
  const spelled = chinese ? spellOut(text) : text;
  const sound = readWav(await runEspeak(['-v', voice, '-s', String(wordsPerMinute)], spelled));
  return wavOf(await resample(sound, rate));
}

/** Clips of 16 kHz one after another; a number stands for that many seconds of silence. */
export function withSilences(parts: (Buffer | number)[]): Buffer {
  const sounds = parts.map((part) =>
    typeof part === 'number' ? new Float32Array(Math.round(part * rate)) : readWav(part).samples,
  );
  const whole = new Float32Array(sounds.reduce((sum, sound) => sum + sound.length, 0));
  let at = 0;
  for (const sound of sounds) {
    whole.set(sound, at);
    at += sound.length;
  }
  return wavOf(whole);
}

/** Length of a WAV file, seconds. */
export function secondsOf(wav: Buffer): number {
  const sound = readWav(wav);
  return sound.samples.length / sound.rate;
}
