import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { routes } from '@zhiyu/contracts/routes';
import { sendSlice } from '../flow/recording.js';
import { allConsents } from '../flow/walk.js';
import { TestSession } from '../harness/client.js';
import { type Company, invitedTo } from './company.js';
import type { Product } from './product.js';

const clip = fileURLToPath(
  new URL('../../../config/content/demo/clips/chen-return.webm', import.meta.url),
);

/** Of the film: nobody says anything between these seconds. */
export const silence = { from: 6, to: 11 };
/** Length of the film (s). */
const filmSeconds = 28;
/** What a recorder sends at once, at most. */
const sliceBytes = 4 * 1024 * 1024;

/** A recording as it is sent, and its length. */
export interface Film {
  bytes: Buffer;
  seconds: number;
}

/** ffmpeg, quiet. @throws Error when it fails */
export function ffmpeg(...args: string[]): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn('ffmpeg', ['-v', 'error', '-y', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', fail);
    child.once('close', (code) => (code === 0 ? done() : fail(new Error('ffmpeg failed'))));
  });
}

/** A clip of the example company in which nobody speaks for five seconds. */
async function aFilm(): Promise<Film> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiyu-film-'));
  const file = join(folder, 'film.webm');
  const mute = `volume=enable='between(t,${silence.from},${silence.to})':volume=0`;
  try {
    await ffmpeg('-i', clip, '-c:v', 'copy', '-af', mute, '-c:a', 'libopus', file);
    return { bytes: readFileSync(file), seconds: filmSeconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tries until it works: the product does its work in the background. */
export async function eventually<T>(act: () => Promise<T>): Promise<T> {
  for (let left = 600; ; left -= 1) {
    try {
      return await act();
    } catch (error) {
      if (left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

const twice = async (make: () => Promise<Film>): Promise<[Film, Film]> => {
  const one = await make();
  return [one, one];
};

/** The film, slice after slice as a recorder sends it. */
async function send(product: Product, session: TestSession, url: string, { bytes }: Film) {
  for (let offset = 0; offset < bytes.length; offset += sliceBytes) {
    const slice = { url, offset, bytes: bytes.subarray(offset, offset + sliceBytes) };
    const last = offset + sliceBytes >= bytes.length;
    await sendSlice(product.base, session, { ...slice, ...(last ? { whole: bytes.length } : {}) });
  }
}

/**
 * Somebody answers two questions in front of the camera and hands in.
 * @param films one for each answer; without it a short one for both
 * @returns the interview once its report is there
 */
export async function aFilmedInterview(
  product: Product,
  company: Company,
  films?: readonly [Film, Film],
): Promise<string> {
  const { client, hr } = company;
  const shown = films ?? (await twice(aFilm));
  const own = await invitedTo(company, { name: '陈雨桐', phone: '13900000010' });
  const session = new TestSession();
  await client.call(routes.exchange, { token: own.split('t=')[1] ?? '' }, session);
  await eventually(() => client.call(routes.giveConsents, allConsents, session));
  for (const film of shown) {
    const { current } = await client.call(routes.nextQuestion, {}, session);
    const answerId = current?.answerId ?? '';
    const types = { mimeType: 'video/webm;codecs=vp8,opus', audioMimeType: '' };
    const begin = { answerId, mode: 'camera' as const, ...types };
    const begun = await client.call(routes.beginAttempt, begin, session);
    await send(product, session, begun.videoUrl ?? '', film);
    const { attemptId } = begun;
    const done = { attemptId, text: '', pasted: false, offline: false };
    const durationMs = film.seconds * 1000;
    await client.call(routes.finishAttempt, { ...done, durationMs }, session);
    await client.call(routes.chooseAttempt, { answerId, attemptId }, session);
  }
  const { applicationId } = await client.call(routes.finishInterview, {}, session);
  return eventually(async () => {
    const file = await client.call(routes.application, { id: applicationId }, hr.session);
    const id = file.interviews.find(({ reportReady }) => reportReady)?.id;
    if (id === undefined) throw new Error('no report yet');
    return id;
  });
}
