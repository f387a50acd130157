import type { IncomingMessage, ServerResponse } from 'node:http';
import { readable } from '../pictures.js';
import type { World } from './world.js';

export type Body = Readonly<Record<string, unknown>>;

/** A request as a route sees it. */
export interface Call {
  world: World;
  method: string;
  path: string;
  query: Record<string, string>;
  headers: IncomingMessage['headers'];
  body: Body;
  /** The app's or a person's token, from the header or the query. */
  token: string;
}

export interface Reply {
  status: number;
  body: unknown;
  type?: string;
}

export type Route = (call: Call) => Reply | Promise<Reply>;

export const ok = (body: unknown): Reply => ({ status: 200, body });

/** A failure of api.dingtalk.com. */
export function apiError(status: number, code: string, extra: object = {}): Reply {
  return { status, body: { code, requestid: 'emulated-request', message: code, ...extra } };
}

/** A failure of oapi.dingtalk.com: always in a 200. */
export function oapiError(errcode: number, errmsg: string, extra: object = {}): Reply {
  return ok({ errcode, errmsg, request_id: 'emulated-request', ...extra });
}

export const oapiOk = (extra: object): Reply => oapiError(0, 'ok', extra);

export function textIn(body: Body, name: string): string {
  const value = body[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

export function bodyIn(value: unknown): Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Body)
    : {};
}

export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const { 'content-type': type } = request.headers;
  const text = readable(Buffer.concat(chunks), type);
  if (type?.startsWith('multipart/form-data')) {
    return { form: text };
  }
  try {
    return bodyIn(JSON.parse(text === '' ? '{}' : text));
  } catch {
    return {};
  }
}

export function answer(response: ServerResponse, { status, body, type }: Reply): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, { 'content-type': type ?? 'application/json;charset=utf-8' });
  response.end(text);
}
