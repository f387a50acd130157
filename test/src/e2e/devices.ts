import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { synthesise } from '../factories/speech.js';

/** What stands in for camera and microphone: files that Chromium plays in a loop. */
export interface FakeDevices {
  picture: string;
  sound: string;
  remove(): void;
}

/** A moving test picture of four seconds, as a stream of JPEGs. */
function drawPicture(file: string): Promise<void> {
  const source = 'testsrc2=size=640x480:rate=15:duration=4';
  const args = ['-v', 'error', '-f', 'lavfi', '-i', source, '-pix_fmt', 'yuvj420p'];
  const child = spawn('ffmpeg', [...args, '-c:v', 'mjpeg', '-q:v', '6', file], { stdio: 'ignore' });
  return new Promise((done, fail) => {
    child.once('error', () => fail(new Error('ffmpeg is not installed')));
    child.once('close', (code) => (code === 0 ? done() : fail(new Error('ffmpeg failed'))));
  });
}

/** Draws the picture and speaks the words (Mandarin, synthesised). */
export async function fakeDevices(words: string): Promise<FakeDevices> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyu-devices-'));
  const picture = join(folder, 'camera.mjpeg');
  const sound = join(folder, 'microphone.wav');
  await drawPicture(picture);
  writeFileSync(sound, await synthesise(words, 260));
  return { picture, sound, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
