import { type payloads, Puppet, types } from 'wechaty-puppet';

/** What somebody wrote to the company's account. */
export interface HeardMessage {
  /** Full identity of the message in the channel. */
  id: string;
  /** What the chat calls the person. */
  user: string;
  text: string;
  /** Id of the menu's line that was tapped; empty where he wrote himself. */
  menuId: string;
  /** ms */
  at: number;
}

/** A text with a page to open. */
export interface SaidLink {
  label: string;
  text: string;
  url: string;
}

/** How words leave by an official interface: 微信客服, or the app's messages. */
export interface PuppetLine {
  /** The account that speaks; never the id of a person. */
  account: string;
  /**
   * @param what makes it one message however often it is tried
   * @throws DeliveryRefused where it cannot be sent
   */
  text(user: string, text: string, what: string): Promise<string>;
  link(user: string, link: SaidLink, what: string): Promise<string>;
}

interface Hearing {
  message: HeardMessage;
  /** Messages that were said about it so far. */
  said: number;
  done: () => void;
  failed: (error: Error) => void;
}

/**
 * WeCom as a puppet of wechaty, over the official interfaces: what candidates write comes in as `message`, what the
 * bot says goes out by the line. It opens no connection of its own and keeps nothing on disk. wechaty's events are
 * not waited for, the channel's cursor must be: `hear` ends when the bot has said that it is `done`.
 */
export class PuppetWeCom extends Puppet {
  private readonly hearings = new Map<string, Hearing>();

  constructor(private readonly line: PuppetLine) {
    super();
  }

  override name(): string {
    return 'wechaty-puppet-wecom';
  }

  override version(): string {
    return '1.0.0';
  }

  override onStart(): Promise<void> {
    this.login(this.line.account);
    this.emit('ready', { data: this.line.account });
    return Promise.resolve();
  }

  override onStop(): Promise<void> {
    this.failAll(new Error('the bot was stopped'));
    return Promise.resolve();
  }

  /** Hands a message to the bot. @throws what the bot could not do, so that the message is read again */
  hear(message: HeardMessage): Promise<void> {
    return new Promise<void>((done, failed) => {
      this.hearings.set(message.id, { message, said: 0, done, failed });
      this.emit('message', { messageId: message.id });
    }).finally(() => {
      this.hearings.delete(message.id);
      this.cache.message.delete(message.id);
    });
  }

  /** The message that is being answered. */
  heard(messageId: string): HeardMessage | null {
    return this.hearings.get(messageId)?.message ?? null;
  }

  /** The bot is through with a message. */
  done(messageId: string, error: Error | null): void {
    const hearing = this.hearings.get(messageId);
    if (error) {
      hearing?.failed(error);
    } else {
      hearing?.done();
    }
  }

  /** wechaty says of its own faults not which message they were about. */
  failAll(error: Error): void {
    for (const { failed } of this.hearings.values()) {
      failed(error);
    }
  }

  override messageRawPayload(id: string): Promise<HeardMessage> {
    const message = this.heard(id);
    return message ? Promise.resolve(message) : Promise.reject(new Error('no such message'));
  }

  override messageRawPayloadParser(message: HeardMessage): Promise<payloads.Message> {
    return Promise.resolve({
      id: message.id,
      type: types.Message.Text,
      text: message.text,
      talkerId: message.user,
      listenerId: this.line.account,
      timestamp: message.at / 1000,
    });
  }

  override contactRawPayload(id: string): Promise<string> {
    return Promise.resolve(id);
  }

  /** The chat tells no name of a WeChat user, and none is asked for. */
  override contactRawPayloadParser(id: string): Promise<payloads.Contact> {
    const own = id === this.line.account;
    return Promise.resolve({
      ...{ id, name: '', avatar: '', phone: [], gender: types.ContactGender.Unknown },
      type: own ? types.Contact.Corporation : types.Contact.Individual,
    });
  }

  override async messageSendText(user: string, text: string): Promise<void> {
    await this.line.text(user, text, this.nextTo(user));
  }

  override async messageSendUrl(user: string, link: payloads.UrlLink): Promise<void> {
    const { title: label, description: text = '', url } = link;
    await this.line.link(user, { label, text, url }, this.nextTo(user));
  }

  /** The same for every try to answer one message. */
  private nextTo(user: string): string {
    const hearing = [...this.hearings.values()].find(({ message }) => message.user === user);
    if (!hearing) {
      throw new Error('the bot answers and does not begin');
    }
    hearing.said += 1;
    return `answer ${hearing.message.id} ${hearing.said}`;
  }
}
