import {
  type Capabilities,
  type Channel,
  type ChannelHealth,
  type ChannelHost,
  type ChannelTools,
  DeliveryRefused,
  type OutgoingCard,
} from '../channel.js';
import { OneSending } from '../one-sending.js';
import type { Dialogue, DialogueParts } from '../wechaty/candidate-dialogue.js';
import { type Fields, textOf } from './wecom.answers.js';
import { type WeComApi, WeComError } from './wecom.api.js';
import { asRefusal } from './wecom.messages.js';
import { KfInbox } from './kf.inbox.js';
import { kfBody, kfLinkBody, kfMsgId, textBody } from './kf.render.js';
import type { KfScene } from './kf.scene.js';
import { KfTaking, type KfWelcome } from './kf.taking.js';
import { kfDrawer } from './wecom.draw.js';
import { KfWindow } from './kf.window.js';

export interface KfParts {
  tools: ChannelTools;
  api: WeComApi;
  kfId: string;
  scene: KfScene;
  welcome: KfWelcome;
  /** Brings in the bot that talks to candidates; called when the channel listens, and not before. */
  openDialogue: (parts: DialogueParts) => Promise<Dialogue>;
}

const sentSeconds = 30 * 86_400;
const linkSeconds = 30 * 86_400;
const listenMs = 30_000;
const quotaUsed = 95_001;
const over = new Set([95_013, 95_016, 95_018]);

/** Candidates in WeChat by 微信客服: their messages and taps, and at most five messages of ours to each of theirs. */
export class WeComKfChannel implements Channel {
  readonly name = 'wecomkf';
  readonly capabilities: Capabilities = kfDrawer.capabilities;
  readonly window: KfWindow;
  private readonly inbox: KfInbox;
  private readonly sending = new OneSending((message) => this.sendOnce(message));
  private host: ChannelHost | null = null;
  private reading: Promise<void> = Promise.resolve();
  private retry: NodeJS.Timeout | null = null;
  private dialogue: Promise<Dialogue | null> = Promise.resolve(null);
  private lastError: ChannelHealth['lastError'] = null;
  private readonly since: number;

  constructor(private readonly parts: KfParts) {
    const { tools, api, kfId } = parts;
    this.window = new KfWindow(tools);
    const taking = new KfTaking({
      ...parts,
      window: this.window,
      say: (user, text, what) => this.say(user, text, what),
      dialogue: () => this.dialogue,
    });
    this.inbox = new KfInbox(api, tools, {
      kfId,
      take: (entry, host) => taking.take(entry, host),
    });
    this.since = tools.now();
  }

  /**
   * The link that leads a WeChat user into the conversation and binds him to this subject.
   * @param subject id of an application or invitation; `outsiderEntered` brings it back as its scene
   */
  async linkFor(subject: string): Promise<string> {
    const { tools, api, kfId, scene } = this.parts;
    const key = `wecomkf:link:${kfId}`;
    const kept = await tools.store.get(key);
    const base = kept ?? (await this.newLink(api, kfId));
    if (kept === null) {
      await tools.store.set(key, base, linkSeconds);
    }
    const param = encodeURIComponent(scene.sign(subject));
    return `${base}${base.includes('?') ? '&' : '?'}scene_param=${param}`;
  }

  send(message: OutgoingCard): Promise<{ externalId: string }> {
    return this.sending.of(message);
  }

  /** A message in WeChat stays as it was; the page behind its link shows what is so now. */
  update(_message: OutgoingCard): Promise<void> {
    return Promise.resolve();
  }

  /**
   * Says a sentence in the conversation, as one of the five.
   * @param what makes it one message however often it is tried
   * @throws DeliveryRefused when none is left
   */
  async say(user: string, text: string, what: string): Promise<{ externalId: string }> {
    await this.window.take(user, what, 'answer');
    return { externalId: await this.sendBody(user, what, textBody(text)) };
  }

