import { randomBytes } from 'node:crypto';
import type { ChannelHealth, ChannelTools } from '../channel.js';
import { BotPost } from './bot.post.js';
import { type Fields, fieldsOf, isFields, numberOf } from './wecom.answers.js';
import type { TemplateCard } from './wecom.cards.js';
import type { WeComBot } from './wecom.settings.js';

/** Something that came by the connection; it is answered under its own headers. */
export interface BotFrame {
  headers: { req_id: string };
  body: Fields;
}

interface BotEvents {
  pressed: (frame: BotFrame) => void;
  said: (frame: BotFrame) => void;
  entered: (frame: BotFrame) => void;
}

/** What is used of the SDK's client, without the types that differ from what WeCom sends. */
interface BotClient {
  connect(): unknown;
  disconnect(): void;
  on(event: string, listener: (what: unknown) => void): unknown;
  sendMessage(chatId: string, body: Fields): Promise<unknown>;
  replyWelcome(frame: BotFrame, body: Fields): Promise<unknown>;
  updateTemplateCard(frame: BotFrame, card: TemplateCard): Promise<unknown>;
}

const leaseSeconds = 30;
const tickMs = 10_000;
/** Pause after another connection took the bot, or after wrong keys. */
const quietMs = 60_000;
const leaseKey = 'wecombot:leader';
/** How the connection is, told by who holds it. */
const healthKey = 'wecombot:health';
const silent = { debug: quiet, info: quiet, warn: quiet, error: quiet };

function quiet(): void {
  // the SDK would write whole messages to the console
}

function frameOf(value: unknown): BotFrame {
  const { headers, body } = fieldsOf(value);
  return { headers: fieldsOf(headers) as BotFrame['headers'], body: fieldsOf(body) };
}

/** The errcode of an answer, refused or not; other failures are thrown on. */
async function errcodeOf(answer: Promise<unknown>): Promise<number> {
  try {
    await answer;
    return 0;
  } catch (error) {
    const errcode = isFields(error) ? numberOf(error.errcode) : Number.NaN;
    if (Number.isNaN(errcode)) {
      throw new Error('企业微信智能机器人没有应答', { cause: error });
    }
    return errcode;
  }
}

type LineHealth = Pick<ChannelHealth, 'state' | 'since' | 'lastError'>;

/**
 * The one live connection that WeCom allows a bot. The processes of an installation agree on who holds it by a lease in
 * the store; the others hand their messages to it and show its health. Whoever is put off the line by a stranger waits
 * before trying again, so that two do not fight.
 */
export class BotLine {
  private readonly me = randomBytes(8).toString('hex');
  private readonly post: BotPost;
  private client: BotClient | null = null;
  /** Whether this process holds the lease. */
  private leading = false;
  private timer: NodeJS.Timeout | null = null;
  private notBefore = 0;
  private state: ChannelHealth['state'] = 'connecting';
  private since: number;
  private lastError: ChannelHealth['lastError'] = null;

  constructor(
    private readonly bot: WeComBot,
    private readonly tools: ChannelTools,
    private readonly events: BotEvents,
  ) {
    this.since = tools.now();
    this.post = new BotPost(tools);
  }

  async open(): Promise<void> {
    this.timer ??= setInterval(() => void this.tick().catch(() => undefined), tickMs).unref();
    await this.tick();
  }

  async close(): Promise<void> {
    clearInterval(this.timer ?? undefined);
    this.timer = null;
    this.post.close();
    this.client?.disconnect();
    this.client = null;
    this.leading = false;
    if ((await this.tools.store.get(leaseKey)) === this.me) {
      await this.tools.store.delete(leaseKey);
    }
  }

  health(): LineHealth {
    return { state: this.state, since: this.since, lastError: this.lastError };
  }

  /** @returns WeCom's errcode @throws when there is no connection or no answer */
  async send(user: string, body: Fields): Promise<number> {
    const elsewhere = !this.leading && (await this.tools.store.get(leaseKey)) !== null;
    return elsewhere ? this.post.hand(user, body) : this.say(user, body);
  }

