import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One message as the gateway took it. */
export interface EmulatedSms {
  id: string;
  to: string;
  sign: string;
  locale: string;
  template: string | null;
  variables: Record<string, string>;
  text: string;
  parts: number;
}

interface GatewayAnswer {
  status: number;
  code?: string;
}

export interface SmsEmulator {
  /** For SMS_API_URL. */
  url: string;
  /** Each message once, however often it was posted. */
  messages: EmulatedSms[];
  /** Requests in all, refused ones too. */
  requests: number;
  /** Answers to the next requests before anything else is looked at. */
  faults: GatewayAnswer[];
  /** Numbers that the network does not know. */
  unknownNumbers: Set<string>;
  stop: () => Promise<void>;
}

interface Account {
  key: string;
  secret: string;
  /** Ids of the templates that passed the review. */
  templates: string[];
  /** The gateway's clock, ms. */
  now: () => number;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The protocol of docs/mail-sms-feishu.md, written from the page and not from the channel. */
class Gateway {
  readonly messages: EmulatedSms[] = [];
  readonly faults: GatewayAnswer[] = [];
  readonly unknownNumbers = new Set<string>();
  private readonly nonces = new Set<string>();
  requests = 0;

  constructor(private readonly account: Account) {}

  answer(request: IncomingMessage, body: string): GatewayAnswer {
    this.requests++;
    const fault = this.faults.shift();
    return fault ?? this.refusedHead(request, body) ?? this.take(body);
  }

  private refusedHead({ method, headers }: IncomingMessage, body: string): GatewayAnswer | null {
    const field = (name: string) => String(headers[`x-zhiyu-${name}`] ?? '');
    const [timestamp, nonce] = [field('timestamp'), field('nonce')];
    const signature = createHmac('sha256', this.account.secret)
      .update([timestamp, nonce, body].join('\n'))
      .digest('hex');
    const late = Math.abs(this.account.now() / 1000 - Number(timestamp)) > 300;
    if (method !== 'POST') {
      return { status: 405 };
    }
    if (field('key') !== this.account.key || signature !== field('signature') || late) {
      return { status: 401, code: 'signatureInvalid' };
    }
    if (nonce.length < 16 || this.nonces.has(nonce)) {
      return { status: 401, code: 'nonceUsed' };
    }
    this.nonces.add(nonce);
    return null;
  }

  private take(body: string): GatewayAnswer {
    const message = JSON.parse(body) as EmulatedSms;
    if (!/^\+[1-9]\d{6,14}$/.test(message.to) || this.unknownNumbers.has(message.to)) {
      return { status: 400, code: 'numberInvalid' };
    }
    if (message.template !== null && !this.account.templates.includes(message.template)) {
      return { status: 400, code: 'templateInvalid' };
    }
    if (!this.messages.some(({ id }) => id === message.id)) {
      this.messages.push(message);
    }
    return { status: 200 };
  }
}

/** A text message gateway on the loopback. */
export async function startSmsEmulator(account: Account): Promise<SmsEmulator> {
  const gateway = new Gateway(account);
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { status, code } = gateway.answer(request, body);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(code === undefined ? {} : { code, message: `refused: ${body}` }));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const { messages, faults, unknownNumbers } = gateway;
  return {
    ...{ url: `http://127.0.0.1:${port}/v1/messages`, messages, faults, unknownNumbers },
    get requests() {
      return gateway.requests;
    },
    stop: () =>
      new Promise((ended) => {
        server.close(() => ended());
        server.closeAllConnections();
      }),
  };
}
