import type { ChatName } from '@zhiyu/contracts/directory';

const names: Record<ChatName, true> = { dingtalk: true, wecom: true, feishu: true };

/** Whether an address names a chat. */
export function isChat(name: string): name is ChatName {
  return Object.keys(names).includes(name);
}

/** The chat whose own browser shows the page, by what that browser calls itself; null in any other. */
export function chatInside(userAgent: string): ChatName | null {
  if (/DingTalk/i.test(userAgent)) {
    return 'dingtalk';
  }
  // WeCom also calls itself MicroMessenger, as WeChat does: only this word is its own.
  if (/wxwork/i.test(userAgent)) {
    return 'wecom';
  }
  return /\b(Lark|Feishu)\b/i.test(userAgent) ? 'feishu' : null;
}
