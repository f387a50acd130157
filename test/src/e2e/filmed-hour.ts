import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmulatedEar } from '../emulators/speech.emulator.js';
import { ffmpeg, type Film } from './filmed.js';

/** Seconds. */
export const minute = 60;
export const hour = 60 * minute;
/** Sentences of the long answer: one every six seconds. */
export const sentences = 600;

/** A minute of picture and sound, as a recorder writes it: no index, no length. */
async function aMinute(folder: string): Promise<string> {
  const file = join(folder, 'minute.webm');
  const picture = ['-f', 'lavfi', '-i', 'testsrc=size=320x240:rate=5'];
  const sound = ['-f', 'lavfi', '-i', 'sine=frequency=220:sample_rate=16000'];
  const codecs = ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-b:v', '60k'];
  const voice = ['-g', '25', '-c:a', 'libopus', '-b:a', '12k', '-ac', '1'];
  await ffmpeg(...picture, ...sound, '-t', String(minute), ...codecs, ...voice, file);
  return file;
}

/** So many minutes of it, without encoding again. */
async function repeated(folder: string, from: string, minutes: number): Promise<Film> {
  const file = join(folder, `${minutes}.webm`);
  const live = ['-c', 'copy', '-live', '1', '-f', 'webm'];
  await ffmpeg('-stream_loop', String(minutes - 1), '-i', from, ...live, file);
  return { bytes: readFileSync(file), seconds: minutes * minute };
}

/** One answer of an hour and one of a minute. */
export async function hourFilms(): Promise<[Film, Film]> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyu-hour-'));
  try {
    const one = await aMinute(folder);
    return [await repeated(folder, one, 60), await repeated(folder, one, 1)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As an engine tells an hour: one sentence after another, each with its seconds. */
const told = Array.from({ length: sentences }, (_, i) => ({
  text: `第${i + 1}句，我先请顾客坐下，再请同事接着收银。`,
  start: i * 6,
  end: i * 6 + 5,
}));

/** Hears all of them in the hour, and the first ten in the minute. */
export const hourHeard: EmulatedEar = async (request) =>
  (await request.seconds()) > 10 * minute ? { segments: told } : { segments: told.slice(0, 10) };
