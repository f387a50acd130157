import { Injectable, type LoggerService } from '@nestjs/common';
import pino, { type Logger } from 'pino';
import { Runtime } from '../runtime.js';

/** Phone numbers and mail addresses, wherever they stand in a text. */
const personal = [/(?<![\d])(?:\+?86[- ]?)?1[3-9]\d{9}(?!\d)/g, /[\w.+-]+@[\w-]+\.[\w.-]+/g];
/** Fields that never belong in a log; those that end in `name` are people's and their files'. */
const secret =
  /^(cookie|digits|text|words)$|password|token|authorization|phone|email|transcript|secret|apiKey|name$/i;
const deepest = 6;

function maskText(text: string): string {
  return personal.reduce((masked, pattern) => masked.replace(pattern, '***'), text);
}

function mask(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') {
    return maskText(value);
  }
  if (value instanceof Error) {
    return {
      name: value.name,
      message: maskText(value.message),
      stack: value.stack ? maskText(value.stack) : '',
    };
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (depth > deepest) {
    return '…';
  }
  const entries = Object.entries(value).map(([key, inner]) => [
    key,
    secret.test(key) ? '***' : mask(inner, depth + 1),
  ]);
  return Object.fromEntries(entries) as unknown;
}

/** The log: JSON lines without personal data. */
@Injectable()
export class AppLog implements LoggerService {
  private readonly pino: Logger;

  constructor(runtime: Runtime) {
    this.pino = pino({ level: runtime.settings.log.LOG_LEVEL });
  }

  log(message: string, ...more: unknown[]): void {
    this.pino.info({ more: mask(more) }, maskText(message));
  }

  info(message: string, facts: object = {}): void {
    this.pino.info(mask(facts) as object, maskText(message));
  }

  warn(message: string, facts: unknown = {}): void {
    this.pino.warn(mask({ facts }) as object, maskText(message));
  }

  error(message: string, facts: unknown = {}): void {
    this.pino.error(mask({ facts }) as object, maskText(message));
  }

  debug(message: string): void {
    this.pino.debug(maskText(message));
  }
}
