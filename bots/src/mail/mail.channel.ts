import { createHash, timingSafeEqual } from 'node:crypto';
import { createTransport } from 'nodemailer';
import {
  type Brand,
  type CallbackRequest,
  type Capabilities,
  type CardAttachment,
  type Channel,
  type ChannelHealth,
  type ChannelHost,
  type ChannelTools,
  DeliveryRefused,
  type HttpAnswer,
  type OutgoingCard,
} from '../channel.js';
import { Standing } from '../standing.js';
import { readBounce } from './bounce.js';
import { mailDrawer } from './mail.draw.js';
import { causeOf, mailError } from './mail.refusal.js';
import { logoId, renderMail } from './mail.render.js';

export interface MailSettings {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise STARTTLS where the server has it. */
  secure: boolean;
  user: string | null;
  password: string | null;
  from: { name: string; address: string };
  replyTo: string | null;
  /** Who may hand in bounces at the callback; null = nobody. */
  bounceSecret: string | null;
}

const plainAddress =
  /^[^\s<>()[\]\\,;:"@\u0000-\u001f]{1,64}@[^\s<>()[\]\\,;:"@\u0000-\u001f]{1,190}$/;
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;
/** A mail that went out is remembered for longer than any retry lives. */
const rememberSeconds = 30 * 86_400;
const largestBounce = 1_000_000;

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

/** Mail over SMTP: speaks only; a press happens on the page that its one button opens. */
export class MailChannel implements Channel {
  readonly name = 'mail';
  readonly capabilities: Capabilities = mailDrawer.capabilities;
  private readonly transport;
  private readonly standing: Standing;
  private host: ChannelHost | null = null;

  constructor(
    private readonly settings: MailSettings,
    private readonly tools: ChannelTools,
  ) {
    const { host, port, secure, user, password } = settings;
    this.standing = new Standing(tools.now);
    this.transport = createTransport({
      ...{ pool: true as const, maxConnections: 2, host, port, secure },
      // A password never leaves in the clear.
      requireTLS: !secure && user !== null && !loopback.test(host),
      ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
      ...{ connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 },
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(message: OutgoingCard): Promise<{ externalId: string }> {
    const externalId = `${digest(message.deliveryId).slice(0, 32)}@${this.domain()}`;
    const key = `mail:sent:${externalId}`;
    if ((await this.tools.store.get(key)) !== null) {
      return { externalId };
    }
    try {
      await this.transmit(message, externalId);
    } catch (error) {
      throw this.standing.failed(error instanceof DeliveryRefused ? error : mailError(error));
    }
    await this.tools.store.set(key, '1', rememberSeconds);
    this.standing.worked();
    this.tools.log('mail sent', { deliveryId: message.deliveryId });
    return { externalId };
  }

  update(_message: OutgoingCard): Promise<void> {
    return Promise.resolve();
  }

  listen(host: ChannelHost): Promise<void> {
    this.host = host;
    return Promise.resolve();
  }

  stop(): Promise<void> {
    this.host = null;
    this.transport.close();
    return Promise.resolve();
  }

  /** Takes a mail that came back, as the mail server's pipe hands it in: POST, the raw message, a bearer secret. */
  async callback(request: CallbackRequest): Promise<HttpAnswer> {
    if (!this.mayReport(request.headers.authorization ?? '')) {
      return answer(401);
    }
    if (request.method !== 'POST' || request.body.length > largestBounce || !this.host) {
      return answer(request.method === 'POST' ? (this.host ? 413 : 503) : 405);
    }
    const bounce = readBounce(request.body);
    if (bounce?.messageId.endsWith(`@${this.domain()}`)) {
      const { messageId: externalId, status } = bounce;
      await this.host.event({
        ...{ eventId: `bounce:${externalId.slice(0, 100)}`, at: this.tools.now() },
        ...{ type: 'notDelivered', externalId, reason: causeOf(status) },
      });
    }
    return answer(204);
  }

  health(): ChannelHealth {
    return { ...this.standing.health, tokenUntil: null, quotas: [] };
  }

  private async transmit(message: OutgoingCard, externalId: string): Promise<void> {
    const { address } = message.recipient;
    if (!plainAddress.test(address)) {
      throw new DeliveryRefused('收件地址不是一个邮箱地址');
    }
    const { brand } = message;
    const { subject, text, html } = renderMail(message.card, message.link, brand);
    const { from, replyTo } = this.settings;
    const dsn = { id: externalId, return: 'headers', notify: 'failure' };
    await this.transport.sendMail({
      ...{ from, to: { name: '', address }, subject, text, html, dsn },
      ...(replyTo === null ? {} : { replyTo }),
      messageId: `<${externalId}>`,
      date: new Date(this.tools.now()),
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.card.locale },
      attachments: [...logoOf(brand), ...(message.attachments ?? []).map(attached)],
    });
  }

  private mayReport(authorization: string): boolean {
    const { bounceSecret } = this.settings;
    const expected = Buffer.from(digest(`Bearer ${bounceSecret ?? ''}`));
    return bounceSecret !== null && timingSafeEqual(expected, Buffer.from(digest(authorization)));
  }

  private domain(): string {
    return (this.settings.from.address.split('@')[1] ?? 'localhost').slice(-95);
  }
}

function attached({ name, mimeType, bytes }: CardAttachment) {
  return {
    filename: name.replace(/[^\w.-]/g, '_').slice(-80),
    contentType: mimeType.replace(/[\r\n]/g, ''),
    content: Buffer.from(bytes),
  };
}

/** In the letter itself: a reader that loads no pictures from outside shows it. */
function logoOf(brand: Brand | undefined) {
  const logo = brand?.logo;
  return logo
    ? [
        {
          ...{ filename: 'logo', cid: logoId, contentType: logo.mimeType },
          ...{ content: Buffer.from(logo.bytes), contentDisposition: 'inline' as const },
        },
      ]
    : [];
}

function answer(status: number): HttpAnswer {
  return { status, headers: {}, body: '' };
}
