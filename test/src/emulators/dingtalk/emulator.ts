import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { controlRoutes } from './control.js';
import { Gateway } from './gateway.js';
import { page } from './page.js';
import { Pushes } from './pushes.js';
import { Calendars } from './routes.calendar.js';
import { cardRoutes } from './routes.card.js';
import { Forms } from './routes.oa.js';
import { tokenRoutes } from './routes.token.js';
import {
  answer,
  apiError,
  type Call,
  oapiError,
  ok,
  readBody,
  type Reply,
  type Route,
} from './wire.js';
import { World } from './world.js';

/** Calls that bring their own proof instead of the app's token. */
const withoutToken = [
  ...['/v1.0/oauth2/accessToken', '/gettoken', '/v1.0/oauth2/userAccessToken'],
  ...['/v1.0/gateway/connections/open', '/v1.0/contact/users/me', '/oauth2/auth'],
];

const isOld = (path: string) => !path.startsWith('/v1.0/');

function tokenOf(request: IncomingMessage, url: URL): string {
  const header = request.headers['x-acs-dingtalk-access-token'];
  return typeof header === 'string' ? header : (url.searchParams.get('access_token') ?? '');
}

/** What DingTalk checks before a call reaches its interface. */
function refused({ world, path, token }: Call): Reply | null {
  const old = isOld(path);
  if (world.blockedUntil > world.now()) {
    return {
      status: 200,
      body: { status: 1111, wait: 5, source: 'x5', punish: 'deny', uuid: 'x' },
    };
  }
  world.monthly.used += 1;
  if (world.monthly.used > world.monthly.limit) {
    const code = 'Forbidden.AccessDenied.ApiCountLimitForOrg';
    return old ? oapiError(90020, '您的企业本月api调用量已超过限制') : apiError(403, code);
  }
  if (!withoutToken.includes(path) && !world.tokenGood(token)) {
    return old ? oapiError(40014, '不合法的access_token') : apiError(401, 'InvalidAuthentication');
  }
  const scopes = world.missingScopes.get(path);
  if (scopes) {
    const sub = { sub_code: '60011', sub_msg: '没有调用该接口的权限' };
    const detail = { accessdenieddetail: { requiredScopes: scopes } };
    const code = 'Forbidden.AccessDenied.AccessTokenPermissionDenied';
    return old ? oapiError(88, 'ding talk error', sub) : apiError(403, code, detail);
  }
  return null;
}

/** DingTalk's login page: signs in whoever is named, or shows who there is. */
function loginPage({ world, query }: Call): Reply {
  const back = query.redirect_uri ?? '';
  const known = query.client_id === world.app.clientId && back !== '';
  if (!known) {
    return { status: 400, body: 'redirect_uri or client_id is wrong', type: 'text/plain' };
  }
  const names = new Map([...world.users.values()].map(({ userid, name }) => [userid, name]));
  names.set('outsider', '不在企业里的人');
  const links = [...names.keys()].map((user) => {
    const code = `${user}-${Math.random().toString(36).slice(2)}`;
    world.codes.set(code, { user, kind: 'outside', until: world.now() + 300_000 });
    const url = new URL(back);
    url.searchParams.set('authCode', code);
    url.searchParams.set('state', query.state ?? '');
    return `<p><a href="${url.href.replaceAll('&', '&amp;')}">${names.get(user) ?? ''} ${user}</a></p>`;
  });
  return {
    status: 200,
    body: `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>钉钉登录（仿真）</title><body style="font:15px/1.6 system-ui,'Microsoft YaHei',sans-serif;margin:24px"><h1 style="font-size:18px">用谁的钉钉登录？</h1>${links.join('')}`,
    type: 'text/html;charset=utf-8',
  };
}

interface Parts {
  world: World;
  gateway: Gateway;
  calendars: Calendars;
  control: Readonly<Record<string, Route>>;
  routes: Readonly<Record<string, Route>>;
}

function fresh(address: () => string): Parts {
  const world = new World();
  const gateway = new Gateway(world, address);
  const pushes = new Pushes(world, gateway);
  const forms = new Forms(world, pushes);
  const routes: Record<string, Route> = {
    ...{ ...tokenRoutes, ...cardRoutes, ...forms.routes },
    'POST /v1.0/gateway/connections/open': (call) => gateway.open(call),
    'GET /oauth2/auth': loginPage,
  };
  const calendars = new Calendars(world);
  return {
    world,
    gateway,
    calendars,
    routes,
    control: controlRoutes({ world, gateway, pushes, forms }),
  };
}

function record(call: Call, status: number): void {
  const { world, method, path, query, token } = call;
  const body = 'form' in call.body ? {} : call.body; // a file is not written down
  world.journal.push({ at: Date.now(), method, path, query, token, body, status });
  if (JSON.stringify(query).includes(world.app.clientSecret)) {
    world.leaks.push(path);
  }
}

async function api(
  { routes, calendars }: Pick<Parts, 'routes' | 'calendars'>,
  call: Call,
  response: ServerResponse,
): Promise<void> {
  const fault = call.world.fault(call.path);
  await new Promise((done) => setTimeout(done, fault?.delay ?? 0));
  const given =
    fault?.status === undefined ? null : { status: fault.status, body: fault.body ?? {} };
  const route = routes[`${call.method} ${call.path}`] ?? calendars.route(call.method, call.path);
  const reply =
    given ?? refused(call) ?? (route ? await route(call) : apiError(404, 'InvalidAction.NotFound'));
  record(call, reply.status);
  if (fault?.loseAnswer) {
    response.destroy();
    return;
  }
  answer(response, reply);
}

async function handle(
  parts: Parts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { world, control } = parts;
  const url = new URL(request.url ?? '/', 'http://localhost');
  const query = Object.fromEntries(url.searchParams);
  const { pathname: path } = url;
  const { method = 'GET', headers } = request;
  const body = await readBody(request);
  const call: Call = { world, method, path, query, headers, body, token: tokenOf(request, url) };
  const own = control[`${method} ${path}`];
  if (own) {
    answer(response, await own(call));
  } else if (path === '/') {
    answer(response, { status: 200, body: page, type: 'text/html;charset=utf-8' });
  } else {
    await api(parts, call, response);
  }
}

/** Starts it on loopback. @param port 0 = any free one */
export async function startDingTalkEmulator(port: number) {
  let base = '';
  let parts = fresh(() => base);
  const server = createServer((request, response) => {
    if (request.url === '/_control/reset') {
      parts.gateway.kill();
      parts = fresh(() => base);
      answer(response, ok({}));
      return;
    }
    handle(parts, request, response).catch((error: unknown) => {
      answer(response, { status: 500, body: { message: String(error) } });
    });
  });
  server.on('upgrade', (request, socket, head) => parts.gateway.upgrade(request, socket, head));
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let awake: NodeJS.Timeout | undefined; // a process that listens to nothing would end
  return {
    base,
    /** Gone with all its connections; or back at the same address, with all it knew. */
    comeAndGo: () => {
      if (server.listening) {
        awake = setInterval(() => undefined, 60_000);
        parts.gateway.kill();
        server.close();
        server.closeAllConnections();
      } else {
        clearInterval(awake);
        server.listen(Number(new URL(base).port), '127.0.0.1');
      }
    },
    stop: () =>
      new Promise<void>((done) => {
        parts.gateway.kill();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
