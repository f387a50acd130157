import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routes } from '@zhiyu/contracts/routes';
import { aCandidate } from '../factories/candidate.js';
import { bytesOf, formOf, goodResume, type Stand, tokenIn } from '../flow/walk.js';
import type { WxStage } from './wx-stage.js';

function encoded(ending: string, ...args: string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyu-media-'));
  const file = join(folder, `made.${ending}`);
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', ...args, file]);
  const bytes = readFileSync(file);
  rmSync(folder, { recursive: true });
  return bytes;
}

const tone = (seconds: number, hertz: number): string[] => [
  '-f',
  'lavfi',
  '-i',
  `sine=frequency=${hertz}:duration=${seconds}`,
];

/** A file as a phone's camera writes it. */
export function film(seconds: number, hertz: number): Buffer {
  const picture = ['-f', 'lavfi', '-i', `testsrc=size=160x120:rate=10:duration=${seconds}`];
  const codecs = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
  return encoded('mp4', ...picture, ...tone(seconds, hertz), ...codecs);
}

/** Sound as the recorder hands it over: MP3 in pieces of 8 KiB. */
export function frames(seconds: number): Buffer[] {
  const codec = ['-ar', '16000', '-ac', '1', '-c:a', 'libmp3lame', '-b:a', '32k'];
  const bytes = encoded('mp3', ...tone(seconds, 440), ...codec);
  const count = Math.ceil(bytes.length / 8192);
  return Array.from({ length: count }, (_, i) => bytes.subarray(i * 8192, (i + 1) * 8192));
}

/** A candidate who applied and was invited; the token of the own page, not used yet. */
export async function aToken(stand: Stand): Promise<{ name: string; token: string }> {
  const { app } = stand;
  const candidate = aCandidate();
  const where = { code: stand.position.linkCode, name: '简历.txt' };
  const file = bytesOf(goodResume(candidate));
  const { draftId } = await app.api(routes.readResume, where, undefined, { file });
  const { statusPath } = await app.api(routes.apply, formOf(stand, candidate, draftId));
  await app.drainJobs();
  return { name: candidate.name, token: tokenIn(statusPath) };
}

/** @param otherwise what is said when it does not come */
async function until(holds: () => boolean, otherwise: () => string): Promise<void> {
  const end = Date.now() + 15_000;
  while (!holds()) {
    if (Date.now() > end) {
      throw new Error(otherwise());
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until the page on top shows these words. */
export function sees(stage: WxStage, words: string): Promise<void> {
  return until(
    () => stage.page.text.includes(words),
    () => `no “${words}” in\n${stage.page.text}`,
  );
}

/** Waits until the page on top does not show these words any more. */
export function sheds(stage: WxStage, words: string): Promise<void> {
  return until(
    () => !stage.page.text.includes(words),
    () => `still “${words}” in\n${stage.page.text}`,
  );
}

/** Waits until a sound plays: it is fetched before. */
export function plays(stage: WxStage): Promise<void> {
  return until(
    () => stage.endPlaying !== null,
    () => 'nothing plays',
  );
}

/** Presses the button as soon as it is there. */
export async function press(stage: WxStage, words: string): Promise<void> {
  await sees(stage, words);
  stage.page.tap(words);
}

/** From the link to the way of answering, past the guide and with all consents of the interview. */
export async function toWays(stage: WxStage, token: string): Promise<void> {
  stage.open('pages/interview/index', { t: token });
  await press(stage, '看完了，往下');
  await sees(stage, '都不同意，改为真人面试');
  stage.page.turnOn(3);
  await press(stage, '同意已选 3 项，继续');
  await sees(stage, '怎么回答');
}

/** Begins the answer to the question that is shown. */
export async function speak(stage: WxStage): Promise<void> {
  await press(stage, '我想好了，开始回答');
  await sees(stage, '说完了');
}

/** From the link into the first answer, by camera or voice. */
export async function toSpeaking(
  stage: WxStage,
  token: string,
  way: '录像' | '语音' = '录像',
): Promise<void> {
  await toWays(stage, token);
  stage.page.tap(`这次用${way}回答`);
  await speak(stage);
}
