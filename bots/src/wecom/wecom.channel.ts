import { randomInt } from 'node:crypto';
import {
  type CallbackRequest,
  type Capabilities,
  type Channel,
  type ChannelEvent,
  type ChannelHealth,
  type ChannelHost,
  type ChannelTools,
  DeliveryRefused,
  type HttpAnswer,
  type OutgoingCard,
} from '../channel.js';
import { chartFile } from '../chart-file.js';
import { OneSending } from '../one-sending.js';
import type { WeComApi } from './wecom.api.js';
import { type TemplateCard, taskIdOf } from './wecom.cards.js';
import { weComDrawer } from './wecom.draw.js';
import { eventsOf } from './wecom.events.js';
import type { WeComExternal } from './wecom.external.js';
import { WeComMessages } from './wecom.messages.js';
import { WeComPresses } from './wecom.presses.js';
import { changedCard, newCard } from './wecom.render.js';
import { codeMs, SentCards } from './wecom.sent.js';
import type { WeComCallbackKeys } from './wecom.settings.js';
import { CallbackRefused, openSealed, sealWords } from './wecom.verify.js';
import { cdata, readXml, textIn, type XmlElement, xmlOf } from './wecom.xml.js';

/** The customer service account, told that it has new messages. */
interface ServiceAccount {
  notice(openKfId: string, token: string): void;
}

/** What the app's channel works with. */
export interface WeComParts {
  tools: ChannelTools;
  api: WeComApi;
  keys: WeComCallbackKeys;
  image: string | null;
  kf: ServiceAccount | null;
  external: WeComExternal | null;
  /** How long the answer to a press waits for the decision, ms; 3.5 s where absent. */
  waitMs?: number;
}

/** Of a member who cannot come in any more; kept so that signing in is refused at once. */
export const leftKey = (address: string) => `wecom:left:${address.toLowerCase()}`;
const leftSeconds = 400 * 86_400;

const externalIdOf = ({ msgId, taskId }: { msgId: string; taskId: string }) =>
  msgId.length > 0 && msgId.length <= 128 ? msgId : taskId;

const empty: HttpAnswer = { status: 200, headers: {}, body: '' };
const answer = (status: number, type: string, body: string): HttpAnswer => ({
  status,
  headers: { 'content-type': `${type}; charset=utf-8` },
  body,
});

/** The company's self-built app: cards to members, their presses, and what happens in the company. */
export class WeComChannel implements Channel {
  readonly name = 'wecom';
  readonly capabilities: Capabilities = weComDrawer.capabilities;
  readonly takesCharts = true;
  readonly messages: WeComMessages;
  private readonly sent: SentCards;
  private readonly presses: WeComPresses;
  private readonly sending = new OneSending((message) => this.sendOnce(message));
  private host: ChannelHost | null = null;
  private shown: { state: ChannelHealth['state']; since: number };

  constructor(private readonly parts: WeComParts) {
    const { tools, api } = parts;
    this.messages = new WeComMessages(api, tools);
    this.sent = new SentCards(tools, 'app');
    this.presses = new WeComPresses({ ...parts, messages: this.messages, sent: this.sent });
    this.shown = { state: 'ready', since: tools.now() };
  }

  send(message: OutgoingCard): Promise<{ externalId: string }> {
    return this.sending.of(message);
  }

  async update(message: OutgoingCard): Promise<void> {
    const { deliveryId, card, recipient } = message;
    const sent = await this.sent.find(deliveryId);
    if (!sent || sent.version >= card.version) {
      return;
    }
    if (sent.code === null || sent.codeUntil <= this.parts.tools.now()) {
      this.parts.tools.log('wecom: a card cannot be changed any more', { deliveryId });
      await this.tell(message);
      return;
    }
    const done = await this.messages.replace(
      recipient.address,
      sent.code,
      changedCard(this.drawing(message, null)),
    );
    const change = done ? { version: card.version, code: null } : { code: null };
    await this.sent.change(deliveryId, change);
  }

  /**
   * Takes a message back, e.g. an invitation that was sent by mistake.
   * @returns false when it is older than 24 hours or was never sent
   */
  async withdraw(deliveryId: string): Promise<boolean> {
    const sent = await this.sent.find(deliveryId);
    return sent ? this.messages.recall(sent.msgId, sent.at) : false;
  }

  async listen(host: ChannelHost): Promise<void> {
    this.host = host;
    this.presses.host = host;
    await this.presses.resume();
  }

  async stop(): Promise<void> {
    await this.presses.settled();
  }

  /** GET and POST of the app's callback address; answered within a second and within five. */
  async callback(request: CallbackRequest): Promise<HttpAnswer> {
    try {
      if (request.method === 'GET') {
        // A `+` of base64 that was read as a space.
        const sealed = (request.query.echostr ?? '').replaceAll(' ', '+');
        return answer(200, 'text/plain', this.opened(request, sealed));
      }
      if (request.method !== 'POST') {
        return answer(405, 'text/plain', '');
      }
      const sealed = textIn(readXml(request.body), 'Encrypt');
      return await this.taken(readXml(this.opened(request, sealed)));
    } catch (error) {
      if (error instanceof CallbackRefused) {
        this.parts.tools.log('wecom: a callback was refused', { reason: error.reason });
        return answer(403, 'text/plain', '');
      }
      // Anything but 200: WeCom sends it again, three times.
      const reason = error instanceof Error ? error.name : 'unknown';
      this.parts.tools.log('wecom: a callback could not be kept', { reason });
      return answer(503, 'text/plain', '');
    }
  }

