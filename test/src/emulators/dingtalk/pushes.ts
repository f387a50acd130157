import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { answerCard } from './routes.card.js';
import type { Ack, Gateway } from './gateway.js';
import { bodyIn, textIn } from './wire.js';
import type { EmulatedCard, World } from './world.js';

export interface PressOrder {
  user: string;
  outTrackId: string;
  actionIds?: string[];
  params?: Record<string, unknown>;
  corpId?: string;
  /** The same message so many times. */
  times?: number;
  /** Before the frame goes out, ms. */
  delay?: number;
}

export interface Pressed {
  acked: boolean;
  ms: number;
  applied: boolean;
  answer: unknown;
}

export interface EventOrder {
  eventType: string;
  data: Record<string, unknown>;
  eventId?: string;
  corpId?: string;
  bornTime?: number;
  times?: number;
  road?: 'stream' | 'http';
}

const pressWait = 3_000;
/** Later answers change nothing. */
const pressLimit = 2_000;
const pushLimit = 1_500;
const mostDeliveries = 6;

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/** What DingTalk sends on its own account: presses, what is said, events; by Stream or by HTTP. */
export class Pushes {
  /** How often each event went out, and whether it was confirmed. */
  readonly events = new Map<string, { deliveries: number; confirmed: boolean }>();
  /** DingTalk's own is about a minute. */
  redeliverAfter = 60_000;

  constructor(
    private readonly world: World,
    private readonly gateway: Gateway,
  ) {}

  async press(order: PressOrder): Promise<Pressed[]> {
    const messageId = randomUUID().replaceAll('-', '');
    await wait(order.delay ?? 0);
    const all = Array.from({ length: order.times ?? 1 }, () => this.pressOnce(order, messageId));
    return Promise.all(all);
  }

  async say(user: string, text: string, group: string | null): Promise<boolean> {
    const { clientId, corpId } = this.world.app;
    this.world.chat(group ?? user).push({ at: this.world.now(), kind: 'said', content: text });
    const data = {
      ...{ conversationId: group ?? `cid-${user}`, conversationType: group === null ? '1' : '2' },
      ...{ chatbotCorpId: corpId, msgId: randomUUID(), senderNick: 'x', senderStaffId: user },
      ...{ createAt: this.world.now(), senderCorpId: corpId, senderId: `$:LWCP_v1:$${user}` },
      ...{
        sessionWebhook: '',
        robotCode: clientId,
        msgtype: 'text',
        text: { content: ` ${text}` },
      },
    };
    const topic = '/v1.0/im/bot/messages/get';
    const ack = await this.gateway.push(
      { type: 'CALLBACK', topic, data: JSON.stringify(data) },
      5_000,
    );
    return ack?.code === 200;
  }

  /** Sends it until it is confirmed; the promise is the first delivery. */
  async event(order: EventOrder): Promise<string> {
    const eventId = order.eventId ?? randomUUID();
    const all = Array.from({ length: order.times ?? 1 }, () => this.deliver(eventId, order));
    await Promise.all(all);
    return eventId;
  }

  private async deliver(eventId: string, order: EventOrder): Promise<void> {
    const seen = this.events.get(eventId) ?? { deliveries: 0, confirmed: false };
    this.events.set(eventId, seen);
    seen.deliveries += 1;
    const taken =
      order.road === 'http'
        ? await this.byHttp(eventId, order)
        : await this.byStream(eventId, order);
    seen.confirmed ||= taken;
    if (!taken && seen.deliveries < mostDeliveries) {
      setTimeout(() => void this.again(eventId, order), this.redeliverAfter).unref();
    }
  }

  private async again(eventId: string, order: EventOrder): Promise<void> {
    if (this.events.get(eventId)?.confirmed !== true) {
      await this.deliver(eventId, order);
    }
  }

  private async byStream(eventId: string, { eventType, data, corpId, bornTime }: EventOrder) {
    const headers = {
      ...{ eventType, eventId, eventCorpId: corpId ?? this.world.app.corpId },
      eventBornTime: String(bornTime ?? this.world.now()),
      eventUnifiedAppId: 'emulated-app',
    };
    const frame = { type: 'EVENT', topic: '*', headers, data: JSON.stringify(data) };
    const ack = await this.gateway.push(frame, Math.min(this.redeliverAfter, 5_000));
    return ack?.data.status === 'SUCCESS';
  }

  private async byHttp(eventId: string, { eventType, data, corpId, bornTime }: EventOrder) {
    const { app } = this.world;
    const flat = {
      ...{ EventType: eventType, EventTime: bornTime ?? this.world.now(), eventId, BizId: eventId },
      ...{ CorpId: corpId ?? app.corpId, ...data },
    };
    const { status, plain, ms } = await this.pushed(JSON.stringify(flat));
    return status === 200 && plain === 'success' && ms <= pushLimit;
  }

