import { createHash } from 'node:crypto';
import { loadSettings } from '@zhiyu/config/settings';
import { Media } from '@zhiyu/server/interviews/media/media.entity';
import { MediaService } from '@zhiyu/server/interviews/media/media.service';
import { Database } from '@zhiyu/server/platform/database/database';
import { Runtime } from '@zhiyu/server/platform/runtime';
import { buildApp } from '@zhiyu/server/serve';
import type { BrowserContext } from 'playwright-core';

/** A slice that a page sent and the server acknowledged. */
interface Slice {
  path: string;
  offset: number;
  bytes: Buffer;
}

/**
 * Every slice of a browser that was answered with 204, as the page itself handed it to the network; where the answer was
 * lost, one that the server then says it has, when the page asks.
 */
export async function acknowledgedBy(context: BrowserContext): Promise<Slice[]> {
  const slices: Slice[] = [];
  await context.exposeBinding(
    'zhiyuAcknowledged',
    (_source, path: string, offset: number, base64: string) => {
      slices.push({ path, offset, bytes: Buffer.from(base64, 'base64') });
    },
  );
  await context.addInitScript(() => {
    const tell = (window as unknown as { zhiyuAcknowledged: (...said: unknown[]) => Promise<void> })
      .zhiyuAcknowledged;
    const plain = window.fetch.bind(window);
    const base64 = (bytes: Uint8Array) => {
      let text = '';
      for (const byte of bytes) {
        text += String.fromCharCode(byte);
      }
      return btoa(text);
    };
    /** The last slice of each address that was not answered. */
    const unanswered = new Map<string, { offset: number; bytes: Uint8Array }>();
    const offsetOf = (headers: HeadersInit | undefined) =>
      Number(new Headers(headers).get('Upload-Offset'));
    const asked = async (path: string, response: Response) => {
      const open = unanswered.get(path);
      if (open && offsetOf(response.headers) === open.offset + open.bytes.length) {
        await tell(path, open.offset, base64(open.bytes));
      }
      unanswered.delete(path);
    };
    window.fetch = async (input, init) => {
      const body = init?.body;
      const path = new URL(input instanceof Request ? input.url : input, location.href).pathname;
      if (init?.method === 'HEAD') {
        const response = await plain(input, init);
        await asked(path, response);
        return response;
      }
      if (init?.method !== 'PATCH' || !(body instanceof ArrayBuffer)) {
        return plain(input, init);
      }
      const slice = { offset: offsetOf(init.headers), bytes: new Uint8Array(body.slice(0)) };
      unanswered.set(path, slice);
      const response = await plain(input, init);
      if (response.status === 204 && slice.bytes.length > 0) {
        await tell(path, slice.offset, base64(slice.bytes));
      }
      unanswered.delete(path);
      return response;
    };
  });
  return slices;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** One recorded track: what the server has and what it acknowledged of it. */
export interface Track {
  name: string;
  bytes: number;
  /** SHA-256 over the stored bytes of all acknowledged slices, one after another, and over the slices as sent. */
  stored: string;
  sent: string;
  /** Acknowledged bytes, each counted once. */
  acknowledged: number;
}

/** Reads every recording of a product's folder as it came, and compares it with what was acknowledged. */
export async function tracksOf(dataDir: string, slices: readonly Slice[]): Promise<Track[]> {
  const settings = loadSettings({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' });
  const nest = await buildApp(
    new Runtime(settings, { runsJobs: false, serves: false, version: 'e2e' }),
  );
  try {
    const media = nest.get(MediaService);
    const tracks: Track[] = [];
    for (const row of await nest
      .get(Database)
      .read(Media)
      .find({ order: { createdAt: 'ASC' } })) {
      const bytes = await media.readAll(row);
      const own = slices
        .filter(({ path }) => path === new URL(media.uploadUrl(row), 'http://x').pathname)
        .sort((a, b) => a.offset - b.offset);
      const there = own.map((one) => bytes.subarray(one.offset, one.offset + one.bytes.length));
      tracks.push({
        name: `${row.track} of ${row.attemptId}`,
        bytes: bytes.length,
        stored: sha256(Buffer.concat(there)),
        sent: sha256(Buffer.concat(own.map((one) => one.bytes))),
        acknowledged: own.reduce((sum, one) => sum + one.bytes.length, 0),
      });
    }
    return tracks;
  } finally {
    await nest.close();
  }
}
