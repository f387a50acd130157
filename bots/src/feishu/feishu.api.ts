import type { ChannelTools, HttpAnswer } from '../channel.js';
import { busyCodes, FeishuError, tokenCodes } from './feishu.errors.js';

export interface FeishuSettings {
  /** https://open.feishu.cn or https://open.larksuite.com, without a slash at the end. */
  apiBase: string;
  /** https://accounts.feishu.cn or https://accounts.larksuite.com. */
  loginBase: string;
  appId: string;
  appSecret: string;
  /** 事件与回调 > 加密策略 > Verification Token. */
  verificationToken: string;
  /** The same page, Encrypt Key. */
  encryptKey: string;
}

export interface FeishuCall {
  method: 'GET' | 'POST' | 'PATCH';
  /** From /open-apis on. */
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  /** Instead of the app's own token; null = none. */
  bearer?: string | null;
}

type Fields = Record<string, unknown>;

/** An object's fields; none of anything else. */
export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

export const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Renewed this long before its end: the platform hands out a new one in the last 30 minutes. */
const earlySeconds = 300;
const tokenPath = '/open-apis/auth/v3/tenant_access_token/internal';
/** Longer than a press may wait; a job tries again by itself. */
const longestWaitMs = 2_000;

/** Calls to the open platform with the app's token: kept between processes, one request for many callers. */
export class FeishuApi {
  private renewal: Promise<string> | null = null;
  private until: number | null = null;

  constructor(
    readonly settings: FeishuSettings,
    private readonly tools: ChannelTools,
  ) {}

  /** End of the token that was used last, ms; null before the first. */
  get tokenUntil(): number | null {
    return this.until;
  }

  /**
   * The whole answer of a call that succeeded. A token that the platform no longer takes is renewed once; a short
   * limit of frequency is waited for once.
   * @throws FeishuError when it did not; Error when no answer came
   */
  async call(call: FeishuCall): Promise<Fields> {
    const bearer = call.bearer === undefined ? await this.token() : call.bearer;
    const first = await this.request(call, bearer);
    if (first.code === 0) {
      return first.fields;
    }
    if (tokenCodes.has(first.code) && call.bearer === undefined) {
      await this.tools.store.delete(this.tokenKey());
      return this.once(call, await this.token());
    }
    if (busyCodes.has(first.code) && first.waitMs <= longestWaitMs) {
      await new Promise((resolve) => setTimeout(resolve, first.waitMs));
      return this.once(call, bearer);
    }
    throw new FeishuError(first.code, call.path);
  }

  /** All items of a list, page by page. */
  async list(path: string, query: Record<string, string>): Promise<Fields[]> {
    const items: Fields[] = [];
    const seen = new Set<string>();
    let page = '';
    do {
      seen.add(page);
      const paged = page === '' ? query : { ...query, page_token: page };
      const data = fieldsOf((await this.call({ method: 'GET', path, query: paged })).data);
      items.push(...(Array.isArray(data.items) ? data.items.map(fieldsOf) : []));
      page = data.has_more === true ? textOf(data.page_token) : '';
    } while (page !== '' && !seen.has(page));
    return items;
  }

  /** Text kept until shortly before its end, made anew by one caller for all of this process. */
  async kept(
    key: string,
    make: () => Promise<{ value: string; seconds: number }>,
  ): Promise<string> {
    const known = await this.tools.store.get(key);
    if (known !== null) {
      return known;
    }
    const { value, seconds } = await make();
    await this.tools.store.set(key, value, Math.max(1, seconds - earlySeconds));
    return value;
  }

  private async once(call: FeishuCall, bearer: string | null): Promise<Fields> {
    const { code, fields } = await this.request(call, bearer);
    if (code !== 0) {
      throw new FeishuError(code, call.path);
    }
    return fields;
  }

  private token(): Promise<string> {
    this.renewal ??= this.kept(this.tokenKey(), () => this.newToken()).finally(() => {
      this.renewal = null;
    });
    return this.renewal;
  }

  private tokenKey(): string {
    return `feishu:token:${this.settings.appId}`;
  }

  private async newToken(): Promise<{ value: string; seconds: number }> {
    const { appId, appSecret } = this.settings;
    const body = { app_id: appId, app_secret: appSecret };
    const fields = await this.once({ method: 'POST', path: tokenPath, body }, null);
    const seconds = typeof fields.expire === 'number' ? fields.expire : 0;
    this.until = this.tools.now() + seconds * 1000;
    return { value: textOf(fields.tenant_access_token), seconds };
  }

  private async request(
    { method, path, query, body }: FeishuCall,
    bearer: string | null,
  ): Promise<{ code: number; fields: Fields; waitMs: number }> {
    const search = query ? `?${new URLSearchParams(query).toString()}` : '';
    const answer = await this.tools.http
      .request({
        ...{ method, url: `${this.settings.apiBase}${path}${search}` },
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        },
        body: body === undefined ? null : JSON.stringify(body),
      })
      .catch(() => {
        throw new Error(`飞书没有回答（${path}），会再试`);
      });
    return read(answer);
  }
}

/** The platform's own code; the OAuth calls write it as a text, and leave it out where all is well. */
function codeOf(fields: Fields, status: number): number {
  const given = Number(fields.code ?? Number.NaN);
  if (Number.isFinite(given)) {
    return given;
  }
  const well = status >= 200 && status < 300;
  return well && textOf(fields.access_token) !== '' ? 0 : well ? -1 : status;
}

function read({ status, headers, body }: HttpAnswer) {
  let fields: Fields = {};
  try {
    fields = fieldsOf(JSON.parse(body));
  } catch {
    // No JSON: the status has to speak.
  }
  const seconds = Number(headers['x-ogw-ratelimit-reset'] ?? '1');
  const waitMs = Number.isFinite(seconds) ? seconds * 1000 : 1000;
  return { code: codeOf(fields, status), fields, waitMs };
}