  private async say(user: string, body: Fields): Promise<number> {
    if (!this.client || this.state !== 'connected') {
      throw new Error('企业微信智能机器人没有连接');
    }
    return errcodeOf(this.client.sendMessage(user, body));
  }

  async replace(frame: BotFrame, card: TemplateCard): Promise<void> {
    const errcode = await errcodeOf(
      this.client?.updateTemplateCard(frame, card) ?? Promise.resolve(),
    );
    if (errcode !== 0) {
      this.tools.log('wecombot: a card was not changed', { errcode });
    }
  }

  async welcome(frame: BotFrame, content: string): Promise<void> {
    const body = { msgtype: 'text', text: { content } };
    await errcodeOf(this.client?.replyWelcome(frame, body) ?? Promise.resolve());
  }

  private async tick(): Promise<void> {
    this.leading = await this.leads();
    if (!this.leading) {
      await this.follow();
      return;
    }
    this.post.open((user, body) => this.say(user, body));
    await this.tellHealth();
    if (this.timer && this.client === null && this.tools.now() >= this.notBefore) {
      await this.connect();
    }
  }

  /** Another process holds the connection: what it says of it is shown here. */
  private async follow(): Promise<void> {
    this.post.close();
    this.client?.disconnect();
    this.client = null;
    const told = await this.tools.store.get(healthKey);
    if (told !== null) {
      const health = JSON.parse(told) as LineHealth;
      this.state = health.state;
      this.since = health.since;
      this.lastError = health.lastError;
    }
  }

  private async tellHealth(): Promise<void> {
    await this.tools.store.set(healthKey, JSON.stringify(this.health()), leaseSeconds);
  }

  private async leads(): Promise<boolean> {
    const { store } = this.tools;
    if (await store.claim(leaseKey, this.me, leaseSeconds)) {
      return true;
    }
    const mine = (await store.get(leaseKey)) === this.me;
    if (mine) {
      await store.set(leaseKey, this.me, leaseSeconds);
    }
    return mine;
  }

  /** The SDK is loaded here and only here: it is of no use to anybody without a bot. */
  private async connect(): Promise<void> {
    const { default: sdk } = await import('@wecom/aibot-node-sdk');
    const client = new sdk.WSClient({
      botId: this.bot.id,
      secret: this.bot.secret,
      wsUrl: this.bot.wsBase,
      maxReconnectAttempts: -1,
      logger: silent,
    }) as unknown as BotClient;
    this.client = client;
    this.become('connecting');
    client.on('authenticated', () => this.changed(client, 'connected'));
    client.on('disconnected', () => this.changed(client, 'connecting'));
    client.on('error', (error) => this.failed(client, error));
    client.on('event.disconnected_event', () => this.putOff(client));
    client.on('event.template_card_event', (frame) => this.events.pressed(frameOf(frame)));
    client.on('event.enter_chat', (frame) => this.events.entered(frameOf(frame)));
    client.on('message.text', (frame) => this.events.said(frameOf(frame)));
    client.connect();
  }

  /** The SDK tells of a connection also after it was given up here. */
  private changed(client: BotClient, state: ChannelHealth['state']): void {
    if (this.client === client) {
      this.become(state);
    }
  }

  private become(state: ChannelHealth['state']): void {
    if (this.state !== state) {
      this.state = state;
      this.since = this.tools.now();
      void this.tellHealth().catch(() => undefined);
    }
  }

  private failed(client: BotClient, error: unknown): void {
    const text = error instanceof Error ? error.message : '连接出错';
    this.lastError = { at: this.tools.now(), text };
    const code = fieldsOf(error).code;
    if (code === 'WS_AUTH_FAILURE_EXHAUSTED' && this.client === client) {
      this.rest();
    }
  }

  private putOff(client: BotClient): void {
    if (this.client === client) {
      const text = '另一处用同一个机器人建立了连接，这里的连接被断开';
      this.lastError = { at: this.tools.now(), text };
      this.rest();
    }
  }

  private rest(): void {
    this.client?.disconnect();
    this.client = null;
    this.notBefore = this.tools.now() + quietMs;
    this.become('failing');
  }
}
