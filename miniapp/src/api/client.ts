import type { Route } from '@zhiyu/contracts/routes';
import { i18n } from '../locales';
import { syncClock } from '../platform/clock';
import { ApiError, errorOf, offlineError } from './error';
import { fill, newKey, pause } from './request.shared';

export interface CallOptions {
  signal?: AbortSignal;
  /** The body of a route with `file`. */
  file?: Blob;
  /** Idempotency-Key of an act that may be repeated after a reload; made anew when absent. */
  key?: string;
}

/** Tries of a call that may be repeated without harm, and the pauses between them (ms). */
const PAUSES = [600, 1800] as const;
/** A call that answers nothing for this long counts as lost (ms); files get longer. */
const LIMIT = 20_000;
const FILE_LIMIT = 120_000;

/**
 * Calls one address of the API. Fields of `input` fill the path, then the query (GET, files) or the
 * JSON body. A lost network is tried again with the same Idempotency-Key, so an act happens once.
 * Throws ApiError.
 */
export async function call<In, Out>(
  route: Route<In, Out>,
  input: In,
  options: CallOptions = {},
): Promise<Out> {
  const { url, init } = requestOf(route, input, options);
  const repeatable = route.method !== 'POST' || route.once;
  const response = await tried(
    () => send(url, init, route.file ? FILE_LIMIT : LIMIT, options.signal),
    repeatable ? PAUSES : [],
  );
  if (!response.ok) {
    throw await errorOf(response);
  }
  const output: unknown = await response.json();
  readClock(output);
  return output as Out;
}

/** Answers that carry the server's time set the page's clock. */
function readClock(output: unknown): void {
  const { serverNow } = (output ?? {}) as { serverNow?: unknown };
  if (typeof serverNow === 'number') {
    syncClock(serverNow);
  }
}

function requestOf(
  route: Route<unknown, unknown>,
  input: unknown,
  options: CallOptions,
): { url: string; init: RequestInit } {
  const { path, rest } = fill(route.path, input);
  const inQuery = route.method === 'GET' || route.method === 'DELETE' || route.file;
  const headers: Record<string, string> = { 'Accept-Language': i18n.language };
  const init: RequestInit = { method: route.method, headers };
  if (route.file) {
    init.body = options.file ?? new Blob([]);
    headers['Content-Type'] = 'application/octet-stream';
  } else if (!inQuery) {
    init.body = JSON.stringify(rest);
    headers['Content-Type'] = 'application/json';
  }
  if (route.method === 'POST') {
    headers['Idempotency-Key'] = options.key ?? newKey();
  }
  return { url: inQuery ? path + query(rest) : path, init };
}

function query(fields: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      search.set(name, String(value));
    }
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

async function send(
  url: string,
  init: RequestInit,
  limit: number,
  signal?: AbortSignal,
): Promise<Response> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), limit);
  const stop = () => controller.abort();
  signal?.addEventListener('abort', stop);
  try {
    return await fetch(url, { ...init, credentials: 'same-origin', signal: controller.signal });
  } catch {
    throw offlineError();
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/** A gateway that lost its server, or the first try of the same key still running. */
function worthAnotherTry(response: Response): boolean {
  return [502, 503, 504].includes(response.status) && !isJson(response);
}

function isJson(response: Response): boolean {
  return (response.headers.get('content-type') ?? '').includes('json');
}

async function tried(
  attempt: () => Promise<Response>,
  pauses: readonly number[],
): Promise<Response> {
  for (const wait of pauses) {
    try {
      const response = await attempt();
      if (!worthAnotherTry(response)) {
        return response;
      }
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'offline') {
        throw error;
      }
    }
    await pause(wait);
  }
  return attempt();
}
