import { z } from 'zod';
import type { SettingFault } from './area.js';

const base = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''));

/** Feishu: off until the app's four values are there. Callbacks are always encrypted and signed. */
export const feishu = {
  /** https://open.larksuite.com for Lark. */
  FEISHU_API_BASE: base.default('https://open.feishu.cn'),
  /** https://accounts.larksuite.com for Lark. */
  FEISHU_LOGIN_BASE: base.default('https://accounts.feishu.cn'),
  FEISHU_APP_ID: z.string().optional(),
  FEISHU_APP_SECRET: z.string().optional(),
  /** From 事件与回调 > 加密策略. */
  FEISHU_VERIFICATION_TOKEN: z.string().optional(),
  FEISHU_ENCRYPT_KEY: z.string().optional(),
};

type FeishuArea = z.infer<z.ZodObject<typeof feishu>>;

const needed = [
  'FEISHU_APP_ID',
  'FEISHU_APP_SECRET',
  'FEISHU_VERIFICATION_TOKEN',
  'FEISHU_ENCRYPT_KEY',
] as const;

/** What is missing to speak with Feishu; nothing when it is off. */
export function feishuFaults(area: FeishuArea): SettingFault[] {
  const missing = needed.filter((name) => area[name] === undefined);
  return missing.length === needed.length
    ? []
    : missing.map((name) => ({ name, problem: 'is needed with the other FEISHU_ settings' }));
}

/** What the Feishu channel is built with. */
export interface FeishuSettings {
  apiBase: string;
  loginBase: string;
  appId: string;
  appSecret: string;
  verificationToken: string;
  encryptKey: string;
}

/** The settings of a Feishu channel; null = off. Asked after `feishuFaults` found nothing. */
export function feishuOf(area: FeishuArea): FeishuSettings | null {
  const appId = area.FEISHU_APP_ID;
  const appSecret = area.FEISHU_APP_SECRET;
  const verificationToken = area.FEISHU_VERIFICATION_TOKEN;
  const encryptKey = area.FEISHU_ENCRYPT_KEY;
  return appId && appSecret && verificationToken && encryptKey
    ? {
        ...{ apiBase: area.FEISHU_API_BASE, loginBase: area.FEISHU_LOGIN_BASE },
        ...{ appId, appSecret, verificationToken, encryptKey },
      }
    : null;
}
