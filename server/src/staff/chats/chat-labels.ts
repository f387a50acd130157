import type { Locale } from '@zhiyu/contracts/basics';
import type { ChatName } from '@zhiyu/contracts/directory';

const chinese: Record<ChatName, string> = { dingtalk: '钉钉', wecom: '企业微信', feishu: '飞书' };
const latin: Record<ChatName, string> = { dingtalk: 'DingTalk', wecom: 'WeCom', feishu: 'Feishu' };

/** What people call the chat. */
export function chatLabel(chat: ChatName, locale: Locale): string {
  return (locale === 'zh' ? chinese : latin)[chat];
}
