// Draws and speaks the recordings of the example company, config/content/demo/clips/*.webm, and writes down when
// each clause of them begins (times.json). Run at development time only, after `npm run build` (ffmpeg, espeak-ng
// and a CJK font are needed); the clips are kept in the repository, because a newcomer's machine has none of these.
// Each says that it is synthetic.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beginnings } from './steps/clip-times.mjs';

const tools = { voice: 'espeak-ng', film: 'ffmpeg' };
// A tool of the tests; the words come from the built config.
const { pinyin } = createRequire(new URL('../test/package.json', import.meta.url))('pinyin-pro');
const { clausesOf, loadDemo } = await import(
  new URL('../config/dist/demo.js', import.meta.url).href
);
const demo = join(dirname(fileURLToPath(import.meta.url)), '..', 'config', 'content', 'demo');
const atMost = 150_000;
const label = '示例录像 合成画面和声音';
/** Pitch and speed by candidate, so that two voices do not sound alike. */
const voices = [
  { pitch: 68, speed: 175, wave: '0xc96442' },
  { pitch: 35, speed: 180, wave: '0x4f6d8f' },
  { pitch: 60, speed: 185, wave: '0x5f7a4a' },
  { pitch: 42, speed: 178, wave: '0x8a6a3b' },
];

/** espeak-ng's own reading of characters is broken: it gets numbered pinyin. */
function spell(text) {
  const options = { toneType: 'num', type: 'array', nonZh: 'consecutive', v: true };
  return pinyin(text, options)
    .map((syllable) => (/^[a-z]+0$/.test(syllable) ? `${syllable.slice(0, -1)}5` : syllable))
    .join(' ')
    .replace(/[，、；：]/g, ',')
    .replace(/[。！？]/g, '.');
}

function speak(text, voice, file) {
  const { pitch, speed } = voice;
  const args = ['-v', 'cmn-latn-pinyin', '-p', String(pitch), '-s', String(speed), '-w', file];
  execFileSync(tools.voice, [...args, '--stdin'], { input: spell(text) });
}

const sound = ['-c:a', 'libopus', '-b:a', '16k', '-ac', '1', '-application', 'voip'];
const clean = ['-map_metadata', '-1', '-fflags', '+bitexact', '-y'];

function draw(speech, voice, file) {
  const text = (words, size, y) =>
    `drawtext=font='Noto Sans CJK SC':text='${words}':fontsize=${size}:fontcolor=0x3d3a35:x=(w-text_w)/2:y=${y}`;
  const filter = [
    `color=c=0xf3efe7:s=320x240:r=5[paper]`,
    `[0:a]asplit[heard][seen]`,
    `[seen]showwaves=s=240x48:mode=cline:rate=5:colors=${voice.wave}[wave]`,
    `[paper][wave]overlay=40:130:shortest=1,${text(label, 20, 46)},${text('没有真人出镜', 14, 78)},format=yuv420p[picture]`,
  ].join(';');
  const picture = [
    '-c:v',
    'libvpx-vp9',
    '-b:v',
    '0',
    '-crf',
    '54',
    '-deadline',
    'good',
    '-g',
    '25',
  ];
  const tracks = ['-map', '[picture]', '-map', '[heard]'];
  execFileSync(tools.film, [
    ...['-v', 'error', '-i', speech, '-filter_complex', filter, ...tracks],
    ...[...picture, ...sound, ...clean, file],
  ]);
}

/** Voice answers have no picture. */
function record(speech, file) {
  execFileSync(tools.film, ['-v', 'error', '-i', speech, ...sound, ...clean, file]);
}

function answersWithClips() {
  return loadDemo().candidates.flatMap(({ answers }, index) => {
    const voice = voices[index % voices.length];
    return answers.filter((one) => one.clip).map((answer) => ({ ...answer, voice }));
  });
}

/** Seconds of a WAV file of the voice: 16-bit mono. */
const secondsOf = (file) => (statSync(file).size - 44) / 2 / 22_050;

/** What has no picture to say it on says first that it is synthetic. */
const notice = (mode) => (mode === 'voice' ? '示例录音，合成声音。' : '');

function clauseTimes({ clip, mode, text, voice }, whole) {
  const before = clausesOf(notice(mode));
  const lengths = [...before, ...clausesOf(text)].map((clause) => {
    speak(clause, voice, join(work, 'clause.wav'));
    return secondsOf(join(work, 'clause.wav'));
  });
  return beginnings(lengths, whole, join(demo, 'clips', clip)).slice(before.length);
}

const times = {};
const work = mkdtempSync(join(tmpdir(), 'clips-'));
mkdirSync(join(demo, 'clips'), { recursive: true });
for (const answer of answersWithClips()) {
  const { clip, mode, text, voice } = answer;
  const speech = join(work, 'speech.wav');
  const file = join(demo, 'clips', clip);
  speak(notice(mode) + text, voice, speech);
  if (mode === 'camera') draw(speech, voice, file);
  else record(speech, file);
  times[clip] = clauseTimes(answer, secondsOf(speech));
  const { size } = statSync(file);
  console.log(`${clip} ${size} bytes`);
  if (size > atMost) {
    console.error(`${clip} is larger than ${atMost} bytes`);
    process.exitCode = 1;
  }
}
writeFileSync(join(demo, 'clips', 'times.json'), `${JSON.stringify(times, null, 2)}\n`);
rmSync(work, { recursive: true });
