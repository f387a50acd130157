import { spawnSync } from 'node:child_process';

/** A tone of so many seconds as MP3. */
export function aTone(seconds: number): Buffer {
  const tone = ['-f', 'lavfi', '-i', `sine=frequency=300:duration=${seconds}`, '-ac', '1'];
  const made = spawnSync('ffmpeg', ['-v', 'error', ...tone, '-b:a', '32k', '-f', 'mp3', 'pipe:1']);
  if (made.status !== 0) {
    throw new Error(`ffmpeg: ${made.stderr.toString()}`);
  }
  return made.stdout;
}