  listen(host: ChannelHost): Promise<void> {
    this.host = host;
    this.dialogue = this.opened(host);
    this.notice(this.parts.kfId, '');
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    this.host = null;
    clearTimeout(this.retry ?? undefined);
    await this.reading;
    const dialogue = await this.dialogue;
    this.dialogue = Promise.resolve(null);
    await dialogue?.stop();
  }

  /** The app's callback says that something came in; the reading goes on behind its answer, and after a failure again. */
  notice(openKfId: string, token: string): void {
    const { host } = this;
    if (!host || openKfId !== this.parts.kfId) {
      return;
    }
    this.reading = this.inbox.read(token, host).catch((error: unknown) => {
      const text = error instanceof WeComError ? error.message : '读取微信客服消息失败';
      this.lastError = { at: this.parts.tools.now(), text };
      this.parts.tools.log('wecomkf: reading failed', {
        reason: error instanceof Error ? error.name : '',
      });
      clearTimeout(this.retry ?? undefined);
      this.retry = setTimeout(() => this.notice(openKfId, ''), listenMs).unref();
    });
  }

  health(): ChannelHealth {
    const { api } = this.parts;
    const errors = [this.lastError, api.lastError].filter((error) => error !== null);
    return {
      state: api.failing ? 'failing' : 'ready',
      since: this.since,
      lastError: errors.sort((a, b) => b.at - a.at)[0] ?? null,
      tokenUntil: api.tokenUntil,
      quotas: [{ name: 'serviceMessagesToday', used: this.window.today.used, limit: null }],
    };
  }

  /** Without its bot the channel still sends cards and takes taps. */
  private async opened(host: ChannelHost): Promise<Dialogue | null> {
    const { kfId: account, tools, openDialogue } = this.parts;
    try {
      return await openDialogue({ line: this.line(account), host, tools });
    } catch (error) {
      const reason = error instanceof Error ? error.message : '';
      this.lastError = { at: tools.now(), text: '候选人对话没有打开，只收不答' };
      tools.log('wecomkf: the dialogue was not opened', { reason });
      return null;
    }
  }

  private line(account: string): DialogueParts['line'] {
    const said = async (user: string, what: string, body: Fields) => {
      await this.window.take(user, what, 'answer');
      return this.sendBody(user, what, body);
    };
    return {
      account,
      text: (user, text, what) => said(user, what, textBody(text)),
      link: (user, link, what) => said(user, what, kfLinkBody(link)),
    };
  }

  private async newLink(api: WeComApi, kfId: string): Promise<string> {
    const body = { open_kfid: kfId, scene: 'zhiyu' };
    return textOf((await api.post('/cgi-bin/kf/add_contact_way', body)).url);
  }

  private async sendOnce({ deliveryId, card, link, recipient }: OutgoingCard) {
    if (recipient.kind !== 'candidate' && recipient.kind !== 'staff') {
      throw new DeliveryRefused('微信客服只能发给一个人');
    }
    const { store } = this.parts.tools;
    const before = await store.get(`wecomkf:sent:${deliveryId}`);
    if (before !== null) {
      return { externalId: before };
    }
    await this.window.take(recipient.address, deliveryId, card.kind);
    const externalId = await this.sendBody(recipient.address, deliveryId, kfBody(card, link));
    await store.set(`wecomkf:sent:${deliveryId}`, externalId, sentSeconds);
    return { externalId };
  }

  private async sendBody(
    user: string,
    what: string,
    body: Record<string, unknown>,
  ): Promise<string> {
    const msgid = kfMsgId(`${user} ${what}`);
    const whole = { touser: user, open_kfid: this.parts.kfId, msgid, ...body };
    try {
      const answer = await this.parts.api.post('/cgi-bin/kf/send_msg', whole);
      await this.window.today.add();
      return textOf(answer.msgid) || msgid;
    } catch (error) {
      if (error instanceof WeComError && error.errcode === quotaUsed) {
        await this.window.exhaust(user);
      } else if (error instanceof WeComError && over.has(error.errcode)) {
        await this.window.close(user);
      }
      return asRefusal(error);
    }
  }
}