  health(): ChannelHealth {
    const { api, tools } = this.parts;
    const state = api.failing ? 'failing' : 'ready';
    if (this.shown.state !== state) {
      this.shown = { state, since: tools.now() };
    }
    return {
      ...this.shown,
      lastError: api.lastError,
      tokenUntil: api.tokenUntil,
      // 200 messages a day for each account of the company, whose number WeCom does not tell the app.
      quotas: [{ name: 'appMessagesToday', used: this.messages.today.used, limit: null }],
    };
  }

  /**
   * A code changes a card once: what is decided differently afterwards (first 待定, then 通过) is a line below it. A card
   * that is still open needs none: the person's next press brings it up to date, and its answer needs no code.
   */
  private async tell({ deliveryId, card, recipient }: OutgoingCard): Promise<void> {
    const record = card.blocks.filter((block) => block.type === 'record').at(-1);
    if (card.state === 'done' && record) {
      await this.messages.text(recipient.address, `${record.title}：${card.title}`);
      await this.sent.change(deliveryId, { version: card.version });
    }
  }

  private async sendOnce(message: OutgoingCard): Promise<{ externalId: string }> {
    const { deliveryId, card, recipient } = message;
    if (recipient.kind !== 'staff') {
      throw new DeliveryRefused('企业微信应用消息只能发给企业成员');
    }
    const before = await this.sent.find(deliveryId);
    if (before) {
      return { externalId: externalIdOf(before) };
    }
    const taskId = taskIdOf(deliveryId);
    const drawn = newCard(this.drawing(message, taskId));
    const { msgId, code } = await this.messages.card(recipient.address, drawn);
    const at = this.parts.tools.now();
    const times = { at, codeUntil: at + codeMs };
    await this.sent.keep(deliveryId, { msgId, taskId, version: card.version, code, ...times });
    await this.picture(message);
    return { externalId: externalIdOf({ msgId, taskId }) };
  }

  /** Sent once and not tried again: what it shows stands in the card as ▂▅▇. */
  private async picture({ deliveryId, recipient, chart }: OutgoingCard): Promise<void> {
    const picture = chartFile(chart);
    if (picture) {
      const { api, tools } = this.parts;
      await api
        .aside(() => this.messages.image(recipient.address, picture))
        .catch(() => {
          tools.log('wecom: a chart was not sent', { deliveryId });
        });
    }
  }

  private drawing({ card, link, brand }: OutgoingCard, taskId: string | null) {
    const icon = brand?.logo ? { icon: brand.logo.url } : {};
    return { card, link, line: 'app' as const, taskId, image: this.parts.image, ...icon };
  }

  private opened({ query }: CallbackRequest, sealed: string): string {
    const { msg_signature: signature = '', timestamp = '', nonce = '' } = query;
    return openSealed(this.parts.keys, { signature, timestamp, nonce }, sealed);
  }

  private async taken(event: XmlElement): Promise<HttpAnswer> {
    switch (textIn(event, 'Event')) {
      case 'template_card_event': {
        const card = await this.presses.take(event);
        return card ? this.passive(event, card) : empty;
      }
      case 'kf_msg_or_event':
        this.parts.kf?.notice(textIn(event, 'OpenKfId'), textIn(event, 'Token'));
        return empty;
      case 'change_external_contact':
        await this.keep((await this.parts.external?.take(event)) ?? []);
        return empty;
      default:
        await this.lockOut(event);
        await this.keep(eventsOf(event));
        return empty;
    }
  }

  private async keep(events: ChannelEvent[]): Promise<void> {
    for (const event of events) {
      if (!this.host) {
        throw new Error('nobody listens');
      }
      await this.host.event(event);
    }
  }

  /** Who left or was disabled cannot sign in from this moment on, whatever else follows. */
  private async lockOut(event: XmlElement): Promise<void> {
    if (textIn(event, 'Event') !== 'change_contact') {
      return;
    }
    const { store } = this.parts.tools;
    const key = leftKey(textIn(event, 'UserID'));
    const change = textIn(event, 'ChangeType');
    const status = textIn(event, 'Status');
    if (change === 'delete_user' || status === '2' || status === '5') {
      await store.set(key, '1', leftSeconds);
    } else if (change === 'create_user' || status === '1') {
      await store.delete(key);
    }
  }

  /** The encrypted answer that changes the card of the person who pressed, and of nobody else. */
  private passive(event: XmlElement, card: TemplateCard): HttpAnswer {
    const timestamp = String(Math.floor(this.parts.tools.now() / 1000));
    const nonce = String(randomInt(1_000_000_000, 10_000_000_000));
    const words = [
      xmlOf('to_user_name', textIn(event, 'FromUserName')),
      xmlOf('from_user_name', this.parts.keys.corpId),
      xmlOf('create_time', Number(timestamp)),
      xmlOf('msg_type', 'update_template_card'),
      xmlOf('template_card', card),
    ].join('');
    const stamp = { timestamp, nonce };
    const { encrypted, signature } = sealWords(this.parts.keys, `<xml>${words}</xml>`, stamp);
    const body = [
      `<Encrypt>${cdata(encrypted)}</Encrypt>`,
      `<MsgSignature>${cdata(signature)}</MsgSignature>`,
      `<TimeStamp>${timestamp}</TimeStamp>`,
      `<Nonce>${cdata(nonce)}</Nonce>`,
    ].join('');
    return answer(200, 'application/xml', `<xml>${body}</xml>`);
  }
}
