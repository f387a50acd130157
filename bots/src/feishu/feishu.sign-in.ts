import { createHash, randomBytes } from 'node:crypto';
import { AppError } from '@zhiyu/contracts/errors';
import type { ChannelTools, ChatIdentity, ChatSignIn } from '../channel.js';
import { type FeishuApi, fieldsOf, textOf } from './feishu.api.js';
import { FeishuError } from './feishu.errors.js';

const daySeconds = 86_400;

/** Signing in with a Feishu account: inside the chat without a question, outside by its page and QR code. */
export class FeishuSignIn implements ChatSignIn {
  constructor(
    private readonly api: FeishuApi,
    private readonly tools: ChannelTools,
  ) {}

  authorizeUrl({ redirect, state }: { redirect: string; state: string; inside: boolean }): string {
    const { loginBase, appId } = this.api.settings;
    const query = new URLSearchParams({
      ...{ client_id: appId, response_type: 'code', redirect_uri: redirect, state },
    });
    return `${loginBase}/open-apis/authen/v1/authorize?${query.toString()}`;
  }

  async identify({
    code,
    redirect,
  }: {
    code: string;
    inside: boolean;
    redirect?: string;
  }): Promise<ChatIdentity> {
    const { appId, appSecret } = this.api.settings;
    const token = await this.api
      .call({
        ...{ method: 'POST', path: '/open-apis/authen/v2/oauth/token', bearer: null },
        body: {
          ...{ grant_type: 'authorization_code', code },
          ...{ client_id: appId, client_secret: appSecret },
          ...(redirect === undefined ? {} : { redirect_uri: redirect }),
        },
      })
      .catch((error: unknown) => {
        // 20000 to 20099: the code is wrong, used or over, or the person may not use the app.
        const refused = error instanceof FeishuError && Math.floor(error.code / 100) === 200;
        throw refused ? new AppError('wrongCredentials') : error;
      });
    const answer = await this.api.call({
      ...{ method: 'GET', path: '/open-apis/authen/v1/user_info' },
      bearer: textOf(token.access_token),
    });
    const user = fieldsOf(answer.data);
    const address = textOf(user.open_id);
    const own = textOf(user.tenant_key) === (await this.ownTenant());
    if (address === '') {
      throw new AppError('wrongCredentials');
    }
    return { kind: own ? 'member' : 'outsider', address };
  }

  async jsConfig(url: string): Promise<Record<string, string | number>> {
    const { appId } = this.api.settings;
    const ticket = await this.api.kept(`feishu:ticket:${appId}`, async () => {
      const path = '/open-apis/jssdk/ticket/get';
      const data = fieldsOf((await this.api.call({ method: 'POST', path, body: {} })).data);
      const seconds = typeof data.expire_in === 'number' ? data.expire_in : 0;
      return { value: textOf(data.ticket), seconds };
    });
    const timestamp = this.tools.now();
    const nonceStr = randomBytes(12).toString('hex');
    const page = url.split('#')[0] ?? '';
    const text = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${page}`;
    const signature = createHash('sha1').update(text).digest('hex');
    return { appId, timestamp, nonceStr, signature };
  }

  /** The company that the app belongs to. */
  private ownTenant(): Promise<string> {
    return this.api.kept(`feishu:tenant:${this.api.settings.appId}`, async () => {
      const path = '/open-apis/tenant/v2/tenant/query';
      const data = fieldsOf((await this.api.call({ method: 'GET', path })).data);
      return { value: textOf(fieldsOf(data.tenant).tenant_key), seconds: daySeconds };
    });
  }
}
