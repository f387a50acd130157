import { send, type HttpRequest } from '../http';
import { readStatus, type TusResult } from './tus.shared';

/** A request that says nothing for this long counts as lost (ms). */
const LIMIT = 30_000;
/** Slowest line that is waited for: 64 kbit/s (bytes per ms). */
const SLOWEST = 8;

type Request = Pick<HttpRequest, 'url' | 'method' | 'headers'> & { body?: ArrayBuffer };

async function request(sent: Request): Promise<TusResult> {
  const bytes = sent.body?.byteLength ?? 0;
  try {
    const answer = await send({ ...sent, limit: LIMIT + bytes / SLOWEST });
    return readStatus(answer.status, answer.header('Upload-Offset'));
  } catch {
    return { kind: 'later' };
  }
}

/** How many bytes the server has. */
export function head(url: string): Promise<TusResult> {
  return request({ url, method: 'HEAD', headers: { 'Tus-Resumable': '1.0.0' } });
}

export interface PatchOptions {
  offset: number;
  bytes: ArrayBuffer;
  /** Total length of the track, said once it is known. */
  length?: number;
  /** POST with X-HTTP-Method-Override, for proxies and web views without PATCH. */
  asPost: boolean;
}

/** Appends bytes; `ok` comes only after they are safe on the server's disk. */
export function patch(url: string, options: PatchOptions): Promise<TusResult> {
  const headers: Record<string, string> = {
    'Tus-Resumable': '1.0.0',
    'Upload-Offset': String(options.offset),
    'Content-Type': 'application/offset+octet-stream',
  };
  if (options.length !== undefined) {
    headers['Upload-Length'] = String(options.length);
  }
  if (options.asPost) {
    headers['X-HTTP-Method-Override'] = 'PATCH';
  }
  return request({ url, method: options.asPost ? 'POST' : 'PATCH', headers, body: options.bytes });
}
