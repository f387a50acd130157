import { z } from 'zod';
import type { SettingFault } from './area.js';

/** 企业微信 (WeCom): off when nothing is set; what each value is stands in docs/wecom.md. */
export const weCom = {
  WECOM_API_BASE: z.url().default('https://qyapi.weixin.qq.com'),
  /** Signing in within the chat. */
  WECOM_OAUTH_BASE: z.url().default('https://open.weixin.qq.com'),
  /** Signing in on the desktop by QR code. */
  WECOM_LOGIN_BASE: z.url().default('https://open.work.weixin.qq.com'),
  WECOM_WS_BASE: z
    .string()
    .regex(/^wss?:\/\//, 'must begin with wss:// or ws://')
    .default('wss://openws.work.weixin.qq.com'),
  /** 企业 ID */
  WECOM_CORP_ID: z.string().optional(),
  /** AgentId of the self-built app. */
  WECOM_AGENT_ID: z.coerce.number().int().positive().optional(),
  WECOM_SECRET: z.string().optional(),
  /** Token of the app's callback address. */
  WECOM_TOKEN: z
    .string()
    .regex(/^[A-Za-z0-9]{1,32}$/, 'must be 1 to 32 letters and digits')
    .optional(),
  WECOM_ENCODING_AES_KEY: z
    .string()
    .regex(/^[A-Za-z0-9]{43}$/, 'must be 43 letters and digits')
    .optional(),
  /** open_kfid of the 微信客服 account. */
  WECOM_KF_ID: z.string().optional(),
  /** 智能机器人, for an installation without a public address. */
  WECOM_BOT_ID: z.string().optional(),
  WECOM_BOT_SECRET: z.string().optional(),
  /** Key of the recruiting group's robot. */
  WECOM_ROBOT_KEY: z.string().optional(),
  /** Address of a picture at the top of notices, width to height between 1.3 and 2.25. */
  WECOM_CARD_IMAGE: z.url().optional(),
};

export type WeComValues = z.infer<z.ZodObject<typeof weCom>>;

/** What the company's app is reached with; null = not set up. */
export function weComAppOf(area: WeComValues) {
  const { WECOM_CORP_ID: corpId, WECOM_AGENT_ID: agentId, WECOM_SECRET: secret } = area;
  return corpId === undefined || agentId === undefined || secret === undefined
    ? null
    : {
        ...{ corpId, agentId, secret, apiBase: area.WECOM_API_BASE },
        ...{ oauthBase: area.WECOM_OAUTH_BASE, loginBase: area.WECOM_LOGIN_BASE },
      };
}

const app = ['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_SECRET'] as const;
const callback = ['WECOM_TOKEN', 'WECOM_ENCODING_AES_KEY'] as const;
const bot = ['WECOM_BOT_ID', 'WECOM_BOT_SECRET'] as const;

/**
 * What is missing beside what was set: the app needs all its values, its callback address needs the app, and so does
 * 微信客服; the bot needs both of its own. An app without a callback address may send no card that can be pressed.
 */
export function weComFaults(values: WeComValues | undefined): SettingFault[] {
  if (!values) {
    return [];
  }
  const set = (names: readonly (keyof WeComValues)[]) =>
    names.filter((name) => values[name] !== undefined);
  const needed = (names: readonly (keyof WeComValues)[], because: string): SettingFault[] =>
    names
      .filter((name) => values[name] === undefined)
      .map((name) => ({ name, problem: `is needed with ${because}` }));
  const first = set([...app, ...callback, 'WECOM_KF_ID', 'WECOM_CARD_IMAGE'])[0];
  const [ofBot] = set(bot);
  // With the bot, cards need no callback address, and the app is there for signing in and the directory.
  const both = ofBot === undefined || set(callback).length > 0 ? [...app, ...callback] : app;
  return [
    ...(first === undefined ? [] : needed(both, first)),
    ...(ofBot === undefined ? [] : needed(bot, ofBot)),
  ];
}
