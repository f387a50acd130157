import { AppError } from '@zhiyu/contracts/errors';
import {
  type Capabilities,
  type Channel,
  type ChannelHealth,
  type ChannelHost,
  type ChannelTools,
  DeliveryRefused,
  type OutgoingCard,
} from '../channel.js';
import { fieldsOf, textOf } from './wecom.answers.js';
import { type WeComApi, WeComError } from './wecom.api.js';
import { readPressKey } from './wecom.cards.js';
import { asRefusal } from './wecom.messages.js';
import { type KfEntry, KfInbox } from './kf.inbox.js';
import { kfBody, kfMsgId, type KfMenu, menuBody, textBody } from './kf.render.js';
import type { KfScene } from './kf.scene.js';
import { KfWindow } from './kf.window.js';

/**
 * What somebody is told who comes in and has not written yet. Its first line should be one to tap: a tap is a message
 * of his, and opens the 48 hours. Null: nothing.
 */
export type KfWelcome = (of: {
  /** Whom the link was made for; null for a link that is not ours, or that another person has used. */
  subject: string | null;
}) => Promise<KfMenu | null>;

export interface KfParts {
  tools: ChannelTools;
  api: WeComApi;
  kfId: string;
  scene: KfScene;
  welcome: KfWelcome;
}

const welcomeMs = 20_000;
const boundSeconds = 400 * 86_400;
const sentSeconds = 30 * 86_400;
const linkSeconds = 30 * 86_400;
const listenMs = 30_000;
const quotaUsed = 95_001;
const over = new Set([95_013, 95_016, 95_018]);

const failReasons: Record<string, string> = {
  '1': '客服账号已被删除',
  '2': '应用已关闭',
  '4': '会话已过期，超过 48 小时',
  '5': '会话已关闭',
  '6': '超过 5 条限制',
  '8': '主体未验证',
  '10': '用户拒收',
};

/** Candidates in WeChat by 微信客服: their messages and taps, and at most five messages of ours to each of theirs. */
export class WeComKfChannel implements Channel {
  readonly name = 'wecomkf';
  readonly capabilities: Capabilities = {
    buttons: 6,
    updateInPlace: false,
    picture: false,
    freeText: false,
    textLength: 320,
  };
  readonly window: KfWindow;
  private readonly inbox: KfInbox;
  private readonly sending = new Map<string, Promise<{ externalId: string }>>();
  private host: ChannelHost | null = null;
  private reading: Promise<void> = Promise.resolve();
  private retry: NodeJS.Timeout | null = null;
  private lastError: ChannelHealth['lastError'] = null;
  private readonly since: number;

  constructor(private readonly parts: KfParts) {
    const { tools, api, kfId } = parts;
    this.window = new KfWindow(tools);
    this.inbox = new KfInbox(api, tools, { kfId, take: (entry, host) => this.take(entry, host) });
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
    const { deliveryId } = message;
    const known = this.sending.get(deliveryId);
    if (known) {
      return known;
    }
    const work = this.sendOnce(message).finally(() => this.sending.delete(deliveryId));
    this.sending.set(deliveryId, work);
    return work;
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
    this.notice(this.parts.kfId, '');
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    this.host = null;
    clearTimeout(this.retry ?? undefined);
    await this.reading;
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
      quotas: [{ name: '今天的客服消息', used: this.window.today.used, limit: null }],
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

  private async take(entry: KfEntry, host: ChannelHost): Promise<void> {
    if (entry.type === 'event') {
      await this.takeEvent(entry, host);
    } else if (entry.origin === 3) {
      await this.window.open(entry.user, entry.at);
      await this.takeMessage(entry, host);
    }
  }

  private async takeEvent(entry: KfEntry, host: ChannelHost): Promise<void> {
    const event = fieldsOf(entry.fields.event);
    const name = { eventId: `kf:${entry.msgId}`, at: entry.at };
    switch (textOf(event.event_type)) {
      case 'enter_session': {
        const subject = await this.bound(entry.user, textOf(event.scene_param));
        await this.greet(textOf(event.welcome_code), entry.at, subject);
        await host.event({ ...name, type: 'outsiderEntered', address: entry.user, scene: subject });
        return;
      }
      case 'msg_send_fail': {
        const type = textOf(event.fail_type);
        const reason = `微信客服：${failReasons[type] ?? `没有送达（${type}）`}`;
        await host.event({
          ...name,
          type: 'notDelivered',
          externalId: textOf(event.fail_msgid),
          reason,
        });
        return;
      }
      default:
    }
  }

  /** A link binds the first person who uses it: handed on, it binds nobody else. */
  private async bound(user: string, sceneParam: string): Promise<string | null> {
    const subject = this.parts.scene.read(sceneParam);
    if (subject === null || user === '') {
      return null;
    }
    const { store, log } = this.parts.tools;
    const key = `wecomkf:bound:${subject}`;
    const mine = (await store.claim(key, user, boundSeconds)) || (await store.get(key)) === user;
    if (!mine) {
      log('wecomkf: a link was used by a second person', {});
    }
    return mine ? subject : null;
  }

  private async greet(code: string, at: number, subject: string | null): Promise<void> {
    const { tools, api, welcome } = this.parts;
    if (code === '' || tools.now() - at >= welcomeMs) {
      return;
    }
    const menu = await welcome({ subject });
    if (menu) {
      const body = { code, msgid: kfMsgId(code), ...menuBody(menu) };
      await api.post('/cgi-bin/kf/send_msg_on_event', body).catch((error: unknown) => {
        const errcode = error instanceof WeComError ? error.errcode : 0;
        tools.log('wecomkf: the welcome was not sent', { errcode });
      });
    }
  }

  private async takeMessage(entry: KfEntry, host: ChannelHost): Promise<void> {
    const text = fieldsOf(entry.fields.text);
    const key = readPressKey(textOf(text.menu_id));
    const eventId = `kf:${entry.msgId}`;
    if (!key) {
      const said = textOf(text.content) || `[${entry.type}]`;
      const about = { eventId, at: entry.at, address: entry.user, text: said };
      await host.event({ ...about, type: 'said', audience: 'person' });
      return;
    }
    const { version, ...press } = key;
    const sentence = await host
      .press({
        ...press,
        ...{ eventId, deliveryId: null, text: null, address: entry.user, seenVersion: version },
      })
      .then(({ message, link }) => `${message}\n${link}`)
      .catch((error: unknown) => this.refusal(error));
    await this.say(entry.user, sentence, eventId).catch((error: unknown) => {
      const reason = error instanceof Error ? error.name : '';
      this.parts.tools.log('wecomkf: the answer to a tap was not sent', { reason });
    });
  }

  /** A sentence for the person; the server's own faults stop the reading, so that the tap is read again. */
  private refusal(error: unknown): string {
    const told =
      error instanceof AppError
        ? error.status < 500
        : error instanceof Error && error.name === 'Error';
    if (!told) {
      throw error;
    }
    return (error as Error).message;
  }
}
