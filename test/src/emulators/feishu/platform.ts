import { randomBytes } from 'node:crypto';
import { cardFaults, type Fields, fields } from './card-rules.js';
import { app, newTenant } from './tenant.js';

export interface EmulatedMessage {
  id: string;
  receiver: string;
  card: Fields;
  sentAt: number;
  updates: number;
  recalled: boolean;
}

export interface ApiAnswer {
  status: number;
  body: Fields;
  headers?: Record<string, string>;
}

export interface ApiCall {
  method: string;
  path: string;
  query: URLSearchParams;
  bearer: string;
  body: Fields;
}

const ok = (data: Fields = {}): ApiAnswer => ({ status: 200, body: { code: 0, msg: 'ok', data } });
const wrong = (code: number, msg: string, status = 400): ApiAnswer => ({
  status,
  body: { code, msg },
});
const nameOf = ({ method, path }: ApiCall) => `${method} ${path}`;
const hour = 3_600_000;
const largestCard = 30 * 1024;

/** The open platform of one app in one company: what it was told, and the rules it keeps. */
export class Platform {
  readonly tenant = newTenant();
  readonly messages: EmulatedMessage[] = [];
  /** Path of each call in the order of their coming. */
  readonly calls: string[] = [];
  /** Answers to the next calls of a path that begins so, before anything is looked at. */
  readonly faults: { path: string; answer: ApiAnswer }[] = [];
  limits = { perSecond: 5 };
  private readonly tokens = new Map<string, number>();
  private readonly sent = new Map<string, { id: string; at: number }>();
  private readonly codes = new Map<string, { user: string; redirect: string; until: number }>();
  private readonly userTokens = new Map<string, string>();
  private readonly recent = new Map<string, number[]>();
  private offset = 0;

  now(): number {
    return Date.now() + this.offset;
  }

  advance(seconds: number): void {
    this.offset += seconds * 1000;
  }

  /** All tokens are worth nothing from now on. */
  revoke(): void {
    this.tokens.clear();
  }

  /** @param redirect where the log-in page sent the browser; empty = the code came without a page */
  newCode(user: string, redirect = ''): string {
    const code = randomBytes(16).toString('hex');
    this.codes.set(code, { user, redirect, until: this.now() + 5 * 60_000 });
    return code;
  }

  answer(call: ApiCall): ApiAnswer {
    this.calls.push(nameOf(call));
    const at = this.faults.findIndex(({ path }) => call.path.startsWith(path));
    const fault = at < 0 ? undefined : this.faults.splice(at, 1)[0];
    return fault?.answer ?? this.open(call) ?? this.refused(call) ?? this.known(call);
  }

  /** What needs no token of the app. */
  private open(call: ApiCall): ApiAnswer | null {
    switch (call.path) {
      case '/open-apis/auth/v3/tenant_access_token/internal':
        return this.token(call.body);
      case '/open-apis/authen/v2/oauth/token':
        return this.userToken(call.body);
      case '/open-apis/authen/v1/user_info':
        return this.userInfo(call.bearer);
      default:
        return null;
    }
  }

  private refused({ bearer }: ApiCall): ApiAnswer | null {
    if (bearer === '') {
      return wrong(99991661, 'Missing access token for authorization');
    }
    return (this.tokens.get(bearer) ?? 0) > this.now()
      ? null
      : wrong(99991663, 'Invalid access token for authorization');
  }

  private known(call: ApiCall): ApiAnswer {
    const message = /^PATCH \/open-apis\/im\/v1\/messages\/([^/]+)$/.exec(nameOf(call))?.[1];
    if (message !== undefined) {
      return this.patch(message, call.body);
    }
    switch (nameOf(call)) {
      case 'POST /open-apis/im/v1/messages':
        return this.create(call);
      case 'GET /open-apis/contact/v3/departments/0/children':
        return this.page(call, this.departments());
      case 'GET /open-apis/contact/v3/users/find_by_department':
        return this.page(call, this.users(call.query.get('department_id') ?? ''));
      case 'GET /open-apis/tenant/v2/tenant/query':
        return ok({ tenant: { name: '示例企业', tenant_key: app.tenant } });
      case 'POST /open-apis/jssdk/ticket/get':
        return ok({ ticket: 'emulated-ticket', expire_in: 7200 });
      default:
        return wrong(404, 'not found', 404);
    }
  }

  private token({ app_id: id, app_secret: secret }: Fields): ApiAnswer {
    if (id !== app.id || secret !== app.secret) {
      return wrong(10014, 'app secret invalid', 200);
    }
    // The same one while it has more than half an hour, then a new one beside it.
    const kept = [...this.tokens].find(([, until]) => until - this.now() > hour / 2);
    const token = kept?.[0] ?? `t-${randomBytes(12).toString('hex')}`;
    const until = kept?.[1] ?? this.now() + 2 * hour;
    this.tokens.set(token, until);
    const expire = Math.floor((until - this.now()) / 1000);
    return { status: 200, body: { code: 0, msg: 'ok', tenant_access_token: token, expire } };
  }

  private create({ query, body }: ApiCall): ApiAnswer {
    const { content, receive_id: receiver, uuid } = body as Record<string, string>;
    const known = this.sent.get(uuid ?? '');
    if (known && this.now() - known.at < hour) {
      return ok({ message_id: known.id });
    }
    const refusal = this.createFault(query.get('receive_id_type') ?? '', body);
    return refusal ?? this.place(receiver ?? '', content ?? '', uuid ?? null);
  }

