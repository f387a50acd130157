import { createHash, randomBytes } from 'node:crypto';
import { AppError } from '@zhiyu/contracts/errors';
import type { ChannelTools, ChatIdentity, ChatSignIn } from '../channel.js';
import { addressOf, numberOf, textOf } from './wecom.answers.js';
import { type WeComApi, WeComError } from './wecom.api.js';
import { leftKey } from './wecom.channel.js';
import { Cached, valued } from './wecom.tokens.js';

const codeSeconds = 300;
/** Wrong, over, already used. */
const badCodes = new Set([40_029, 42_003, 42_022]);

/** The signature of WeCom's JSSDK: fixed order, lower-case names, the address without its fragment. */
export function jsSignature(of: {
  ticket: string;
  nonce: string;
  timestamp: number;
  url: string;
}): string {
  const address = of.url.split('#')[0] ?? '';
  const words = `jsapi_ticket=${of.ticket}&noncestr=${of.nonce}&timestamp=${of.timestamp}&url=${address}`;
  return createHash('sha1').update(words).digest('hex');
}

/** Signing in with a WeCom account: without a word inside the chat, by QR code outside. */
export class WeComSignIn implements ChatSignIn {
  private readonly corpTicket: Cached;
  private readonly appTicket: Cached;

  /** @param origins where WeCom may send people back to, e.g. https://hr.example.com; it is also the app's 可信域名 */
  constructor(
    private readonly api: WeComApi,
    private readonly tools: ChannelTools,
    private readonly origins: readonly string[],
  ) {
    const { corpId, secret } = api.app;
    const ticket = (path: string, query: Record<string, string>) => async () => {
      const answer = await api.get(path, query);
      return valued(textOf(answer.ticket), numberOf(answer.expires_in), tools.now());
    };
    const name = `${corpId} ${secret}`;
    const corp = ticket('/cgi-bin/get_jsapi_ticket', {});
    this.corpTicket = new Cached(tools, `corp ticket ${name}`, corp);
    const app = ticket('/cgi-bin/ticket/get', { type: 'agent_config' });
    this.appTicket = new Cached(tools, `app ticket ${name}`, app);
  }

  authorizeUrl(of: { redirect: string; state: string; inside: boolean }): string {
    const { corpId, agentId, oauthBase, loginBase } = this.api.app;
    if (!/^[A-Za-z0-9]{1,128}$/.test(of.state)) {
      throw new RangeError('the state of a WeCom sign-in is 1 to 128 letters and digits');
    }
    if (!this.origins.includes(new URL(of.redirect).origin)) {
      throw new AppError('originRefused');
    }
    const { redirect: redirect_uri, state } = of;
    const agentid = String(agentId);
    if (of.inside) {
      // In the order of the documents: WeChat's pages compare this address as a text.
      const query = {
        ...{ appid: corpId, redirect_uri, response_type: 'code', scope: 'snsapi_base' },
        ...{ state, agentid },
      };
      return `${addressOf(oauthBase, '/connect/oauth2/authorize', query)}#wechat_redirect`;
    }
    const query = { appid: corpId, agentid, redirect_uri, state };
    return addressOf(loginBase, '/wwopen/sso/qrConnect', query);
  }

  /**
   * Both ways end in the same call. An outsider is known by his external_userid where he is a customer of the company,
   * by his openid otherwise; somebody of a linked company is an outsider too.
   * @throws wrongCredentials for a code that is unknown, used or over; notAllowed for a member who left
   */
  async identify({ code }: { code: string; inside: boolean }): Promise<ChatIdentity> {
    const { store } = this.tools;
    const hash = createHash('sha256').update(code).digest('hex');
    if (code === '' || !(await store.claim(`wecom:code:${hash}`, '1', codeSeconds))) {
      throw new AppError('wrongCredentials');
    }
    const answer = await this.ask(code);
    const userId = textOf(answer.userid);
    if (userId === '' || userId.includes('/')) {
      const address = userId || textOf(answer.external_userid) || textOf(answer.openid);
      if (address === '') {
        throw new AppError('wrongCredentials');
      }
      return { kind: 'outsider', address };
    }
    if ((await store.get(leftKey(userId))) !== null) {
      throw new AppError('notAllowed');
    }
    return { kind: 'member', address: userId };
  }

  /** For wx.config / ww.register (signature) and wx.agentConfig (agentSignature); both sign this address. */
  async jsConfig(url: string): Promise<Record<string, string | number>> {
    const nonce = randomBytes(8).toString('hex');
    const timestamp = Math.floor(this.tools.now() / 1000);
    const [corp, app] = await Promise.all([this.corpTicket.current(), this.appTicket.current()]);
    return {
      corpId: this.api.app.corpId,
      agentId: this.api.app.agentId,
      timestamp,
      nonceStr: nonce,
      signature: jsSignature({ ticket: corp, nonce, timestamp, url }),
      agentSignature: jsSignature({ ticket: app, nonce, timestamp, url }),
    };
  }

  private async ask(code: string) {
    try {
      // A code is used up by the first call: repeating one whose answer was lost cannot succeed.
      return await this.api.call({
        path: '/cgi-bin/auth/getuserinfo',
        query: { code },
        body: null,
        once: true,
      });
    } catch (error) {
      if (error instanceof WeComError && badCodes.has(error.errcode)) {
        throw new AppError('wrongCredentials');
      }
      throw error;
    }
  }
}
