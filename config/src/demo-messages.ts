import { type SettingFault, flag } from './area.js';

/** Only of the demos beside an emulated chat. */
export const demo = {
  /**
   * Made-up people of the example company get messages, at any hour: allowed only where every channel is on this
   * machine, because their addresses may be somebody's.
   */
  DEMO_MESSAGES: flag.default(false),
};

function isHere(address: unknown): boolean {
  if (typeof address !== 'string') {
    return false;
  }
  const { hostname } = new URL(address.includes('://') ? address : `smtp://${address}`);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** Where each channel sends to, and what is set where it is on. */
const destinations: [name: string, on: string[]][] = [
  ['WECOM_API_BASE', ['WECOM_CORP_ID', 'WECOM_ROBOT_KEY']],
  ['WECOM_WS_BASE', ['WECOM_BOT_ID']],
  ['DINGTALK_API_BASE', ['DINGTALK_CLIENT_ID']],
  ['DINGTALK_OAPI_BASE', ['DINGTALK_CLIENT_ID']],
  ['FEISHU_API_BASE', ['FEISHU_APP_ID']],
  ['SMTP_URL', ['SMTP_URL']],
  ['SMTP_HOST', ['SMTP_HOST']],
  ['SMS_API_URL', ['SMS_API_URL']],
];

/** Channels that lead off this machine although example people get messages. @param values all settings by name */
export function demoFaults(values: Readonly<Record<string, unknown>>): SettingFault[] {
  if (values.DEMO_MESSAGES !== true) {
    return [];
  }
  const problem =
    'must be on this machine (127.0.0.1) with DEMO_MESSAGES=on: the people of the example company are made up';
  return destinations
    .filter(([name, on]) => on.some((one) => values[one] !== undefined) && !isHere(values[name]))
    .map(([name]) => ({ name, problem }));
}
