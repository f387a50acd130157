import { cardKinds } from '@zhiyu/contracts/card';
import type { EmulatedWeCom } from '../bots/wecom/stand.js';
import { dingTalkSettings } from '../emulators/dingtalk/settings.js';

const android = 'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 Chrome/120.0 Mobile';
/** What the browsers within the chats call themselves. */
export const withinWeCom = `${android} MicroMessenger/7.0.1 wxwork/4.1.22 MailPlugin_Electron`;
export const withinDingTalk = `${android} AliApp(DingTalk/7.5.20) com.alibaba.android.rimet/7.5.20`;

/** The product's settings for an emulated WeCom. */
export function weComEnv({ at: { base, corpId, app } }: EmulatedWeCom): Record<string, string> {
  return {
    ...{ WECOM_API_BASE: base, WECOM_OAUTH_BASE: base, WECOM_LOGIN_BASE: base },
    ...{ WECOM_CORP_ID: corpId, WECOM_AGENT_ID: String(app.agentId), WECOM_SECRET: app.secret },
    ...{ WECOM_TOKEN: app.token, WECOM_ENCODING_AES_KEY: app.aesKey },
  };
}

/** The product's settings for an emulated DingTalk. */
export function dingTalkEnv({ base }: { base: string }): Record<string, string> {
  return {
    ...dingTalkSettings(base),
    DINGTALK_CARD_TEMPLATES: cardKinds.map((kind) => `${kind}=${kind}.schema`).join(','),
  };
}

type Answer = (result: { code: string }) => void;

/** What DingTalk's Android client puts into its pages, as far as dingtalk-jsapi asks for it. Runs in the page. */
export function bridge(): void {
  const page = window as unknown as {
    codeOfDingTalk: (corpId: string) => Promise<string>;
    nuva: { isReady: boolean; require: () => unknown };
  };
  const invoke = (...given: [Answer, unknown, string, string, { corpId: string }]) => {
    const [done, , service, action, { corpId }] = given;
    if (service === 'runtime.permission' && action === 'requestAuthCode') {
      void page.codeOfDingTalk(corpId).then((code) => done({ code }));
    }
  };
  page.nuva = { isReady: true, require: () => invoke };
}
