import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { companyRoutes, getToken, newOauthCode } from './api.company.js';
import { enter, kfRoutes } from './api.kf.js';
import { messageRoutes, robotSend } from './api.message.js';
import { BotSocket } from './bot-socket.js';
import { control, kfNotice } from './control.js';
import { readable } from '../pictures.js';
import { chatPage, signInPage } from './page.js';
import { errorWords, type Fields, fields, Refused, text } from './wire.js';
import { type Fault, World } from './world.js';

const routes = { ...messageRoutes, ...kfRoutes, ...companyRoutes };
const perMinute = 10_000;
const callsKept = 5_000;

/** An emulated WeCom: what the product is told of it are addresses only. */
export class Emulator {
  world = new World();
  readonly server: Server;
  readonly bot: BotSocket;
  private port = 0;

  constructor() {
    this.server = createServer((request, response) => {
      this.handle(request, response).catch((error: unknown) => {
        const words = error instanceof Error ? error.message : 'failed';
        response.writeHead(500).end(JSON.stringify({ error: words }));
      });
    });
    this.bot = new BotSocket(() => this.world, this.server);
  }

  async start(port: number): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Gone with all its connections; or back at the same address, with all it knew. */
  comeAndGo(): void {
    if (this.server.listening) {
      this.port = (this.server.address() as AddressInfo).port;
      this.bot.cut();
      this.server.close();
      this.server.closeAllConnections();
    } else {
      this.server.listen(this.port, '127.0.0.1');
    }
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://emulator');
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    const raw = readable(Buffer.concat(chunks), request.headers['content-type']);
    const json = (body: unknown, status = 200) => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
      response.end(JSON.stringify(body));
    };
    if (url.pathname.startsWith('/_control/')) {
      json(await control(this, url, fields(raw === '' ? {} : JSON.parse(raw))));
    } else if (url.pathname.startsWith('/cgi-bin/')) {
      await this.api({ method: request.method ?? 'GET', url, raw }, response, json);
    } else {
      this.pages(url, response);
    }
  }

  private async api(
    call: { method: string; url: URL; raw: string },
    response: ServerResponse,
    json: (body: unknown, status?: number) => void,
  ): Promise<void> {
    const { world } = this;
    const path = call.url.pathname;
    const fault = world.faults.find(
      (one) => one.times > 0 && (one.path === '' || one.path === path),
    );
    if (fault && fault.kind !== 'lost') {
      fault.times -= 1;
      const ended = await misbehave(fault, response, json);
      if (ended) {
        return;
      }
    }
    const answer = this.answer(call);
    if (fault?.kind === 'lost') {
      fault.times -= 1;
      response.destroy(); // it was done, and the caller will never know
      return;
    }
    json(answer);
  }

  private answer({ method, url, raw }: { method: string; url: URL; raw: string }): Fields {
    const { world } = this;
    const path = url.pathname;
    const query = Object.fromEntries(url.searchParams);
    const body = raw.startsWith('{') ? fields(JSON.parse(raw)) : {};
    world.calls.push({ path, at: world.now(), body, query });
    world.calls.splice(0, Math.max(0, world.calls.length - callsKept));
    try {
      return { errcode: 0, errmsg: 'ok', ...this.routed({ method, url, raw }, body) };
    } catch (error) {
      if (error instanceof Refused) {
        return { errcode: error.errcode, errmsg: errorWords(error.errcode, error.words) };
      }
      throw error;
    }
  }

  private routed(call: { method: string; url: URL; raw: string }, body: Fields): Fields {
    const { world } = this;
    const { method, url, raw } = call;
    const path = url.pathname;
    if (!world.trustedIp) {
      throw new Refused(60_020, 'not allow to access from your ip');
    }
    if (path === '/cgi-bin/gettoken') {
      return getToken(world, url.searchParams);
    }
    if (path === '/cgi-bin/webhook/send') {
      return robotSend(world, text(url.searchParams.get('key')), body);
    }
    this.checkToken(text(url.searchParams.get('access_token')));
    if (world.count(`${path} ${Math.floor(world.now() / 60_000)}`) > perMinute) {
      throw new Refused(45_009, 'api freq out of limit');
    }
    const route = routes[`${method} ${path}`];
    if (!route) {
      throw new Refused(40_066, 'invalid url');
    }
    return route({ world, app: world.app, query: url.searchParams, body, raw });
  }

  private checkToken(value: string): void {
    const token = this.world.tokens.get(value);
    if (value === '') {
      throw new Refused(41_001, 'access_token missing');
    }
    if (!token || token.dead) {
      throw new Refused(40_014, 'invalid access_token');
    }
    if (token.until <= this.world.now()) {
      throw new Refused(42_001, 'access_token expired');
    }
  }

  /** The pages that people see: signing in, and the chats. */
  private pages(url: URL, response: ServerResponse): void {
    const { world } = this;
    if (url.pathname === '/connect/oauth2/authorize' || url.pathname === '/wwopen/sso/qrConnect') {
      const redirect = new URL(text(url.searchParams.get('redirect_uri')));
      const trusted = redirect.host === world.app.trustedDomain;
      if (url.searchParams.get('appid') !== world.corpId || !trusted) {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.end('<p>50001 redirect_uri 与配置的可信域名不一致</p>');
        return;
      }
      const user = url.searchParams.get('as') ?? world.loginAs;
      if (user === '') {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
        response.end(signInPage(world, url));
        return;
      }
      redirect.searchParams.set('code', newOauthCode(world, { userid: user }));
      redirect.searchParams.set('state', text(url.searchParams.get('state')));
      response.writeHead(302, { location: redirect.toString() }).end();
      return;
    }
    const [customer] = world.customers.keys();
    if (url.pathname.startsWith('/kfid/') && customer !== undefined) {
      // Whoever follows the link here is the first customer, as on a phone it is the phone's owner.
      enter(world, customer, url.href);
      void kfNotice({ world });
      response.writeHead(302, { location: `/#${customer}` }).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(chatPage(world));
  }
}

/** @returns whether the answer was given by this */
async function misbehave(
  fault: Fault,
  response: ServerResponse,
  json: (body: unknown, status?: number) => void,
): Promise<boolean> {
  const codes = { busy: -1, rate: 45_009, errcode: fault.errcode } as const;
  switch (fault.kind) {
    case 'slow':
      await sleep(fault.ms);
      return false;
    case 'reset':
      response.destroy();
      return true;
    case 'gateway':
      response.writeHead(502).end('<html>502 Bad Gateway</html>');
      return true;
    case 'busy':
    case 'rate':
    case 'errcode':
      json({
        errcode: codes[fault.kind],
        errmsg: errorWords(codes[fault.kind], 'fault on demand'),
      });
      return true;
    case 'lost':
      return false;
  }
}
