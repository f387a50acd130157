import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { synthesise } from '../factories/speech.js';

/** What stands in for camera and microphone: files that Chromium plays in a loop. */
export interface FakeDevices {
  picture: string;
  sound: string;
  remove(): void;
}

/** What the camera sees: a moving test picture, or people from the face library's own package. */
export type Sight = 'pattern' | 'faces';

/** Faces of 150 x 150 on a picture of the library's screen; read where it is installed, never copied. */
const installed = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const people = join(installed, '@vladmandic', 'human', 'assets', 'screenshot-facedetect.jpg');
const face = (left: number, size: number) =>
  `crop=148:148:${left}:348,scale=${size}:${size}:flags=lanczos`;
const fit = (filter: string, seconds: number) =>
  `${filter},pad=640:480:(ow-iw)/2:(oh-ih)/2:color=0x8a8f95,loop=${seconds * 30}:1:0,trim=duration=${seconds},setpts=N/30/TB,format=yuvj420p`;

/** Chromium plays a stream of JPEGs at 30 pictures a second. */
const sources: Record<Sight, string[]> = {
  pattern: ['-f', 'lavfi', '-i', 'testsrc2=size=640x480:rate=15:duration=4', '-q:v', '6'],
  // Seven seconds with one face, then six with two.
  faces: [
    ...['-framerate', '30', '-i', people, '-filter_complex'],
    [
      `[0]split=3[a][b][c]`,
      `[a]${fit(face(8, 400), 7)}[one]`,
      `[b]${face(8, 300)}[left]`,
      `[c]${face(479, 300)}[right]`,
      `[left][right]hstack[pair]`,
      `[pair]${fit('null', 6)}[two]`,
      `[one][two]concat=n=2:v=1[out]`,
    ].join(';'),
    ...['-map', '[out]', '-r', '30', '-q:v', '4'],
  ],
};

function drawPicture(sight: Sight, file: string): Promise<void> {
  const args = ['-v', 'error', ...sources[sight], '-pix_fmt', 'yuvj420p', '-c:v', 'mjpeg', file];
  const child = spawn('ffmpeg', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((done, fail) => {
    child.once('error', () => fail(new Error('ffmpeg is not installed')));
    child.once('close', (code) => (code === 0 ? done() : fail(new Error('ffmpeg failed'))));
  });
}

/** Draws the picture and speaks the words (Mandarin, synthesised). */
export async function fakeDevices(words: string, sight: Sight = 'pattern'): Promise<FakeDevices> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyu-devices-'));
  const picture = join(folder, 'camera.mjpeg');
  const sound = join(folder, 'microphone.wav');
  await drawPicture(sight, picture);
  writeFileSync(sound, await synthesise(words, 260));
  return { picture, sound, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
