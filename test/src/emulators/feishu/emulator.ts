import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CallbackFault, Callbacks } from './callbacks.js';
import { type Fields, fields } from './card-rules.js';
import { loginPage, pageOf } from './page.js';
import { type ApiAnswer, Platform } from './platform.js';
import { app } from './tenant.js';

export interface FeishuEmulator {
  address: string;
  platform: Platform;
  callbacks: Callbacks;
  stop: () => Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    return fields(JSON.parse(text));
  } catch {
    return {};
  }
}

type Control = (body: Fields, url: URL) => unknown;

const text = (value: unknown) => (typeof value === 'string' ? value : '');

function controls(platform: Platform, callbacks: Callbacks): Record<string, Control> {
  return {
    state: () => {
      const { messages, calls } = platform;
      return { messages, calls, toasts: callbacks.toasts };
    },
    callback: ({ url }) => void (callbacks.url = text(url)),
    press: (body) =>
      callbacks.press({
        ...{ messageId: text(body.messageId), as: text(body.as), label: text(body.label) },
        choose: text(body.choose),
        fault: body.fault as CallbackFault,
        ...(typeof body.eventId === 'string' ? { eventId: body.eventId } : {}),
      }),
    event: ({ type, event, fault }) =>
      callbacks.event(text(type), fields(event), { fault: fault as CallbackFault }),
    verify: ({ fault }) => callbacks.verify(fault as CallbackFault),
    faults: ({ path, answer }) =>
      void platform.faults.push({ path: text(path), answer: answer as ApiAnswer }),
    clock: ({ advanceSeconds }) => platform.advance(Number(advanceSeconds)),
    limits: ({ perSecond, retryDelays }) => {
      platform.limits = { perSecond: Number(perSecond ?? platform.limits.perSecond) };
      callbacks.retryDelays = (retryDelays as number[] | undefined) ?? callbacks.retryDelays;
    },
    revoke: () => platform.revoke(),
    recall: ({ messageId }) => {
      const message = platform.messages.find(({ id }) => id === messageId);
      if (message) {
        message.recalled = true;
      }
    },
    code: ({ as }) => ({ code: platform.newCode(text(as)) }),
  };
}

function send(response: ServerResponse, answer: ApiAnswer): void {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(answer.status, { ...type, ...answer.headers });
  response.end(JSON.stringify(answer.body));
}

function html(response: ServerResponse, page: string): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}

function moved(response: ServerResponse, location: string): void {
  response.writeHead(303, { location }).end();
}

/** What a person looks at. @returns whether the path was one of these */
function human(url: URL, response: ServerResponse, of: FeishuEmulator): boolean {
  const query = (name: string) => url.searchParams.get(name) ?? '';
  switch (url.pathname) {
    case '/':
      html(response, pageOf(of.platform, of.callbacks.toasts));
      return true;
    case '/open-apis/authen/v1/authorize':
      html(response, loginPage(of.platform, query('redirect_uri'), query('state')));
      return true;
    case '/_control/login': {
      const target = new URL(query('redirect'));
      target.searchParams.set('code', of.platform.newCode(query('as'), query('redirect')));
      target.searchParams.set('state', query('state'));
      moved(response, target.href);
      return true;
    }
    default:
      return false;
  }
}

async function serve(request: IncomingMessage, response: ServerResponse, of: FeishuEmulator) {
  const url = new URL(request.url ?? '/', 'http://emulator');
  if (human(url, response, of)) {
    return;
  }
  const body = await bodyOf(request);
  const name = /^\/_control\/(\w+)$/.exec(url.pathname)?.[1];
  if (name !== undefined) {
    const result = controls(of.platform, of.callbacks)[name]?.(body, url);
    if (url.searchParams.has('page')) {
      moved(response, '/');
    } else {
      send(response, { status: 200, body: fields((await result) ?? {}) });
    }
    return;
  }
  const bearer = (request.headers.authorization ?? '').replace(/^Bearer /, '');
  const call = { method: request.method ?? '', path: url.pathname, query: url.searchParams };
  send(response, of.platform.answer({ ...call, bearer, body }));
}

/** The open platform on the loopback. @param port 0 = any free one */
export async function startFeishu(port = 0): Promise<FeishuEmulator> {
  const platform = new Platform();
  const server = createServer((request, response) => {
    serve(request, response, emulator).catch((error: unknown) => {
      send(response, { status: 500, body: { msg: String(error) } });
    });
  });
  const emulator: FeishuEmulator = {
    ...{ address: '', platform, callbacks: new Callbacks(platform) },
    stop: () =>
      new Promise((ended) => {
        server.close(() => ended());
        server.closeAllConnections();
      }),
  };
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  emulator.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return emulator;
}

/** What the product has to be told of the emulated app. */
export function settingsFor(address: string) {
  return {
    ...{ apiBase: address, loginBase: address, appId: app.id, appSecret: app.secret },
    ...{ verificationToken: app.verificationToken, encryptKey: app.encryptKey },
  };
}
