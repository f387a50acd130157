import type { Route } from '@zhiyu/contracts/route';
import { timeZoneHeader } from '@zhiyu/contracts/raw-paths';
import { currentLocale } from '../locales';
import { syncClock, timeZone } from '../platform/clock';
import { send, Unreachable, type HttpAnswer, type HttpRequest } from '../platform/http';
import { errorOf, offlineError } from './error';
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
  const request = requestOf(route, input, options);
  const repeatable = route.method !== 'POST' || route.once;
  const answer = await tried(request, repeatable ? PAUSES : []);
  if (!isOk(answer)) {
    throw errorOf(answer);
  }
  readClock(answer.body);
  return answer.body as Out;
}

/** Answers that carry the server's time set the page's clock. */
function readClock(output: unknown): void {
  const { serverNow } = (output ?? {}) as { serverNow?: unknown };
  if (typeof serverNow === 'number') {
    syncClock(serverNow);
  }
}

/** What is sent, and its type: the fields as JSON, or a file as it is; nothing where all is in the address. */
function bodyOf(route: Route<unknown, unknown>, rest: unknown, file?: Blob) {
  if (route.file) {
    return { type: 'application/octet-stream', body: file ?? new Blob([]) };
  }
  return route.method === 'GET' || route.method === 'DELETE'
    ? null
    : { type: 'application/json', body: JSON.stringify(rest) };
}

function requestOf(
  route: Route<unknown, unknown>,
  input: unknown,
  { file, key = newKey(), signal }: CallOptions,
): HttpRequest {
  const { path, rest } = fill(route.path, input);
  const content = bodyOf(route, rest, file);
  const inQuery = content === null || route.file;
  const headers: Record<string, string> = {
    'Accept-Language': currentLocale(),
    [timeZoneHeader]: timeZone,
  };
  if (route.method === 'POST') {
    headers['Idempotency-Key'] = key;
  }
  if (content) {
    headers['Content-Type'] = content.type;
  }
  return {
    url: inQuery ? path + query(rest) : path,
    method: route.method,
    headers,
    limit: route.file ? FILE_LIMIT : LIMIT,
    ...(content ? { body: content.body } : {}),
    ...(signal ? { signal } : {}),
  };
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

const isOk = ({ status }: HttpAnswer): boolean => status >= 200 && status < 300;

/** Not our server: a gateway that lost it, or the sign-in page of a hotel's network. */
function fromSomebodyElse(answer: HttpAnswer): boolean {
  return answer.body === null && (isOk(answer) || [502, 503, 504].includes(answer.status));
}

async function tried(request: HttpRequest, pauses: readonly number[]): Promise<HttpAnswer> {
  for (const wait of pauses) {
    try {
      const answer = await send(request);
      if (!fromSomebodyElse(answer)) {
        return answer;
      }
    } catch (error) {
      if (!(error instanceof Unreachable)) {
        throw error;
      }
    }
    await pause(wait);
  }
  const last = await send(request).catch((error: unknown) => {
    throw error instanceof Unreachable ? offlineError() : error;
  });
  if (fromSomebodyElse(last) && isOk(last)) {
    throw offlineError();
  }
  return last;
}
