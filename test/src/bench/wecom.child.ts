import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer } from './child.js';

/** How often each response code changed a card. */
const changes = new Map<string, number>();
/** Calls of any other interface. */
const others = new Map<string, number>();

const count = (of: Map<string, number>, name: string) => of.set(name, (of.get(name) ?? 0) + 1);

async function codeOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}');
  return (body as { response_code?: string }).response_code ?? '';
}

async function answerOf(request: IncomingMessage): Promise<object> {
  const { pathname } = new URL(request.url ?? '/', 'http://wecom');
  const ok = { errcode: 0, errmsg: 'ok' };
  if (pathname === '/cgi-bin/message/update_template_card') {
    count(changes, await codeOf(request));
    return ok;
  }
  count(others, pathname);
  return pathname === '/cgi-bin/gettoken'
    ? { ...ok, access_token: 'token-of-the-bench', expires_in: 7_200 }
    : { errcode: -1, errmsg: 'not measured' };
}

/** WeCom's side of the measurement: a token, and the cards of those who did not press change. */
function start(): Promise<number> {
  const server = createServer((request, response) => {
    void answerOf(request).then((body) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

const seen = () =>
  Promise.resolve({ changes: Object.fromEntries(changes), others: Object.fromEntries(others) });

const commands = { start, seen };
export type WeComCommands = typeof commands;

answer(commands);
