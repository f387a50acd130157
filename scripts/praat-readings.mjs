// node scripts/praat-readings.mjs: what Praat says of the voices of the tests, written down as
// test/src/scoring/praat.readings.ts. With WAV files: how far our readings of them lie from Praat's.
// Needs `praat` (Debian, GPL; a tool of the tests, no part of the product) and `npm run build:test`.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = `form Reading
  sentence file x
endform
sound = Read from file: file$
noprogress To Pitch: 0.01, 75, 500
count = Get number of frames
first = Get time from frame number: 1
writeInfoLine: first, " ", count
for frame to count
  hertz = Get value in frame: frame, "Hertz"
  if hertz = undefined
    hertz = 0
  endif
  appendInfoLine: fixed$ (hertz, 2)
endfor
selectObject: sound
noprogress To Intensity: 50, 0.01, "yes"
count = Get number of frames
first = Get time from frame number: 1
mean = Get mean: 0, 0, "energy"
appendInfoLine: first, " ", count, " ", mean
`;

const folder = mkdtempSync(join(tmpdir(), 'praat-'));
const script = join(folder, 'reading.praat');
writeFileSync(script, program);

/** What Praat says of a WAV file: see PraatReading in test/src/factories/praat.ts. */
function readingOf(file) {
  const lines = execFileSync('praat', ['--run', script, file], { encoding: 'utf8' })
    .trim()
    .split('\n');
  const [first, count] = lines[0].split(' ').map(Number);
  const [loudFirst, loudCount, mean] = lines[count + 1].split(' ').map(Number);
  const pitch = lines.slice(1, count + 1).map(Number);
  return { first, pitch, loudness: { first: loudFirst, count: loudCount, mean } };
}

function rowsOf(pitch) {
  const rows = [];
  for (let at = 0; at < pitch.length; at += 12) {
    rows.push(pitch.slice(at, at + 12).join(' '));
  }
  return rows.join('\n');
}

function entryOf(name, { first, pitch, loudness }) {
  const { first: from, count, mean } = loudness;
  return `  ${name}: {
    first: ${first},
    loudness: { first: ${from}, count: ${count}, mean: ${mean} },
    pitch: numbers(\`
${rowsOf(pitch)}
\`),
  },
`;
}

const head = `import type { PraatReading } from '../factories/praat.js';

// Made by scripts/praat-readings.mjs with Praat ${execFileSync('praat', ['--version'], { encoding: 'utf8' }).match(/[\d.]+/)[0]}; not to be changed by hand.

const numbers = (text: string) => text.trim().split(/\\s+/).map(Number);

/** What Praat says of the voices, by name: Hz every 10 ms, 0 where it is unvoiced. */
export const praatReadings: Record<string, PraatReading> = {
`;

async function writeReadings() {
  const { speak, voices } = await import('../test/dist/factories/voice.js');
  const { wavOf } = await import('../test/dist/factories/speech.js');
  const entries = voices.map((voice) => {
    const file = join(folder, `${voice.name}.wav`);
    writeFileSync(file, wavOf(speak(voice)));
    return entryOf(voice.name, readingOf(file));
  });
  const target = new URL('../test/src/scoring/praat.readings.ts', import.meta.url);
  writeFileSync(target, `${head}${entries.join('')}};\n`);
}

async function compare(files) {
  const { compareWithPraat } = await import('../test/dist/factories/praat.js');
  const { readWav } = await import('../server/dist/platform/speech/wav.js');
  for (const file of files) {
    const { samples, rate } = readWav(readFileSync(file));
    const seconds = (samples.length / rate).toFixed(2);
    const { voicing, gross, cents, decibels } = compareWithPraat(samples, rate, readingOf(file));
    process.stdout.write(
      `${file}: ${seconds} s, voicing ${(100 * voicing).toFixed(2)} %, gross ${(100 * gross).toFixed(2)} %, ${cents.toFixed(2)} cents, ${decibels.toFixed(3)} dB\n`,
    );
  }
}

const files = process.argv.slice(2);
try {
  await (files.length === 0 ? writeReadings() : compare(files));
} finally {
  rmSync(folder, { recursive: true });
}
