import { z } from 'zod';
import type { SettingFault } from './area.js';

const pair = /^([A-Za-z]+)(?:\.(zh|en|ja|fr))?=([\w.:-]{1,80})$/;

function templatesOf(text: string): Record<string, string> | null {
  const found: Record<string, string> = {};
  for (const one of text.split(',')) {
    const match = pair.exec(one.trim());
    if (!match) {
      return null;
    }
    const [, kind = '', locale, id = ''] = match;
    found[locale === undefined ? kind : `${kind}.${locale}`] = id;
  }
  return found;
}

/** Text messages: off until there is a gateway. The protocol stands in docs/mail-sms-feishu.md. */
export const sms = {
  /** Where messages are posted. */
  SMS_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,128}$/, 'must be printable without spaces')
    .optional(),
  SMS_API_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  /** Signature at the head of each message, without brackets, e.g. 知遇. */
  SMS_SIGN: z
    .string()
    .regex(/^[^【】[\]\r\n]{1,12}$/, 'must have 1 to 12 characters and no brackets')
    .optional(),
  /** kind=id or kind.language=id, with commas: invitation=SMS_1,invitation.en=SMS_2. Absent: free text. */
  SMS_TEMPLATES: z
    .string()
    .refine((text) => templatesOf(text) !== null, 'must look like invitation=SMS_1,result.en=SMS_2')
    .optional(),
};

type SmsArea = z.infer<z.ZodObject<typeof sms>>;

const needed = ['SMS_API_URL', 'SMS_API_KEY', 'SMS_API_SECRET', 'SMS_SIGN'] as const;

/** What is missing to send text messages; nothing when they are off. */
export function smsFaults(area: SmsArea): SettingFault[] {
  if (Object.keys(area).length === 0) {
    return [];
  }
  return needed
    .filter((name) => area[name] === undefined)
    .map((name) => ({ name, problem: 'is needed to send text messages' }));
}

/** What the SMS channel is built with. */
export interface SmsSettings {
  url: string;
  key: string;
  secret: string;
  sign: string;
  /** By kind or kind.language; empty = free text. */
  templates: Record<string, string>;
}

/** The settings of an SMS channel; null = off. Asked after `smsFaults` found nothing. */
export function smsOf(area: SmsArea): SmsSettings | null {
  const { SMS_API_URL: url, SMS_API_KEY: key, SMS_API_SECRET: secret, SMS_SIGN: sign } = area;
  return url && key && secret && sign
    ? { url, key, secret, sign, templates: templatesOf(area.SMS_TEMPLATES ?? '') ?? {} }
    : null;
}
