import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Download {
  url: string;
  /** Where the file comes to stand; until then it is `<target>.part`. */
  target: string;
  sha256: string;
  /** Known size; null where somebody else's checksum is used. */
  bytes: number | null;
}

export interface DownloadOptions {
  /** Told after each piece: how much is there, and of how much (null = the server does not say). */
  progress: (have: number, total: number | null) => void;
  /** Cut connections to stand before giving up. */
  tries?: number;
  /** Wait before going on after a cut, milliseconds. */
  pause?: number;
  /** No byte for this long is a cut, milliseconds. */
  stall?: number;
}

/** Why a file could not be had. `checksum` = it came whole and is not the right one. */
export class DownloadError extends Error {
  constructor(
    readonly kind: 'address' | 'network' | 'checksum' | 'disk',
    message: string,
  ) {
    super(message);
  }
}

/** No file of a model is larger: a server that sends without end is stopped here. */
const largest = 4 * 1024 ** 3;

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    (found) => found.size,
    () => null,
  );
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}

/** Where the server's bytes belong, and the size of the whole. */
function placeOf(response: Response, have: number): { from: number; total: number | null } {
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  if (response.status === 206) {
    const range = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '');
    if (Number(range?.[1]) !== have) {
      throw new DownloadError('address', 'the server continues at another place than asked');
    }
    const total = Number(range?.[2]);
    return { from: have, total: Number.isFinite(total) ? total : null };
  }
  return { from: 0, total: Number.isFinite(length) ? length : null };
}

async function writeAll(
  response: Response,
  handle: FileHandle,
  place: { from: number; total: number | null },
  heard: (have: number) => void,
): Promise<number> {
  let have = place.from;
  for await (const chunk of response.body ?? []) {
    const piece = chunk as Uint8Array;
    try {
      await handle.write(piece, 0, piece.length, have);
    } catch (error) {
      throw new DownloadError('disk', (error as Error).message);
    }
    have += piece.length;
    heard(have);
    if (have > largest) {
      throw new DownloadError('address', 'the file is larger than 4 GiB');
    }
  }
  return have;
}

async function ask(url: string, have: number, signal: AbortSignal): Promise<Response> {
  const headers = have > 0 ? { range: `bytes=${have}-` } : undefined;
  const response = await fetch(url, { headers, signal });
  if (response.status >= 500 || response.status === 429) {
    throw new Error(`the server answered ${response.status}`);
  }
  if (!response.ok && response.status !== 416) {
    throw new DownloadError('address', `the server answered ${response.status}`);
  }
  return response;
}

/** One connection's worth. True when the file is whole. */
async function fetchSome(download: Download, options: DownloadOptions): Promise<boolean> {
  const part = `${download.target}.part`;
  const have = (await sizeOf(part)) ?? 0;
  if (download.bytes !== null && have === download.bytes) {
    return true;
  }
  const stop = new AbortController();
  const limit = options.stall ?? 30_000;
  const timer = setTimeout(() => stop.abort(new Error('no byte for a while')), limit);
  try {
    const response = await ask(download.url, have, stop.signal);
    if (response.status === 416) {
      await response.body?.cancel();
      return true;
    }
    const place = placeOf(response, have);
    const total = place.total ?? download.bytes;
    const handle = await open(part, have > 0 ? 'r+' : 'w');
    try {
      await handle.truncate(place.from);
      const end = await writeAll(response, handle, place, (now) => {
        timer.refresh();
        options.progress(now, total);
      });
      await handle.sync();
      return total === null || end >= total;
    } finally {
      await handle.close();
    }
  } finally {
    clearTimeout(timer);
  }
}

async function fetchWhole(download: Download, options: DownloadOptions): Promise<void> {
  const tries = options.tries ?? 5;
  let last = 'the connection was cut';
  for (let count = 0; count < tries; count += 1) {
    try {
      if (await fetchSome(download, options)) {
        return;
      }
    } catch (error) {
      if (error instanceof DownloadError) {
        throw error;
      }
      last = (error as Error).message;
    }
    await sleep((options.pause ?? 1000) * (count + 1));
  }
  throw new DownloadError('network', last);
}

/**
 * Downloads a file, going on where an earlier try stopped, checks it, and puts it in its place whole.
 * @returns whether it was there already
 * @throws DownloadError; after `network` the part is kept for the next run, after `checksum` it is gone
 */
export async function downloadModelFile(
  download: Download,
  options: DownloadOptions,
): Promise<'kept' | 'fetched'> {
  const { target, sha256 } = download;
  const part = `${target}.part`;
  if ((await sizeOf(target)) !== null && (await hashOf(target)) === sha256) {
    return 'kept';
  }
  await mkdir(dirname(target), { recursive: true });
  const resumed = ((await sizeOf(part)) ?? 0) > 0;
  await fetchWhole(download, options);
  if ((await hashOf(part)) !== sha256) {
    await rm(part, { force: true });
    if (resumed) {
      // The earlier part may have been of another file: once more from the beginning.
      return downloadModelFile(download, options);
    }
    throw new DownloadError('checksum', `SHA-256 is not ${sha256}`);
  }
  await rename(part, target);
  return 'fetched';
}
