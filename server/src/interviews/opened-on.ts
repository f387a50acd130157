/** Where the candidate's page was opened: `<app>:<device>`, e.g. `wecom:android`. Nothing that tells people apart. */
const apps: readonly [string, RegExp][] = [
  ['dingtalk', /DingTalk/i],
  ['wecom', /wxwork/i],
  ['wechat', /MicroMessenger/i],
  ['feishu', /Lark|Feishu/i],
];
const devices: readonly [string, RegExp][] = [
  ['ios', /iPhone|iPad|iPod/],
  ['android', /Android|HarmonyOS|OpenHarmony/i],
];

/** By the header `User-Agent`; null where there was none. WeCom names WeChat as well, so it is asked for first. */
export function openedOn(userAgent: string | undefined): string | null {
  if (userAgent === undefined || userAgent === '') {
    return null;
  }
  const first = (of: typeof apps, other: string) =>
    of.find(([, sign]) => sign.test(userAgent))?.[0] ?? other;
  return `${first(apps, 'browser')}:${first(devices, 'computer')}`;
}
