import type { ChannelHost, ChannelTools } from '../channel.js';
import type { Dialogue } from '../wechaty/candidate-dialogue.js';
import { type KfEntry } from './kf.inbox.js';
import { kfMsgId, type KfMenu, menuBody } from './kf.render.js';
import type { KfScene } from './kf.scene.js';
import type { KfWindow } from './kf.window.js';
import { fieldsOf, textOf } from './wecom.answers.js';
import { type WeComApi, WeComError } from './wecom.api.js';
import { readPressKey } from './wecom.cards.js';
import { sentenceOf } from './wecom.press.js';

/**
 * What somebody is told who comes in and has not written yet. Its first line should be one to tap: a tap is a message
 * of his, and opens the 48 hours. Null: nothing.
 */
export type KfWelcome = (of: {
  /** Whom the link was made for; null for a link that is not ours, or that another person has used. */
  subject: string | null;
}) => Promise<KfMenu | null>;

const welcomeMs = 20_000;
const boundSeconds = 400 * 86_400;

const failReasons: Record<string, string> = {
  '1': '客服账号已被删除',
  '2': '应用已关闭',
  '4': '会话已过期，超过 48 小时',
  '5': '会话已关闭',
  '6': '超过 5 条限制',
  '8': '主体未验证',
  '10': '用户拒收',
};

interface TakingParts {
  tools: ChannelTools;
  api: WeComApi;
  scene: KfScene;
  welcome: KfWelcome;
  window: KfWindow;
  say: (user: string, text: string, what: string) => Promise<unknown>;
  /** The bot that answers what candidates write; null where there is none. */
  dialogue: () => Promise<Dialogue | null>;
}

/** What comes in by 微信客服: who enters is bound and welcomed, a tap is a press, what is written is said. */
export class KfTaking {
  constructor(private readonly parts: TakingParts) {}

  async take(entry: KfEntry, host: ChannelHost): Promise<void> {
    if (entry.type === 'event') {
      await this.takeEvent(entry, host);
    } else if (entry.origin === 3) {
      await this.parts.window.open(entry.user, entry.at, entry.msgId);
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
        await this.failed(entry.user, type);
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

  /** What is over stays over until he writes again. */
  private async failed(user: string, type: string): Promise<void> {
    if (type === '4' || type === '5') {
      await this.parts.window.close(user);
    } else if (type === '6') {
      await this.parts.window.exhaust(user);
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
      const { at, user } = entry;
      const dialogue = await this.parts.dialogue();
      const words = textOf(text.content);
      await dialogue?.hear({ id: eventId, user, text: words, menuId: textOf(text.menu_id), at });
      return;
    }
    const { version, ...press } = key;
    const sentence = await host
      .press({
        ...press,
        ...{ eventId, deliveryId: null, text: null, address: entry.user, seenVersion: version },
      })
      .then(({ message, link }) => `${message}\n${link}`)
      .catch((error: unknown) => {
        const sentence = sentenceOf(error);
        if (sentence === null) {
          throw error; // the reading stops here, and the tap is read again
        }
        return sentence;
      });
    await this.parts.say(entry.user, sentence, eventId).catch((error: unknown) => {
      const reason = error instanceof Error ? error.name : '';
      this.parts.tools.log('wecomkf: the answer to a tap was not sent', { reason });
    });
  }
}
