import { createHash, randomUUID } from 'node:crypto';
import {
  type CallbackRequest,
  type Capabilities,
  type Channel,
  type ChannelHealth,
  type ChannelHost,
  type ChannelTools,
  DeliveryRefused,
  type HttpAnswer,
  type OutgoingCard,
} from '../channel.js';
import { Standing } from '../standing.js';
import { type Receipt, readReceipts } from './receipts.js';
import { signatureFits, signatureHeaders, signatureOf } from './sms.signature.js';
import { smsDrawer } from './sms.draw.js';
import { smsWords } from './sms.text.js';

export interface SmsSettings {
  url: string;
  key: string;
  secret: string;
  sign: string;
  /** Template ids of the gateway by kind or kind.language; empty = it takes free text. */
  templates: Record<string, string>;
}

/** Mobile numbers as people write them: E.164, or a Chinese one without its country. */
const number = /^(?:\+[1-9]\d{6,14}|1[3-9]\d{9})$/;
const rememberSeconds = 30 * 86_400;
/** Clocks of two servers may differ by this much. */
const clockSeconds = 300;

const refusals: Record<string, string> = {
  numberInvalid: '手机号不存在或写错了',
  numberBlocked: '对方拒收这类短信',
  templateInvalid: '短信模板没有通过审核或不存在',
  contentRefused: '短信内容没有通过审核',
};

/** Text messages by a signed HTTP call to a gateway, or to an adapter in front of one. */
export class SmsChannel implements Channel {
  readonly name = 'sms';
  readonly capabilities: Capabilities = smsDrawer.capabilities;
  private readonly standing: Standing;
  private host: ChannelHost | null = null;
  private partsSent = 0;

  /** @param shorten makes the link of a card short, e.g. `ShortLinks.shorten` */
  constructor(
    private readonly settings: SmsSettings,
    private readonly tools: ChannelTools,
    private readonly shorten: (link: string) => Promise<string>,
  ) {
    this.standing = new Standing(tools.now);
  }

  async send(message: OutgoingCard): Promise<{ externalId: string }> {
    const externalId = createHash('sha256').update(message.deliveryId).digest('hex').slice(0, 32);
    const key = `sms:sent:${externalId}`;
    if ((await this.tools.store.get(key)) !== null) {
      return { externalId };
    }
    try {
      await this.post(await this.bodyOf(message, externalId));
    } catch (error) {
      throw this.standing.failed(error instanceof Error ? error : new Error(String(error)));
    }
    await this.tools.store.set(key, '1', rememberSeconds);
    this.standing.worked();
    this.tools.log('sms sent', { deliveryId: message.deliveryId });
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
    return Promise.resolve();
  }

  /** Takes signed delivery receipts; answers 204 only once each is kept. */
  async callback(request: CallbackRequest): Promise<HttpAnswer> {
    if (request.method !== 'POST') {
      return answer(405);
    }
    if (!this.signed(request)) {
      return answer(401);
    }
    const receipts = readReceipts(request.body);
    if (!receipts) {
      return answer(400);
    }
    if (!this.host) {
      return answer(503);
    }
    for (const receipt of receipts) {
      await this.tell(this.host, receipt);
    }
    return answer(204);
  }

  health(): ChannelHealth {
    return {
      ...{ ...this.standing.health, tokenUntil: null },
      quotas: [{ name: 'smsPartsSinceStart', used: this.partsSent, limit: null }],
    };
  }

  private async bodyOf(message: OutgoingCard, id: string): Promise<string> {
    const { card, recipient } = message;
    if (!number.test(recipient.address)) {
      throw new DeliveryRefused('收件号码不是一个手机号');
    }
    const { sign, templates } = this.settings;
    const template = templates[`${card.kind}.${card.locale}`] ?? templates[card.kind] ?? null;
    if (template === null && Object.keys(templates).length > 0) {
      throw new DeliveryRefused('这类消息没有登记短信模板');
    }
    const link = await this.shorten(message.link);
    return JSON.stringify({
      ...{ id, to: international(recipient.address), sign, locale: card.locale, template },
      ...smsWords(message, { sign, link }),
    });
  }

  private async post(body: string): Promise<void> {
    const { url, key, secret } = this.settings;
    const timestamp = String(Math.floor(this.tools.now() / 1000));
    const nonce = randomUUID();
    const answered = await this.tools.http
      .request({
        ...{ method: 'POST', url, body },
        headers: {
          'content-type': 'application/json; charset=utf-8',
          [signatureHeaders.key]: key,
          [signatureHeaders.timestamp]: timestamp,
          [signatureHeaders.nonce]: nonce,
          [signatureHeaders.signature]: signatureOf(secret, { timestamp, nonce, body }),
        },
      })
      // What the client says may hold the address with its query.
      .catch(() => null);
    if (!answered) {
      throw new Error('短信网关没有回答，会再试');
    }
    checkAnswer(answered);
    this.partsSent += (JSON.parse(body) as { parts: number }).parts;
  }

  private signed({ headers, body }: CallbackRequest): boolean {
    const timestamp = headers[signatureHeaders.timestamp] ?? '';
    const nonce = headers[signatureHeaders.nonce] ?? '';
    const age = Math.abs(this.tools.now() / 1000 - Number(timestamp));
    return (
      headers[signatureHeaders.key] === this.settings.key &&
      /^\d{10}$/.test(timestamp) &&
      /^[\w-]{16,64}$/.test(nonce) &&
      age <= clockSeconds &&
      signatureFits(
        this.settings.secret,
        { timestamp, nonce, body },
        headers[signatureHeaders.signature] ?? '',
      )
    );
  }

  private async tell(host: ChannelHost, receipt: Receipt): Promise<void> {
    if (receipt.state === 'failed') {
      const { id: externalId, at } = receipt;
      const reason = refusals[receipt.code] ?? '短信没有送达';
      const eventId = `receipt:${externalId}`;
      await host.event({ eventId, at, type: 'notDelivered', externalId, reason });
    }
  }
}

function international(address: string): string {
  return address.startsWith('+') ? address : `+86${address}`;
}

/** @throws when the gateway did not take the message; its own words stay behind, they may repeat the number. */
function checkAnswer({ status, body }: HttpAnswer): void {
  if (status >= 200 && status < 300) {
    return;
  }
  const code = /"code"\s*:\s*"([A-Za-z]{1,40})"/.exec(body)?.[1] ?? '';
  const refusal = refusals[code];
  if ((status === 400 || status === 422) && refusal !== undefined) {
    throw new DeliveryRefused(`${refusal}（${code}）`);
  }
  const causes: Record<number, string> = {
    401: '短信网关不认密钥或签名',
    403: '短信网关不认密钥或签名',
    402: '短信余额不足',
    429: '短信发得太密',
  };
  throw new Error(`${causes[status] ?? '短信网关暂时没有收下'}（${status}），会再试`);
}

function answer(status: number): HttpAnswer {
  return { status, headers: {}, body: '' };
}
