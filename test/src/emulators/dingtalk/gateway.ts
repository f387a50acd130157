import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { apiError, bodyIn, type Call, ok, type Reply, textIn } from './wire.js';
import type { World } from './world.js';

interface Subscription {
  type: string;
  topic: string;
}

interface Line {
  id: string;
  socket: WebSocket;
  subscriptions: Subscription[];
  /** It got the disconnect notice: nothing more is pushed on it. */
  leaving: boolean;
  /** Half-open: neither pongs nor frames. */
  mute: boolean;
}

export interface Ack {
  code: number;
  data: Record<string, unknown>;
  /** From the push to the ack. */
  ms: number;
}

const ticketLife = 90_000;
/** After the disconnect notice DingTalk is silent for so long and then closes. */
const noticeLife = 10_000;

function subscriptionsIn(value: unknown): Subscription[] {
  return (Array.isArray(value) ? value : []).map((one) => {
    const record = bodyIn(one);
    return { type: textIn(record, 'type'), topic: textIn(record, 'topic') };
  });
}

/** The Stream mode's server side: tickets, sockets and frames. */
export class Gateway {
  readonly lines = new Set<Line>();
  /** When each opening was asked for. */
  readonly opens: number[] = [];
  subscriptions: Subscription[] = [];
  badTickets = 0;
  /** Refuse the sockets that come with a good ticket. */
  refusing = false;
  lastPong: unknown = null;
  private readonly tickets = new Map<string, { until: number; subscriptions: Subscription[] }>();
  /** A message that went out twice waits twice. */
  private readonly waiting = new Map<string, ((ack: Ack) => void)[]>();
  private readonly server = new WebSocketServer({ noServer: true, autoPong: false });

  constructor(
    private readonly world: World,
    private readonly address: () => string,
  ) {}

  open({ body, headers }: Call): Reply {
    this.opens.push(Date.now());
    const { clientId, clientSecret } = this.world.app;
    if (textIn(body, 'clientId') !== clientId || textIn(body, 'clientSecret') !== clientSecret) {
      return apiError(401, 'authFailed');
    }
    const subscriptions = subscriptionsIn(body.subscriptions);
    this.subscriptions = subscriptions;
    const ticket = `${randomUUID()}+/=`; // must be encoded in the address
    this.tickets.set(ticket, { until: this.world.now() + ticketLife, subscriptions });
    const endpoint = `${this.address().replace(/^http/, 'ws')}/connect`;
    if (!(headers.accept ?? '').includes('json')) {
      const body_ = `<xml><endpoint>${endpoint}</endpoint><ticket>${ticket}</ticket></xml>`;
      return { status: 200, body: body_, type: 'text/xml' };
    }
    return ok({ endpoint, ticket });
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '', 'http://localhost');
    const ticket = url.searchParams.get('ticket') ?? '';
    const found = this.tickets.get(ticket);
    this.tickets.delete(ticket);
    const good = found !== undefined && found.until > this.world.now();
    if (!good || this.refusing) {
      this.badTickets += good ? 0 : 1;
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    this.server.handleUpgrade(request, socket, head, (webSocket) => {
      this.joined(webSocket, found.subscriptions);
    });
  }

  /** @returns the ack; null where there was none in `wait` ms, undefined where nobody could be told */
  async push(
    frame: { type: string; topic: string; headers?: object; data: string; messageId?: string },
    wait: number,
  ): Promise<Ack | null | undefined> {
    const topic = frame.type === 'EVENT' ? '*' : frame.topic;
    const able = [...this.lines].filter(
      (line) =>
        !line.leaving &&
        !line.mute &&
        line.subscriptions.some((one) => one.type === frame.type && one.topic === topic),
    );
    const line = able[Math.floor(Math.random() * able.length)];
    if (!line) {
      return undefined;
    }
    const messageId = frame.messageId ?? randomUUID().replaceAll('-', '');
    const acked = this.ackOf(messageId, wait);
    this.send(line, { ...frame, messageId });
    return acked;
  }

  /** A frame of SYSTEM to every socket. */
  system(topic: string, data: object): void {
    this.lines.forEach((line) => {
      this.send(line, { type: 'SYSTEM', topic, data: JSON.stringify(data) });
      if (topic === 'disconnect') {
        line.leaving = true;
        setTimeout(() => line.socket.terminate(), noticeLife).unref();
      }
    });
  }

  raw(text: string): void {
    this.lines.forEach(({ socket }) => socket.send(text));
  }

  kill(): void {
    this.lines.forEach(({ socket }) => socket.terminate());
  }

  mute(): void {
    this.lines.forEach((line) => {
      line.mute = true;
    });
  }

  get serving(): number {
    return [...this.lines].filter((line) => !line.leaving && !line.mute).length;
  }

  private ackOf(messageId: string, wait: number): Promise<Ack | null> {
    const began = performance.now();
    return new Promise((resolve) => {
      const all = this.waiting.get(messageId) ?? [];
      this.waiting.set(messageId, all);
      const acked = (ack: Ack) => {
        clearTimeout(over);
        resolve({ ...ack, ms: performance.now() - began });
      };
      const over = setTimeout(() => {
        all.splice(all.indexOf(acked), 1);
        resolve(null);
      }, wait);
      all.push(acked);
    });
  }

  private send(
    line: Line,
    frame: { type: string; topic: string; headers?: object; data: string; messageId?: string },
  ): void {
    const { type, topic, data, messageId = randomUUID() } = frame;
    const headers = {
      ...{ topic, messageId, contentType: 'application/json', time: String(this.world.now()) },
      ...{ appId: 'emulated-app', connectionId: line.id },
      ...frame.headers,
    };
    line.socket.send(JSON.stringify({ specVersion: '1.0', type, headers, data }));
  }

  private joined(socket: WebSocket, subscriptions: Subscription[]): void {
    const line: Line = { id: randomUUID(), socket, subscriptions, leaving: false, mute: false };
    this.lines.add(line);
    socket.on('close', () => this.lines.delete(line));
    socket.on('error', () => undefined);
    socket.on('ping', (data: Buffer) => {
      if (!line.mute) {
        socket.pong(data);
      }
    });
    socket.on('message', (data: Buffer) => this.heard(data.toString('utf8')));
  }

  private heard(text: string): void {
    const frame = bodyIn(JSON.parse(text));
    const headers = bodyIn(frame.headers);
    const data = JSON.parse(textIn(frame, 'data') || 'null') as unknown;
    if (textIn(headers, 'topic') === 'ping') {
      this.lastPong = data;
    }
    const messageId = textIn(headers, 'messageId');
    const acked = this.waiting.get(messageId)?.shift();
    acked?.({ code: Number(frame.code), data: bodyIn(data), ms: 0 });
  }
}
