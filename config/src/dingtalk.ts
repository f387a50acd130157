import { z } from 'zod';
import { cardKinds } from '@zhiyu/contracts/card';
import { flag, type SettingFault } from './area.js';

/** How a card reaches somebody in DingTalk: an interactive card, a robot's message, a work notice. */
const ways = ['card', 'robot', 'notice'] as const;

/** Under this name in DINGTALK_CARD_TEMPLATES stands the template of every kind that is not named. */
const anyKind = 'default';

const templateKinds: readonly string[] = [...cardKinds, anyKind];

function pairsOf(text: string): [string, string][] {
  return text
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      return [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()];
    });
}

const templates = z
  .string()
  .default('')
  .transform(pairsOf)
  .refine((pairs) => pairs.every(([kind, id]) => templateKinds.includes(kind) && id !== ''), {
    error: `must be kind=template id, divided by commas; kinds: ${templateKinds.join(', ')}`,
  });

const order = z
  .string()
  .default(ways.join(','))
  .transform((text) => text.split(',').map((way) => ways.find((one) => one === way.trim())))
  .refine((named) => named.every((way) => way !== undefined), {
    error: `must be some of ${ways.join(', ')}, divided by commas`,
  })
  .transform((named) => named.filter((way) => way !== undefined));

export const dingtalk = {
  /** Addresses of DingTalk; only an international or a test tenant has others. */
  DINGTALK_API_BASE: z.url().default('https://api.dingtalk.com'),
  DINGTALK_OAPI_BASE: z.url().default('https://oapi.dingtalk.com'),
  DINGTALK_LOGIN_BASE: z.url().default('https://login.dingtalk.com'),
  /** Client ID (AppKey) and Client Secret of the company's own app; with the corp's id they switch DingTalk on. */
  DINGTALK_CLIENT_ID: z.string().optional(),
  DINGTALK_CLIENT_SECRET: z.string().optional(),
  DINGTALK_CORP_ID: z.string().optional(),
  /** The app's robot; the Client ID when absent, which it is for an app of the company. */
  DINGTALK_ROBOT_CODE: z.string().optional(),
  /** AgentId of the app, for work notices and the JSAPI of the pages inside DingTalk. */
  DINGTALK_AGENT_ID: z.string().regex(/^\d+$/, 'must be digits').optional(),
  /** kind=template id,…; a kind without one goes by robot message. */
  DINGTALK_CARD_TEMPLATES: templates,
  /** What is tried to reach somebody, first to last: card, robot, notice. */
  DINGTALK_WAYS: order,
  /** openConversationId of the recruiting group; the app's robot is a member of it. */
  DINGTALK_GROUP_ID: z.string().optional(),
  /** Listen by the Stream connection; off: DingTalk must reach PUBLIC_URL. */
  DINGTALK_STREAM: flag.default(true),
  /** Token and AES key of the event push over HTTP; only without Stream. */
  DINGTALK_EVENT_TOKEN: z.string().optional(),
  DINGTALK_EVENT_AES_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}$/, 'must be 43 letters and digits')
    .optional(),
  /** Calls a month that the company's DingTalk plan includes; 10000 on the free one. */
  DINGTALK_MONTHLY_CALLS: z.coerce.number().int().min(1).default(10_000),
};
type DingTalkArea = z.infer<z.ZodObject<typeof dingtalk>>;

const needed = ['DINGTALK_CLIENT_ID', 'DINGTALK_CLIENT_SECRET', 'DINGTALK_CORP_ID'] as const;
const meaningless = [
  'DINGTALK_ROBOT_CODE',
  'DINGTALK_AGENT_ID',
  'DINGTALK_EVENT_TOKEN',
  'DINGTALK_GROUP_ID',
] as const;

/** Half of the settings are a fault: a channel that nobody notices to be off would lose its messages. */
export function dingtalkFaults(area: DingTalkArea): SettingFault[] {
  const named = [...needed, ...meaningless].filter((name) => area[name] !== undefined);
  const begun = named.length > 0 || area.DINGTALK_CARD_TEMPLATES.length > 0;
  const faults: SettingFault[] = needed
    .filter((name) => begun && area[name] === undefined)
    .map((name) => ({ name, problem: 'is needed to use DingTalk' }));
  const pair = ['DINGTALK_EVENT_TOKEN', 'DINGTALK_EVENT_AES_KEY'] as const;
  const missing = pair.filter((name) => area[name] === undefined);
  if (missing.length === 1) {
    faults.push(...missing.map((name) => ({ name, problem: 'is needed with its other half' })));
  }
  return faults;
}

/**
 * The settings as the channel takes them; null = DingTalk is off.
 * @param publicUrl where DingTalk's servers and people reach this server
 */
export function dingtalkSettings(area: DingTalkArea, publicUrl: string) {
  const { DINGTALK_CLIENT_ID: clientId, DINGTALK_CLIENT_SECRET: clientSecret } = area;
  const corpId = area.DINGTALK_CORP_ID;
  if (clientId === undefined || clientSecret === undefined || corpId === undefined) {
    return null;
  }
  return {
    apiBase: area.DINGTALK_API_BASE.replace(/\/+$/, ''),
    oapiBase: area.DINGTALK_OAPI_BASE.replace(/\/+$/, ''),
    loginBase: area.DINGTALK_LOGIN_BASE.replace(/\/+$/, ''),
    ...{ clientId, clientSecret, corpId },
    robotCode: area.DINGTALK_ROBOT_CODE ?? clientId,
    agentId: area.DINGTALK_AGENT_ID ?? null,
    cardTemplates: Object.fromEntries(area.DINGTALK_CARD_TEMPLATES) as Record<string, string>,
    ways: area.DINGTALK_WAYS,
    stream: area.DINGTALK_STREAM,
    callbackUrl: `${publicUrl.replace(/\/+$/, '')}/api/callbacks/dingtalk`,
    eventToken: area.DINGTALK_EVENT_TOKEN ?? null,
    eventAesKey: area.DINGTALK_EVENT_AES_KEY ?? null,
    monthlyCalls: area.DINGTALK_MONTHLY_CALLS,
  };
}
