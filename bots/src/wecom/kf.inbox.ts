import type { ChannelHost, ChannelTools } from '../channel.js';
import { type Fields, fieldsOf, isFields, listOf, numberOf, textOf } from './wecom.answers.js';
import { type WeComApi, WeComError } from './wecom.api.js';

const pageSize = 1_000;
const badToken = 95_007;
const cursorSeconds = 400 * 86_400;
const seenSeconds = 5 * 86_400;

/** One thing that came in: what a candidate wrote, or what happened. */
export interface KfEntry {
  msgId: string;
  /** ms */
  at: number;
  /** 3 a candidate, 4 the chat, 5 an employee. */
  origin: number;
  user: string;
  /** text, image, event … */
  type: string;
  fields: Fields;
}

function entryOf(item: Fields): KfEntry {
  const event = fieldsOf(item.event);
  return {
    msgId: textOf(item.msgid),
    at: numberOf(item.send_time) * 1000,
    origin: numberOf(item.origin),
    user: textOf(item.external_userid) || textOf(event.external_userid),
    type: textOf(item.msgtype),
    fields: item,
  };
}

/**
 * Reads 微信客服 from where it stopped: the cursor lies in the store and moves only when a page was taken, so a restart
 * reads on, and what was read twice is known by its id.
 */
export class KfInbox {
  private running: Promise<void> | null = null;
  private again: string | null = null;

  constructor(
    private readonly api: WeComApi,
    private readonly tools: ChannelTools,
    private readonly of: {
      kfId: string;
      take: (entry: KfEntry, host: ChannelHost) => Promise<void>;
    },
  ) {}

  /** Reads to the end; while one reading runs, a further notice makes it look once more. */
  read(token: string, host: ChannelHost): Promise<void> {
    if (this.running) {
      this.again = token;
      return this.running;
    }
    this.running = this.loop(token, host).finally(() => (this.running = null));
    return this.running;
  }

  private async loop(token: string, host: ChannelHost): Promise<void> {
    for (let next: string | null = token; next !== null;) {
      this.again = null;
      await this.pages(next, host);
      next = this.again;
    }
  }

  private async pages(token: string, host: ChannelHost): Promise<void> {
    const { store } = this.tools;
    const key = `wecomkf:cursor:${this.of.kfId}`;
    for (let more = true; more;) {
      const cursor = await store.get(key);
      const page = await this.page(cursor, token);
      for (const item of listOf(page.msg_list).filter(isFields)) {
        await this.once(entryOf(item), host);
      }
      const next = textOf(page.next_cursor);
      if (next !== '') {
        await store.set(key, next, cursorSeconds);
      }
      more = numberOf(page.has_more) === 1 && next !== '' && next !== cursor;
    }
  }

  /** With the token of the notice WeCom allows more calls; it is valid for ten minutes and then left out. */
  private async page(cursor: string | null, token: string): Promise<Fields> {
    const path = '/cgi-bin/kf/sync_msg';
    const body = {
      ...(cursor === null ? {} : { cursor }),
      ...{ open_kfid: this.of.kfId, limit: pageSize },
    };
    try {
      return await this.api.post(path, token === '' ? body : { ...body, token });
    } catch (error) {
      if (token !== '' && error instanceof WeComError && error.errcode === badToken) {
        return this.api.post(path, body);
      }
      throw error;
    }
  }

  private async once(entry: KfEntry, host: ChannelHost): Promise<void> {
    const key = `wecomkf:seen:${entry.msgId}`;
    if ((await this.tools.store.get(key)) === null) {
      await this.of.take(entry, host);
      await this.tools.store.set(key, '1', seenSeconds);
    }
  }
}
