import { createHash, randomBytes } from 'node:crypto';
import { AppError } from '@zhiyu/contracts/errors';
import type { ChannelTools, ChatIdentity, ChatSignIn } from '../channel.js';
import type { DingTalkApi } from './dingtalk.api.js';
import { DingTalkError } from './dingtalk.errors.js';
import { numberOf, recordOf, textOf } from './dingtalk.json.js';
import { TokenCache } from './dingtalk.token.js';
import { jsapiSignature } from './dingtalk.verify.js';

/** Longer than any code lives. */
const codeSeconds = 900;

/** The page's address with these parameters, before its fragment. */
function withQuery(page: string, values: Record<string, string>): string {
  const url = new URL(page);
  Object.entries(values).forEach(([name, value]) => url.searchParams.set(name, value));
  url.search = url.search.replaceAll('+', '%20'); // the scope, as DingTalk's documents write it
  return url.href;
}

/**
 * Signing in with DingTalk: inside it without a password (the page asks DingTalk's JSAPI for a code), outside by
 * its login page. DingTalk sends the browser back with `authCode`; pages of older apps get `code`.
 */
export class DingTalkSignIn implements ChatSignIn {
  private readonly ticket: TokenCache;

  constructor(
    private readonly api: DingTalkApi,
    private readonly tools: ChannelTools,
  ) {
    const key = `dingtalk:ticket:${api.settings.clientId}`;
    this.ticket = new TokenCache(tools.store, tools.now, key, () => this.fetchTicket());
  }

  /** Inside DingTalk nobody is sent away: the page itself asks for the code, with the corp's id that it finds here. */
  authorizeUrl({ redirect, state, inside }: Parameters<ChatSignIn['authorizeUrl']>[0]): string {
    const { clientId, corpId, loginBase } = this.api.settings;
    if (inside) {
      return withQuery(redirect, { corpId, clientId, state });
    }
    return withQuery(`${loginBase}/oauth2/auth`, {
      ...{ client_id: clientId, redirect_uri: redirect, state, response_type: 'code' },
      ...{ prompt: 'consent', scope: 'openid corpid' },
    });
  }

  async identify({ code, inside }: { code: string; inside: boolean }): Promise<ChatIdentity> {
    const key = `dingtalk:code:${createHash('sha256').update(code).digest('hex')}`;
    const first = await this.tools.store.claim(key, '1', codeSeconds);
    if (!first || code === '') {
      throw new AppError('notSignedIn');
    }
    try {
      return inside ? await this.member(code) : await this.fromLoginPage(code);
    } catch (error) {
      if (error instanceof DingTalkError && error.passing) {
        await this.tools.store.delete(key); // DingTalk was away: the code is still good
      }
      if (error instanceof DingTalkError && !error.passing && error.reason !== 'noPermission') {
        throw new AppError('notSignedIn'); // unknown, used or over: the way out is a new code
      }
      throw error;
    }
  }

  async jsConfig(url: string): Promise<Record<string, string | number>> {
    const { agentId, corpId, clientId } = this.api.settings;
    const ticket = await this.ticket.get();
    const nonceStr = randomBytes(8).toString('hex');
    const timeStamp = this.tools.now();
    const signature = jsapiSignature({ ticket, nonce: nonceStr, timestamp: timeStamp, url });
    return { agentId: agentId ?? '', corpId, clientId, timeStamp, nonceStr, signature, type: 0 };
  }

  private async member(code: string): Promise<ChatIdentity> {
    const answer = await this.api.call({
      ...{ family: 'oapi', method: 'POST', path: '/topapi/v2/user/getuserinfo' },
      ...{ body: { code }, repeatable: false },
    });
    const address = textOf(recordOf(answer.result), 'userid');
    if (address === '') {
      throw new AppError('notSignedIn');
    }
    return { kind: 'member', address };
  }

  private async fromLoginPage(code: string): Promise<ChatIdentity> {
    const { clientId, clientSecret, corpId } = this.api.settings;
    const granted = await this.api.call({
      ...{ family: 'api', method: 'POST', path: '/v1.0/oauth2/userAccessToken', token: 'none' },
      body: { clientId, clientSecret, code, grantType: 'authorization_code' },
      repeatable: false,
    });
    const person = await this.api.call({
      ...{ family: 'api', method: 'GET', path: '/v1.0/contact/users/me', repeatable: true },
      token: { of: textOf(granted, 'accessToken') },
    });
    const unionId = textOf(person, 'unionId');
    const chosen = textOf(granted, 'corpId');
    if (unionId === '') {
      throw new AppError('notSignedIn');
    }
    const userId = chosen === '' || chosen === corpId ? await this.userIdOf(unionId) : null;
    return userId === null
      ? { kind: 'outsider', address: unionId }
      : { kind: 'member', address: userId };
  }

  /** Null: not of this company; an external contact (contact_type 1) is none of its members. */
  private async userIdOf(unionid: string): Promise<string | null> {
    try {
      const answer = await this.api.call({
        ...{ family: 'oapi', method: 'POST', path: '/topapi/user/getbyunionid' },
        ...{ body: { unionid }, repeatable: true },
      });
      const result = recordOf(answer.result);
      const userId = textOf(result, 'userid');
      return userId === '' || numberOf(result, 'contact_type') === 1 ? null : userId;
    } catch (error) {
      if (error instanceof DingTalkError && error.reason === 'unknownPerson') {
        return null;
      }
      throw error;
    }
  }

  private async fetchTicket() {
    const answer = await this.api.call({
      ...{ family: 'api', method: 'POST', path: '/v1.0/oauth2/jsapiTickets', repeatable: true },
      body: {},
    });
    const seconds = numberOf(answer, 'expireIn', 'expires_in') ?? 7200;
    return { value: textOf(answer, 'jsapiTicket', 'ticket'), seconds };
  }
}
