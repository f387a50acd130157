import { setTimeout as sleep } from 'node:timers/promises';
import type { CardAttachment, ChannelTools, HttpAnswer } from '../channel.js';
import { fileForm } from '../multipart.js';
import { addressOf, type Fields, isFields, jsonOf, numberOf, textOf } from './wecom.answers.js';
import type { WeComApp } from './wecom.settings.js';
import { Cached, valued } from './wecom.tokens.js';

/** WeCom refused a call, or did not answer. Its text holds no token, secret or person. */
export class WeComError extends Error {
  constructor(
    readonly errcode: number,
    readonly path: string,
  ) {
    super(`企业微信${reasonOf(errcode)}（${path}，${errcode}）`);
    this.name = 'WeComError';
  }

  /** A later try can work: the network, the frequency, the address list of this server, the token. */
  get passing(): boolean {
    return passing.has(this.errcode);
  }

  /** It passes by itself: the network, the frequency, the token. */
  get brief(): boolean {
    return stale.has(this.errcode) || busy.has(this.errcode) || this.errcode === tooOften;
  }
}

/** No answer, or one that is not JSON. */
export const noAnswer = -2;
const stale = new Set([40_014, 42_001, 41_001]);
const busy = new Set([-1, 45_033, noAnswer]);
const tooOften = 45_009;
const passing = new Set([
  ...stale,
  ...busy,
  tooOften,
  40_001,
  40_013,
  60_020,
  48_002,
  50_003,
  301_002,
]);

const reasons: Record<number, string> = {
  [noAnswer]: '没有应答',
  [-1]: '系统繁忙',
  40001: '不认应用的 Secret',
  40013: '不认企业 ID',
  45009: '说调用太频繁',
  45033: '说并发太多',
  48002: '没有给应用这个接口的权限',
  50003: '停用了应用',
  60011: '说应用看不到这个人',
  60020: '不认服务器的 IP（企业可信 IP）',
  60111: '说没有这个人',
  81013: '说收件人都无效',
  93000: '不认群机器人的 key',
  95001: '说 48 小时内的 5 条已用完',
  95018: '说会话不在可发送的状态',
  301002: '说应用没有权限',
};
const reasonOf = (errcode: number) => reasons[errcode] ?? '拒绝了请求';

export interface ApiCall {
  path: string;
  query?: Record<string, string>;
  /** null: GET */
  body: Fields | null;
  /** Goes up in a form instead of the body. */
  file?: CardAttachment;
  /** Must not reach WeCom twice: it is not repeated where nobody knows whether it did. */
  once?: boolean;
}

/** The only part of an error's words that may be logged: what WeCom's support asks for. */
const hintOf = (errmsg: string) => /hint: \[(\w+)\]/.exec(errmsg)?.[1] ?? '';

/** What goes with the call; null: a GET. */
function contentOf({ body, file }: ApiCall) {
  if (file) {
    return fileForm('media', file);
  }
  return body === null
    ? null
    : { contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) };
}

const tries = 4;
const answerMs = 8_000;

export interface ApiPace {
  /** First pause before a repetition, ms; each further one is twice as long. */
  pauseMs: number;
  /** Pause after “too often”, ms. */
  tooOftenMs: number;
}

/** The server side of WeCom for one app: its token, repetitions, and errors in words. */
export class WeComApi {
  private readonly tokens: Cached;
  lastError: { at: number; text: string } | null = null;
  /** The last call failed for a reason that is not the message's own: the network, the keys, the rights of the app. */
  failing = false;

  constructor(
    readonly app: WeComApp,
    private readonly tools: ChannelTools,
    private readonly pace: ApiPace = { pauseMs: 200, tooOftenMs: 1_000 },
  ) {
    this.tokens = new Cached(tools, `token ${app.corpId} ${app.secret}`, () => this.newToken());
  }

  get tokenUntil(): number | null {
    return this.tokens.until;
  }

  get(path: string, query: Record<string, string> = {}): Promise<Fields> {
    return this.call({ path, query, body: null });
  }

  post(path: string, body: Fields): Promise<Fields> {
    return this.call({ path, body });
  }

  /** Work whose failure says nothing of the channel: what stood before stands after it. */
  async aside<T>(work: () => Promise<T>): Promise<T> {
    const { failing, lastError } = this;
    try {
      return await work();
    } catch (error) {
      Object.assign(this, { failing, lastError });
      throw error;
    }
  }

