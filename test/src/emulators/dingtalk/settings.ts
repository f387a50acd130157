/** The product's settings for the emulated DingTalk at this address: as an administrator would fill them in. */
export function dingTalkSettings(base: string): Record<string, string> {
  return {
    ...{ DINGTALK_API_BASE: base, DINGTALK_OAPI_BASE: base, DINGTALK_LOGIN_BASE: base },
    ...{ DINGTALK_CLIENT_ID: 'dingemulated', DINGTALK_CLIENT_SECRET: 'emulated-secret-0001' },
    ...{ DINGTALK_CORP_ID: 'dingcorp0001', DINGTALK_AGENT_ID: '300200100' },
  };
}
