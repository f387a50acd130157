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
    /**
     * What was sent to each address since its last 204: a slice without an answer may still be on its way when the page
     * asks, and be there when the next one is refused.
     */
    const unanswered = new Map<string, { offset: number; bytes: Uint8Array }[]>();
    const offsetOf = (headers: HeadersInit | undefined) =>
      Number(new Headers(headers).get('Upload-Offset'));
    const asked = async (path: string, response: Response) => {
      const end = offsetOf(response.headers);
      const stored = unanswered.get(path)?.find((one) => one.offset + one.bytes.length === end);
      if (stored) {
        unanswered.delete(path);
        await tell(path, stored.offset, base64(stored.bytes));
      }
    };
    const send = async (path: string, body: ArrayBuffer, given: Parameters<typeof fetch>) => {
      const slice = { offset: offsetOf(given[1]?.headers), bytes: new Uint8Array(body.slice(0)) };
      unanswered.set(path, [...(unanswered.get(path) ?? []), slice]);
      const response = await plain(...given);
      if (response.status === 204) {
        unanswered.delete(path);
        await tell(path, slice.offset, base64(slice.bytes));
      }
      return response;
    };
    window.fetch = async (...given) => {
      const [input, { method, body } = {}] = given;
      const path = new URL(input instanceof Request ? input.url : input, location.href).pathname;
      if (method === 'PATCH' && body instanceof ArrayBuffer && body.byteLength > 0) {
        return send(path, body, given);
      }
      const response = await plain(...given);
      if (method === 'HEAD') await asked(path, response);
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
