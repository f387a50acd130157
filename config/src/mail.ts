import { z } from 'zod';
import { flag, port, type SettingFault } from './area.js';

const address = /^[^\s<>()[\]\\,;:"@]{1,64}@[^\s<>()[\]\\,;:"@]{1,190}$/;
/** `hr@example.com` or `知遇招聘 <hr@example.com>`. */
const sender = /^(?:([^<>"\r\n]{1,60})<([^<>]+)>|([^<>]+))$/;

function senderOf(text: string): { name: string; address: string } | null {
  const found = sender.exec(text.trim());
  const plain = (found?.[2] ?? found?.[3] ?? '').trim();
  return address.test(plain) ? { name: (found?.[1] ?? '').trim(), address: plain } : null;
}

/** Mail: off until there is a server (SMTP_URL or SMTP_HOST) and a sender. */
export const mail = {
  /** smtp://user:password@host:587 or smtps://…:465, instead of the five settings below. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s/]+\/?$/, 'must look like smtp://user:password@host:587')
    .optional(),
  SMTP_HOST: z.string().optional(),
  /** 465 with SMTP_SECURE=on, 587 otherwise. */
  SMTP_PORT: port.optional(),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  /** TLS from the first byte; off = STARTTLS where the server has it. */
  SMTP_SECURE: flag.optional(),
  /** Who the mails come from. */
  MAIL_FROM: z
    .string()
    .refine((text) => senderOf(text) !== null, 'must be an address or name <address>')
    .optional(),
  /** Where answers of candidates go. */
  MAIL_REPLY_TO: z.string().regex(address, 'must be an address').optional(),
  /** Lets the mail server hand in bounces at /api/callbacks/mail. */
  MAIL_BOUNCE_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
};

type MailArea = z.infer<z.ZodObject<typeof mail>>;

/** What is missing to send mail; nothing when mail is off. */
export function mailFaults(area: MailArea): SettingFault[] {
  if (Object.keys(area).length === 0) {
    return [];
  }
  const faults: SettingFault[] = [];
  if (!area.SMTP_URL && !area.SMTP_HOST) {
    faults.push({ name: 'SMTP_HOST', problem: 'is needed to send mail (or SMTP_URL)' });
  }
  if (!area.MAIL_FROM) {
    faults.push({ name: 'MAIL_FROM', problem: 'is needed to send mail' });
  }
  if (area.SMTP_USER && !area.SMTP_PASSWORD) {
    faults.push({ name: 'SMTP_PASSWORD', problem: 'is needed with SMTP_USER' });
  }
  return faults;
}

/** What the mail channel is built with. */
export interface MailSettings {
  host: string;
  port: number;
  secure: boolean;
  user: string | null;
  password: string | null;
  from: { name: string; address: string };
  replyTo: string | null;
  bounceSecret: string | null;
}

function serverOf(area: MailArea): Omit<MailSettings, 'from' | 'replyTo' | 'bounceSecret'> | null {
  if (area.SMTP_URL) {
    const url = new URL(area.SMTP_URL);
    const secure = url.protocol === 'smtps:';
    const part = (text: string) => (text === '' ? null : decodeURIComponent(text));
    return {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
      secure,
      user: part(url.username),
      password: part(url.password),
    };
  }
  const secure = area.SMTP_SECURE ?? area.SMTP_PORT === 465;
  return area.SMTP_HOST
    ? {
        host: area.SMTP_HOST,
        port: area.SMTP_PORT ?? (secure ? 465 : 587),
        secure,
        user: area.SMTP_USER ?? null,
        password: area.SMTP_PASSWORD ?? null,
      }
    : null;
}

/** The settings of a mail channel; null = mail is off. Asked after `mailFaults` found nothing. */
export function mailOf(area: MailArea): MailSettings | null {
  const server = serverOf(area);
  const from = senderOf(area.MAIL_FROM ?? '');
  return server && from
    ? {
        ...server,
        from,
        replyTo: area.MAIL_REPLY_TO ?? null,
        bounceSecret: area.MAIL_BOUNCE_SECRET ?? null,
      }
    : null;
}
