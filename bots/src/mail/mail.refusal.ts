import { DeliveryRefused } from '../channel.js';

/** By subject and detail of the enhanced status (RFC 3463), the most exact first. */
const causes: [RegExp, string][] = [
  [/^\d\.1\.[1-36]$/, '收件地址不存在'],
  [/^\d\.1\.[78]$/, '发件地址不被对方接受'],
  [/^\d\.2\.2$/, '对方邮箱已满'],
  [/^\d\.2\.1$/, '对方邮箱已停用'],
  [/^\d\.[23]\.[34]$/, '邮件太大，对方不收'],
  [/^\d\.7\./, '对方的邮件服务器拒收'],
  [/^\d\.4\./, '对方的邮件服务器连不上'],
];

/** Why a mail did not arrive, in words and without the address: what a server answers often repeats it. */
export function causeOf(status: string, code?: number): string {
  const cause = causes.find(([pattern]) => pattern.test(status))?.[1];
  const number = [...(code === undefined ? [] : [String(code)]), status]
    .filter((part) => part !== '')
    .join(' ');
  return `${cause ?? '邮件没有送达'}${number === '' ? '' : `（${number}）`}`;
}

const connections: Record<string, string> = {
  ECONNECTION: '连不上邮件服务器',
  EDNS: '找不到邮件服务器',
  ETLS: '与邮件服务器的加密连接没有建成',
  ETIMEDOUT: '邮件服务器没有按时回答',
  ESOCKET: '与邮件服务器的连接断了',
  EAUTH: '邮件服务器不认账号或密码',
};

/** What nodemailer tells of a failure; nothing else of it may reach a log. */
interface SmtpFailure {
  code: string;
  command: string;
  status: string;
  responseCode: number | null;
}

function read(error: unknown): SmtpFailure {
  const fields: Record<string, unknown> =
    typeof error === 'object' && error !== null ? { ...error } : {};
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  return {
    code: text('code'),
    command: text('command'),
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(text('response'))?.[0] ?? '',
    responseCode: typeof fields.responseCode === 'number' ? fields.responseCode : null,
  };
}

/**
 * What is thrown for a failure of SMTP: a refusal of this address or this text ends the delivery, everything that a
 * person can put right on our side (account, server, network) or that heals by itself does not.
 */
export function mailError(error: unknown): Error {
  const { code, command, status, responseCode } = read(error);
  if (responseCode !== null && responseCode >= 500 && /^(RCPT|DATA|MAIL)/.test(command)) {
    return new DeliveryRefused(causeOf(status, responseCode));
  }
  const number = [String(responseCode ?? ''), status].filter((part) => part !== '').join(' ');
  const cause = connections[code] ?? '邮件服务器暂时没有收下';
  return new Error(`${cause}${number === '' ? '' : `（${number}）`}，会再试`);
}