  /** The event push over HTTP: what came back, decrypted. */
  async pushed(
    message: string,
    forge = false,
  ): Promise<{ status: number; plain: string; ms: number }> {
    const { push, app } = this.world;
    if (!push) {
      throw new Error('no event push is set up');
    }
    const key = Buffer.from(`${push.aesKey}=`, 'base64');
    const encrypt = sealed(key, message, app.clientId);
    const [timestamp, nonce] = [String(this.world.now()), randomBytes(4).toString('hex')];
    const signature = signed([push.token, timestamp, nonce, encrypt]);
    const query = new URLSearchParams({
      ...{ signature: forge ? signature.replace(/^./, 'x') : signature, timestamp, nonce },
    });
    const began = performance.now();
    const response = await fetch(`${push.url}?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ encrypt }),
    });
    const body = bodyIn(await response.json());
    const ms = performance.now() - began;
    const mine = [
      push.token,
      textIn(body, 'timeStamp'),
      textIn(body, 'nonce'),
      textIn(body, 'encrypt'),
    ];
    const good = response.ok && signed(mine) === textIn(body, 'msg_signature');
    return { status: response.status, plain: good ? opened(key, textIn(body, 'encrypt')) : '', ms };
  }

  private async pressOnce(order: PressOrder, messageId: string): Promise<Pressed> {
    const { outTrackId, user } = order;
    const card = this.world.cards.get(outTrackId);
    const data = JSON.stringify(this.callbackOf(order, card));
    this.world.open.add(outTrackId);
    // After that DingTalk waits no longer for the answer.
    const over = setTimeout(() => this.world.open.delete(outTrackId), pressLimit);
    const ack = await (card?.callbackType === 'HTTP'
      ? this.pressByHttp(card.routeKey, data)
      : this.pressByStream(data, messageId));
    clearTimeout(over);
    this.world.open.delete(outTrackId);
    if (ack?.code !== 200) {
      return { acked: false, ms: -1, applied: false, answer: null };
    }
    const answer = ack.data.response;
    const applied =
      ack.ms <= pressLimit && card !== undefined && answerCard(card, bodyIn(answer), user);
    return { acked: true, ms: ack.ms, applied, answer };
  }

  private callbackOf(order: PressOrder, card: EmulatedCard | undefined): object {
    const { outTrackId, user, corpId, actionIds = [], params = {} } = order;
    const space = card?.spaces[0] ?? { type: 'IM_ROBOT', id: user };
    return {
      ...{ type: 'actionCallback', outTrackId, userId: user, userIdType: 1, extension: '{}' },
      ...{ corpId: corpId ?? this.world.app.corpId, spaceType: space.type, spaceId: space.id },
      content: JSON.stringify({ cardPrivateData: { actionIds, params } }),
    };
  }

  private async pressByStream(data: string, messageId: string): Promise<Ack | null> {
    const topic = '/v1.0/card/instances/callback';
    const frame = { type: 'CALLBACK', topic, data, messageId };
    return (await this.gateway.push(frame, pressWait)) ?? null;
  }

  private async pressByHttp(routeKey: string, data: string): Promise<Ack | null> {
    const route = this.world.routes.get(routeKey);
    if (!route) {
      return null;
    }
    const timestamp = String(this.world.now());
    const signature = createHmac('sha256', route.secret).update(timestamp).digest('base64');
    const began = performance.now();
    const response = await fetch(route.url, {
      method: 'POST',
      headers: {
        ...{ 'content-type': 'application/json', 'x-ddpaas-signature': signature },
        'x-ddpaas-signature-timestamp': timestamp,
      },
      body: data,
    });
    const answer: unknown = await response.json();
    return { code: response.status, data: { response: answer }, ms: performance.now() - began };
  }
}

/** Written apart from the product's own, so that the two check each other. */
function sealed(key: Buffer, message: string, owner: string): string {
  const text = Buffer.from(message);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(text.length, 0);
  const plain = Buffer.concat([randomBytes(16), size, text, Buffer.from(owner)]);
  const pad = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const all = Buffer.concat([plain, Buffer.alloc(pad, pad)]);
  return Buffer.concat([cipher.update(all), cipher.final()]).toString('base64');
}

function opened(key: Buffer, text: string): string {
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([cipher.update(text, 'base64'), cipher.final()]);
  return plain.subarray(20, 20 + plain.readUInt32BE(16)).toString('utf8');
}

const signed = (parts: string[]) =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