  private createFault(type: string, body: Fields): ApiAnswer | null {
    const { receive_id: receiver, uuid = '', content } = body as Record<string, string>;
    if (body.msg_type !== 'interactive' || receiver === undefined || uuid.length > 50) {
      return wrong(230001, 'invalid param');
    }
    return (
      this.receiverFault(type, receiver) ?? this.contentFault(content) ?? this.tooFast(receiver)
    );
  }

  private place(receiver: string, content: string, uuid: string | null): ApiAnswer {
    const id = `om_${randomBytes(12).toString('hex')}`;
    const card = fields(JSON.parse(content));
    const message = { id, receiver, card, sentAt: this.now(), updates: 0 };
    this.messages.push({ ...message, recalled: false });
    if (uuid !== null) {
      this.sent.set(uuid, { id, at: this.now() });
    }
    return ok({ message_id: id });
  }

  private receiverFault(type: string, receiver: string): ApiAnswer | null {
    if (type === 'chat_id') {
      const chat = this.tenant.chats.find(({ id }) => id === receiver);
      return chat?.botInside ? null : wrong(230002, 'Bot/User can NOT be out of the chat.');
    }
    const user = this.tenant.users.find(({ openId, userId }) =>
      type === 'open_id' ? openId === receiver : type === 'user_id' && userId === receiver,
    );
    if (!user) {
      return wrong(99992351, `not a valid {${type}} ${receiver}`);
    }
    return user.available ? null : wrong(230013, 'Bot has NO availability to this user.');
  }

  private contentFault(content: unknown): ApiAnswer | null {
    if (typeof content !== 'string' || Buffer.byteLength(content) > largestCard) {
      return wrong(230025, 'The length of the message content reaches its limit.');
    }
    const faults = cardFaults(fields(JSON.parse(content)));
    return faults.length === 0
      ? null
      : wrong(230099, `Failed to create card content, ext=${faults.join('; ')}`);
  }

  private tooFast(key: string): ApiAnswer | null {
    const times = (this.recent.get(key) ?? []).filter((at) => this.now() - at < 1000);
    if (times.length >= this.limits.perSecond) {
      return wrong(230020, 'This operation triggers the frequency limit.');
    }
    this.recent.set(key, [...times, this.now()]);
    return null;
  }

  private patch(id: string, { content }: Fields): ApiAnswer {
    const message = this.messages.find((one) => one.id === id);
    if (!message || message.recalled) {
      return wrong(230011, 'The message is recalled.');
    }
    if (this.now() - message.sentAt > 14 * 24 * hour) {
      return wrong(230031, 'The message has expired.');
    }
    const refusal = this.contentFault(content) ?? this.tooFast(id);
    if (!refusal) {
      message.card = fields(JSON.parse(String(content)));
      message.updates++;
    }
    return refusal ?? ok();
  }

  private userToken(body: Fields): ApiAnswer {
    const { client_id: id, client_secret: secret, code } = body;
    const found = this.codes.get(String(code));
    this.codes.delete(String(code));
    if (id !== app.id || secret !== app.secret) {
      return wrong(20002, 'The app secret is invalid.');
    }
    if (!found || found.until < this.now()) {
      return wrong(found ? 20004 : 20003, 'The authorization code is used or has expired.');
    }
    if (found.redirect !== '' && found.redirect !== body.redirect_uri) {
      return wrong(20071, 'The redirect_uri does not match the one of the authorization.');
    }
    const token = `u-${randomBytes(12).toString('hex')}`;
    this.userTokens.set(token, found.user);
    return { status: 200, body: { code: '0', access_token: token, expires_in: 7200 } };
  }

  private userInfo(bearer: string): ApiAnswer {
    const openId = this.userTokens.get(bearer);
    const user = this.tenant.users.find((one) => one.openId === openId);
    return user
      ? ok({ open_id: user.openId, name: user.name, tenant_key: user.tenant })
      : wrong(99991668, 'Invalid access token for authorization');
  }

  private departments(): Fields[] {
    return this.tenant.departments.map(({ id, parent, name, leader }) => ({
      ...{ open_department_id: id, parent_department_id: parent, name },
      ...{ leader_user_id: leader ?? '', status: { is_deleted: false } },
      leaders: leader === null ? [] : [{ leaderType: 1, leaderID: leader }],
    }));
  }

  private users(department: string): Fields[] {
    return this.tenant.users
      .filter((user) => user.departments.includes(department))
      .map(({ openId, userId, name, departments, leader, resigned, enterpriseEmail }) => ({
        ...(enterpriseEmail === undefined ? {} : { enterprise_email: enterpriseEmail }),
        ...{ open_id: openId, user_id: userId, name, department_ids: departments },
        ...{ leader_user_id: leader ?? '', status: { is_resigned: resigned, is_frozen: false } },
      }));
  }

  /** Two on a page, whatever was asked for, so that one who reads a single page is seen. */
  private page({ query }: ApiCall, all: Fields[]): ApiAnswer {
    const from = Number(query.get('page_token') ?? '0');
    const more = from + 2 < all.length;
    const items = all.slice(from, from + 2);
    return ok({ items, has_more: more, ...(more ? { page_token: String(from + 2) } : {}) });
  }
}
