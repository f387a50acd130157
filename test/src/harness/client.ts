import { randomUUID } from 'node:crypto';
import type { ErrorBody, ErrorCode } from '@zhiyu/contracts/errors';
import type { Route } from '@zhiyu/contracts/routes';
import { expect } from 'chai';

/** One browser: its cookies. */
export class TestSession {
  readonly cookies = new Map<string, string>();

  /** A browser that holds this cookie already. */
  static with(name: string, token: string): TestSession {
    const session = new TestSession();
    session.cookies.set(name, token);
    return session;
  }

  get header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = (line.split(';')[0] ?? '').split('=');
      if (name && value) {
        this.cookies.set(name, value);
      } else if (name) {
        this.cookies.delete(name);
      }
    }
  }
}

export interface CallOptions {
  /** The Idempotency-Key; a fresh one when absent, none with null. */
  key?: string | null;
  /** The Origin header; the server's own when absent, none with null. */
  origin?: string | null;
  /** The raw body of a file route. */
  file?: Uint8Array;
  headers?: Record<string, string>;
}

/** A request that the server refused. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
  ) {
    super(`${status} ${body.code}: ${body.message}`);
  }
}

/** Calls a server as a browser does. */
export class TestClient {
  constructor(readonly base: string) {}

  /** @throws Refused when the server does not answer with 200. */
  async call<I, O>(
    route: Route<I, O>,
    input: I,
    session: TestSession = new TestSession(),
    more: CallOptions = {},
  ): Promise<O> {
    const response = await this.send(route, input, session, more);
    const body = (await response.json()) as unknown;
    if (response.status !== 200) {
      throw new Refused(response.status, body as ErrorBody);
    }
    return body as O;
  }

  /** The same with the whole answer: for its status and headers. */
  async send<I, O>(
    route: Route<I, O>,
    input: I,
    session: TestSession = new TestSession(),
    more: CallOptions = {},
  ): Promise<Response> {
    const { path, rest } = fill(route.path, input as Record<string, unknown>);
    const bodiless = route.method === 'GET' || route.file;
    const query = bodiless ? `?${queryOf(rest)}` : '';
    const headers = { ...headersOf(route, more, this.base), ...more.headers };
    const body = bodiless ? null : JSON.stringify(rest);
    const file = route.file ? new Uint8Array(more.file ?? []) : null;
    const init = { method: route.method, headers, body: file ?? body };
    return this.raw(path + query, init, session);
  }

  /** Any address. */
  async raw(
    path: string,
    init: RequestInit = {},
    session: TestSession = new TestSession(),
  ): Promise<Response> {
    const headers = new Headers(init.headers);
    if (session.header) {
      headers.set('Cookie', session.header);
    }
    const response = await fetch(this.base + path, { redirect: 'manual', ...init, headers });
    session.keep(response);
    return response;
  }
}

function headersOf(
  route: Route<unknown, unknown>,
  more: CallOptions,
  base: string,
): Record<string, string> {
  const headers: Record<string, string> = {};
  if (route.method !== 'GET') {
    headers['Content-Type'] = route.file ? 'application/octet-stream' : 'application/json';
  }
  if (route.once && more.key !== null) {
    headers['Idempotency-Key'] = more.key ?? randomUUID();
  }
  if (more.origin !== null) {
    headers.Origin = more.origin ?? base;
  }
  return headers;
}

function fill(
  pattern: string,
  input: Record<string, unknown>,
): { path: string; rest: Record<string, unknown> } {
  const inPath = new Set([...pattern.matchAll(/:(\w+)/g)].map((match) => match[1]));
  const rest = Object.entries(input).filter(([name]) => !inPath.has(name));
  const path = pattern.replace(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(String(input[name])),
  );
  return { path, rest: Object.fromEntries(rest) };
}

function queryOf(fields: Record<string, unknown>): string {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString();
}

/** Expects a call to be refused with this code. @returns the refusal, for its details. */
export async function refused(call: Promise<unknown>, code: ErrorCode): Promise<Refused> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof Refused)) {
      throw error;
    }
    expect(error.body.code, error.message).to.equal(code);
    return error;
  }
  throw new Error(`expected ${code}, but the call was answered`);
}
