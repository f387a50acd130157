import { type CardAttachment, type ChannelTools, DeliveryRefused } from '../channel.js';
import { type Fields, textOf, textsOf } from './wecom.answers.js';
import { type WeComApi, WeComError } from './wecom.api.js';
import type { TemplateCard } from './wecom.cards.js';
import { checkCard, fitBytes, limits } from './wecom.limits.js';
import { DayCount, Pace } from './wecom.pace.js';

/** How long WeCom drops a request with the same words, seconds: a card has an id of its own, a sentence may be said again. */
const duplicateSeconds = { card: 14_400, words: 30 };
const recallMs = 24 * 3_600_000;
const repeatedTask = 42_014;

export interface SentMessage {
  /** Empty where WeCom had it already and did not say. */
  msgId: string;
  /** Changes the card once within 72 hours. */
  code: string | null;
}

/** The ids of `a|b` or `["a","b"]`: WeCom has both forms, and writes user ids in lower case. */
function ids(value: unknown): string[] {
  const list = Array.isArray(value) ? textsOf(value) : textOf(value).split('|');
  return list.map((id) => id.toLowerCase()).filter((id) => id !== '');
}

/** Somebody WeCom does not send to although it took the message. */
function checkTaken(answer: Fields, user: string): void {
  const wanted = user.toLowerCase();
  if (ids(answer.invaliduser).includes(wanted)) {
    throw new DeliveryRefused('企业微信说此人不在应用的可见范围内，或已不在通讯录');
  }
  if (ids(answer.unlicenseduser).includes(wanted)) {
    throw new DeliveryRefused('企业微信说此人没有接口许可，收不到应用消息');
  }
}

/** What cannot work later becomes a refusal; everything else stays an error that is tried again. */
export function asRefusal(error: unknown): never {
  throw error instanceof WeComError && !error.passing ? new DeliveryRefused(error.message) : error;
}

/** The app's messages to members (developer documents 90236, 94888, 94867). */
export class WeComMessages {
  private readonly pace: Pace;
  readonly today: DayCount;

  constructor(
    private readonly api: WeComApi,
    private readonly tools: ChannelTools,
  ) {
    this.pace = new Pace(tools, `app${api.app.agentId}`, { minute: 30, hour: 1_000 });
    this.today = new DayCount(tools, `app${api.app.agentId}`);
  }

  /**
   * Sends a card to one member. The same card sent again is one message: WeCom drops the same words within four hours
   * and refuses a task id it has seen.
   * @throws DeliveryRefused, TooManyMessages, WeComError
   */
  async card(user: string, card: TemplateCard): Promise<SentMessage> {
    checkCard(card, true);
    try {
      return await this.send(user, { msgtype: 'template_card', template_card: card });
    } catch (error) {
      if (error instanceof WeComError && error.errcode === repeatedTask) {
        return { msgId: '', code: null }; // it arrived before, and the answer was lost
      }
      return asRefusal(error);
    }
  }

  /** @param content at most 2,048 bytes are sent, never half a character */
  async text(user: string, content: string): Promise<SentMessage> {
    const text = { content: fitBytes(content, limits.text) };
    return this.send(user, { msgtype: 'text', text }).catch(asRefusal);
  }

  /** @param picture PNG or JPEG */
  async image(user: string, picture: CardAttachment): Promise<SentMessage> {
    const image = { media_id: await this.api.upload(picture) };
    return this.send(user, { msgtype: 'image', image });
  }

  /** A title, a text and a link: for what no card can ask. */
  async link(user: string, of: { title: string; text: string; url: string }): Promise<SentMessage> {
    const textcard = {
      title: fitBytes(of.title, limits.textCardTitle),
      description: fitBytes(of.text, limits.textCardDescription),
      url: of.url,
    };
    if (Buffer.byteLength(of.url) > limits.url) {
      throw new DeliveryRefused(`链接不超过 ${limits.url} 字节`);
    }
    return this.send(user, { msgtype: 'textcard', textcard }).catch(asRefusal);
  }

  /**
   * Puts another card in the place of one that was sent.
   * @param code of the message or of a press on it; used up by this
   * @returns false when WeCom takes this code no more, or does not know the person
   */
  async replace(user: string, code: string, card: TemplateCard): Promise<boolean> {
    checkCard(card, false);
    try {
      const answer = await this.api.call({
        path: '/cgi-bin/message/update_template_card',
        body: {
          ...{ userids: [user], agentid: this.api.app.agentId, response_code: code },
          ...{ enable_id_trans: 0, template_card: card },
        },
      });
      return !ids(answer.invaliduser).includes(user.toLowerCase());
    } catch (error) {
      if (error instanceof WeComError && !error.passing) {
        return false;
      }
      throw error;
    }
  }

  /** Takes a message back. @returns false when it is older than a day or WeCom does not know it */
  async recall(msgId: string, sentAt: number): Promise<boolean> {
    if (msgId === '' || this.tools.now() - sentAt >= recallMs) {
      return false;
    }
    try {
      await this.api.post('/cgi-bin/message/recall', { msgid: msgId });
      return true;
    } catch (error) {
      if (error instanceof WeComError && !error.passing) {
        return false;
      }
      throw error;
    }
  }

  private async send(user: string, message: Fields): Promise<SentMessage> {
    if (user === '' || user.includes('|') || user === '@all') {
      throw new DeliveryRefused('这不是一个企业微信成员');
    }
    const kind = message.msgtype === 'template_card' ? 'card' : 'words';
    await this.pace.take(user.toLowerCase());
    const answer = await this.api.post('/cgi-bin/message/send', {
      ...{ touser: user, ...message, agentid: this.api.app.agentId },
      ...{ enable_duplicate_check: 1, duplicate_check_interval: duplicateSeconds[kind] },
    });
    checkTaken(answer, user);
    await this.today.add();
    return { msgId: textOf(answer.msgid), code: textOf(answer.response_code) || null };
  }
}
