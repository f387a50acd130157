import { rawPaths } from '@zhiyu/contracts/routes';
import type { TestApp } from '../harness/app.js';
import type { TestSession } from '../harness/client.js';

const tus = { 'Tus-Resumable': '1.0.0' };

/** One slice, as the recorder sends it. @returns the status, 204 when it is on the disk */
export async function sendSlice(
  base: string,
  session: TestSession,
  slice: { url: string; offset: number; bytes: Uint8Array; whole?: number },
): Promise<number> {
  const { url, offset, bytes, whole } = slice;
  const response = await fetch(base + url, {
    method: 'PATCH',
    headers: {
      ...tus,
      Origin: base,
      Cookie: session.header,
      'Content-Type': 'application/offset+octet-stream',
      'Upload-Offset': String(offset),
      ...(whole === undefined ? {} : { 'Upload-Length': String(whole) }),
    },
    body: new Uint8Array(bytes),
  });
  await response.arrayBuffer();
  return response.status;
}

/** Bytes that the server has, as it says. */
export async function offsetOf(base: string, session: TestSession, url: string): Promise<number> {
  const headers = { ...tus, Origin: base, Cookie: session.header };
  const response = await fetch(base + url, { method: 'HEAD', headers });
  return response.status === 200 ? Number(response.headers.get('upload-offset')) : -response.status;
}

/** All of it in slices of `length`; with `more` the last is not said to be the last. */
export async function sendAll(
  app: TestApp,
  session: TestSession,
  of: { url: string; bytes: Uint8Array; from?: number; length?: number; more?: boolean },
): Promise<void> {
  const { url, bytes, from = 0, length = 40_000, more = false } = of;
  for (let offset = from; offset < bytes.length; offset += length) {
    const slice = bytes.subarray(offset, offset + length);
    const last = !more && offset + length >= bytes.length;
    const whole = last ? { whole: bytes.length } : {};
    const status = await sendSlice(app.base, session, { url, offset, bytes: slice, ...whole });
    if (status !== 204) {
      throw new Error(`a slice at ${offset} was answered with ${status}`);
    }
  }
}

/** Plays a recording of an attempt, following the way by its id. */
export async function play(
  app: TestApp,
  session: TestSession,
  attemptId: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const first = await app.client.raw(
    `${rawPaths.media}/by-attempt/${attemptId}`,
    { headers },
    session,
  );
  const to = first.headers.get('location');
  return first.status === 302 && to !== null ? app.client.raw(to, { headers }, session) : first;
}
