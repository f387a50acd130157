import { dingtalkSettings } from '@zhiyu/config/dingtalk';
import { feishuOf } from '@zhiyu/config/feishu';
import type { Settings } from '@zhiyu/config/settings';
import { weComAppOf } from '@zhiyu/config/wecom';

/**
 * What each chat's app is reached with; null = that chat is not set up.
 * @param publicUrl where people and the chats' servers reach this server
 */
export function workplaceSettings(settings: Settings, publicUrl: string) {
  return {
    dingtalk: dingtalkSettings(settings.dingtalk, publicUrl),
    wecom: weComAppOf(settings.wecom),
    feishu: feishuOf(settings.feishu),
  };
}
