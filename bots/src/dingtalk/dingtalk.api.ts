import { setTimeout as sleep } from 'node:timers/promises';
import type { CardAttachment, ChannelTools, HttpAnswer } from '../channel.js';
import { fileForm } from '../multipart.js';
import {
  DingTalkError,
  type DingTalkReason,
  errorOfApi,
  errorOfOapi,
  meetsAll,
} from './dingtalk.errors.js';
import { type JsonRecord, numberOf, parsed, recordOf, textOf } from './dingtalk.json.js';
import { CallGate, MonthlyMeter } from './dingtalk.quota.js';
import type { DingTalkSettings } from './dingtalk.settings.js';
import { TokenCache } from './dingtalk.token.js';

/** One call. */
export interface DingTalkCall {
  /** `api` answers a failure with its HTTP status, `oapi` with an errcode in a 200. */
  family: 'api' | 'oapi';
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  /** Goes up in a form instead of the body. */
  file?: CardAttachment;
  /** The app's token when absent; none for the calls that fetch one; otherwise the token of a person. */
  token?: 'none' | { of: string };
  /** Doing it twice is doing it once: tried again when DingTalk is busy or cannot be reached. */
  repeatable: boolean;
}

const timeout = 10_000;
/** Waits between the tries of a repeatable call, ms; at most four tries. */
const waits = [200, 500, 1_200];

/** The calls of DingTalk's two families of interfaces, with the token, the tries and the meter that they need. */
export class DingTalkApi {
  readonly token: TokenCache;
  readonly meter: MonthlyMeter;
  private readonly gate: CallGate;
  private failure: { at: number; text: string; reason: DingTalkReason } | null = null;

  constructor(
    readonly settings: DingTalkSettings,
    private readonly tools: ChannelTools,
  ) {
    const { store, now } = tools;
    this.meter = new MonthlyMeter(store, now, settings.monthlyCalls);
    this.gate = new CallGate(store, now);
    const key = `dingtalk:token:${settings.clientId}`;
    this.token = new TokenCache(store, now, key, () => this.fetchToken());
  }

  /** The last call that failed, until one goes well. */
  get lastFailure(): { at: number; text: string } | null {
    return this.failure && { at: this.failure.at, text: this.failure.text };
  }

  /** Nothing goes until DingTalk or the administrator has done something; one wrong address is not that. */
  get failing(): boolean {
    const reason = this.failure?.reason;
    return reason !== undefined && (meetsAll(reason) || reason === 'noPermission');
  }

  /** @throws DingTalkError */
  async call(call: DingTalkCall): Promise<JsonRecord> {
    try {
      const answer = await this.tried(call);
      this.failure = null;
      return answer;
    } catch (error) {
      const reason = error instanceof DingTalkError ? error.reason : 'unreachable';
      this.failure = { at: this.tools.now(), text: messageOf(error), reason };
      throw error;
    }
  }

  /** Work whose failure says nothing of the channel: what stood before stands after it. */
  async aside<T>(work: () => Promise<T>): Promise<T> {
    const before = this.failure;
    try {
      return await work();
    } catch (error) {
      this.failure = before;
      throw error;
    }
  }

  private async tried(call: DingTalkCall): Promise<JsonRecord> {
    for (let tries = 0; ; tries++) {
      try {
        return await this.authorised(call);
      } catch (error) {
        const wait = waits[tries];
        const again =
          error instanceof DingTalkError && ['busy', 'unreachable'].includes(error.reason);
        if (!call.repeatable || !again || wait === undefined) {
          throw error;
        }
        await sleep(wait);
      }
    }
  }

  /** With the app's token; one that DingTalk refuses is replaced once. */
  private async authorised(call: DingTalkCall): Promise<JsonRecord> {
    if (call.token !== undefined) {
      return this.once(call, call.token === 'none' ? null : call.token.of);
    }
    const token = await this.token.get();
    try {
      return await this.once(call, token);
    } catch (error) {
      if (!(error instanceof DingTalkError) || error.reason !== 'badToken') {
        throw error;
      }
      return this.once(call, await this.token.replace(token));
    }
  }

  private async once(call: DingTalkCall, token: string | null): Promise<JsonRecord> {
    await this.gate.pass();
    this.meter.count();
    try {
      return read(call.family, await this.sent(call, token));
    } catch (error) {
      if (error instanceof DingTalkError) {
        await this.gate.learn(error);
        const { reason, code } = error;
        this.tools.log('dingtalk call failed', { path: call.path, reason, code });
      }
      throw error;
    }
  }

  private async sent(call: DingTalkCall, token: string | null): Promise<HttpAnswer> {
    const { family, method, path, query } = call;
    const content = contentOf(call);
    const base = family === 'api' ? this.settings.apiBase : this.settings.oapiBase;
    // The old family takes its token in the address and nowhere else; addresses are never logged.
    const inQuery: Record<string, string> = { ...query };
    if (family === 'oapi' && token !== null) {
      inQuery.access_token = token;
    }
    const search = new URLSearchParams(inQuery).toString();
    const headers: Record<string, string> = { accept: 'application/json' };
    if (content !== null) {
      headers['content-type'] = content.contentType;
    }
    if (family === 'api' && token !== null) {
      headers['x-acs-dingtalk-access-token'] = token;
    }
    const url = `${base}${path}${search === '' ? '' : `?${search}`}`;
    const body = content?.body ?? null;
    return within(timeout, this.tools.http.request({ method, url, headers, body }));
  }

  private async fetchToken() {
    const { clientId: appKey, clientSecret: appSecret } = this.settings;
    const answer = await this.tried({
      ...{ family: 'api', method: 'POST', path: '/v1.0/oauth2/accessToken', repeatable: true },
      ...{ body: { appKey, appSecret }, token: 'none' },
    });
    const value = textOf(answer, 'accessToken');
    if (value === '') {
      throw new DingTalkError('badToken', 'noToken');
    }
    return { value, seconds: numberOf(answer, 'expireIn', 'expiresIn') ?? 7200 };
  }
}

/** What goes with the call; null: nothing. */
function contentOf({ body, file }: DingTalkCall) {
  if (file) {
    return fileForm('media', file);
  }
  return body === undefined
    ? null
    : { contentType: 'application/json', body: JSON.stringify(body) };
}

/** What went wrong, without anything that an address or a body may hold. */
export function messageOf(error: unknown): string {
  return error instanceof DingTalkError ? error.message : new DingTalkError('unreachable').message;
}

function read(family: 'api' | 'oapi', answer: HttpAnswer): JsonRecord {
  const body = parsed(answer.body);
  if (family === 'api' || answer.status >= 400) {
    if (answer.status < 200 || answer.status >= 300) {
      throw errorOfApi(answer.status, body);
    }
    const page = body === undefined && answer.body.trim() !== '';
    if (page || textOf(recordOf(body), 'punish') !== '') {
      throw new DingTalkError('blocked', String(answer.status));
    }
    return recordOf(body);
  }
  const error = errorOfOapi(body);
  if (error) {
    throw error;
  }
  return recordOf(body);
}

/** The answer in time; a failure of the network is told without its text, which may hold the address. */
async function within(ms: number, answer: Promise<HttpAnswer>): Promise<HttpAnswer> {
  const late = new AbortController();
  const over = sleep(ms, null, { signal: late.signal, ref: false });
  try {
    const first = await Promise.race([answer, over]);
    if (first !== null) {
      return first;
    }
  } catch {
    throw new DingTalkError('unreachable');
  } finally {
    late.abort();
    over.catch(() => undefined);
  }
  throw new DingTalkError('unreachable', 'timeout');
}
