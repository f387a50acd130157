import { dingtalkSettings } from '@zhiyu/config/dingtalk';
import { feishuOf } from '@zhiyu/config/feishu';
import type { Settings } from '@zhiyu/config/settings';

/** The app of WeCom, for signing in and the directory; null = not set up. */
function weComApp(area: Settings['wecom']) {
  const { WECOM_CORP_ID: corpId, WECOM_AGENT_ID: agentId, WECOM_SECRET: secret } = area;
  if (corpId === undefined || agentId === undefined || secret === undefined) {
    return null;
  }
  return {
    ...{ corpId, agentId, secret },
    apiBase: area.WECOM_API_BASE,
    oauthBase: area.WECOM_OAUTH_BASE,
    loginBase: area.WECOM_LOGIN_BASE,
  };
}

/**
 * What each chat's app is reached with; null = that chat is not set up.
 * @param publicUrl where people and the chats' servers reach this server
 */
export function workplaceSettings(settings: Settings, publicUrl: string) {
  return {
    dingtalk: dingtalkSettings(settings.dingtalk, publicUrl),
    wecom: weComApp(settings.wecom),
    feishu: feishuOf(settings.feishu),
  };
}
