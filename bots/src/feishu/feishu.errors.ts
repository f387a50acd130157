/** What the open platform answered instead of a result; its own words stay behind, they may hold names. */
export class FeishuError extends Error {
  constructor(
    /** The platform's code, or the HTTP status where it gave none. */
    readonly code: number,
    /** Path of the call without its query. */
    readonly path: string,
  ) {
    super(`Feishu answered ${code} to ${path}`);
    this.name = 'FeishuError';
  }
}

/** The token is wrong or over: a new one helps. */
export const tokenCodes = new Set([99991661, 99991663, 99991664, 99991665, 99991671]);

/** Too much at once, of the app, of the receiver or of the message: waiting helps. */
export const busyCodes = new Set([429, 11232, 11233, 230020, 99991400]);

/** A message that can no longer change: recalled, deleted, older than 14 days. */
export const goneCodes = new Set([230011, 230026, 230031, 230110]);

const refusals: Record<number, string> = {
  230001: '飞书不认这个收件人或这条内容',
  230002: '机器人不在这个群里',
  230013: '这个人不在应用的可用范围内',
  230025: '内容太长，飞书不收',
  230028: '内容没有通过企业的审查',
  230029: '这个人已经离职',
  230034: '飞书里没有这个收件人',
  230035: '机器人不能在这个群里发言',
  230036: '飞书里没有这个收件人',
  230038: '收件人属于另一家企业',
  230053: '这个人停用了机器人消息',
  230099: '飞书不认这张卡片',
  99992351: '飞书里没有这个收件人',
  99992360: '飞书里没有这个收件人',
  99992361: '收件人的 open_id 属于另一个应用',
};

/** Why trying again cannot help, in words; null when it can. */
export function refusalOf(code: number): string | null {
  const words = refusals[code];
  return words === undefined ? null : `${words}（${code}）`;
}

const causes: Record<number, string> = {
  10003: 'App ID 或 App Secret 不对',
  10014: 'App Secret 不对',
  99991400: '发得太密',
  99991662: '应用没有启用',
  99991672: '应用还缺权限',
  99991679: '应用还缺权限',
  230006: '应用没有开机器人能力',
  230020: '发得太密',
  230027: '应用还缺权限',
};

/** Why it did not work for now, in words for the administrator. */
export function causeOf(code: number): string {
  return `飞书没有收下：${causes[code] ?? '暂时不行'}（${code}），会再试`;
}