  /** @returns the id under which a message names the picture; WeCom keeps it three days */
  async upload(picture: CardAttachment): Promise<string> {
    const path = '/cgi-bin/media/upload';
    const answer = await this.call({ path, query: { type: 'image' }, body: null, file: picture });
    return textOf(answer.media_id);
  }

  /**
   * Calls with the token, once more with a new one when WeCom does not know it, and again after a pause when it is busy.
   * @throws WeComError
   */
  async call(request: ApiCall): Promise<Fields> {
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const token = await this.tokens.current();
      const answer = await this.ask(request, { access_token: token });
      const errcode = numberOf(answer.errcode);
      if (errcode === 0) {
        this.failing = false;
        return answer;
      }
      if (stale.has(errcode) && !renewed) {
        renewed = true;
        await this.tokens.drop(token);
        continue;
      }
      await this.again(request, errcode, attempt);
    }
  }

  /** Waits where a repetition is right. @throws WeComError where it is not */
  private async again(request: ApiCall, errcode: number, attempt: number): Promise<void> {
    const lost = errcode === noAnswer && request.once === true;
    if (busy.has(errcode) && attempt < tries && !lost) {
      await sleep(this.pace.pauseMs * 2 ** (attempt - 1));
    } else if (errcode === tooOften && attempt < 2) {
      await sleep(this.pace.tooOftenMs);
    } else {
      throw this.failed(errcode, request.path);
    }
  }

  private failed(errcode: number, path: string): WeComError {
    const error = new WeComError(errcode, path);
    this.failing = error.passing;
    this.lastError = { at: this.tools.now(), text: error.message };
    return error;
  }

  private async newToken() {
    const { corpId: corpid, secret: corpsecret } = this.app;
    const request = { path: '/cgi-bin/gettoken', body: null };
    for (let attempt = 1; ; attempt++) {
      const answer = await this.ask(request, { corpid, corpsecret });
      const token = textOf(answer.access_token);
      if (numberOf(answer.errcode) === 0 && token !== '') {
        return valued(token, numberOf(answer.expires_in), this.tools.now());
      }
      await this.again(request, numberOf(answer.errcode) || noAnswer, attempt);
    }
  }

  /** One exchange. The query holds secrets, as WeCom demands: nothing of it goes into an error or the log. */
  private async ask(request: ApiCall, secrets: Record<string, string>): Promise<Fields> {
    const { path, query = {} } = request;
    const sent = contentOf(request);
    const answer = await this.exchange({
      method: sent === null ? 'GET' : 'POST',
      url: addressOf(this.app.apiBase, path, { ...secrets, ...query }),
      headers: sent === null ? {} : { 'content-type': sent.contentType },
      body: sent?.body ?? null,
    });
    return this.read(path, answer);
  }

  /** A number in `errcode`, whatever came; everything that is no answer of WeCom is `noAnswer`. */
  private read(path: string, answer: HttpAnswer | null): Fields {
    const fields = answer === null ? null : jsonOf(answer.body);
    if (answer === null || answer.status >= 500 || !isFields(fields)) {
      this.note(path, noAnswer, answer === null ? '' : `HTTP ${answer.status}`);
      return { errcode: noAnswer };
    }
    // A success may leave its code out; what a proxy in between refuses has none either.
    const given = textOf(fields.errcode);
    const code = given === '' ? (answer.status < 400 ? 0 : noAnswer) : Number(given);
    const errcode = Number.isNaN(code) ? noAnswer : code;
    if (errcode !== 0) {
      this.note(path, errcode, hintOf(textOf(fields.errmsg)));
    }
    return { ...fields, errcode };
  }

  private note(path: string, errcode: number, hint: string): void {
    this.tools.log('wecom refused a call', { path, errcode, hint });
  }

  private async exchange(
    call: Parameters<ChannelTools['http']['request']>[0],
  ): Promise<HttpAnswer | null> {
    const gone = new AbortController();
    const late = sleep(answerMs, null, { signal: gone.signal, ref: false }).catch(() => null);
    try {
      return await Promise.race([this.tools.http.request(call), late]);
    } catch {
      return null; // what the client says may hold the address with the token
    } finally {
      gone.abort();
    }
  }
}
