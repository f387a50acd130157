import { log, type Message, type Sayable, type Wechaty, WechatyBuilder } from 'wechaty';
import {
  type CandidateAnswer,
  type ChannelHost,
  type ChannelTools,
  DeliveryRefused,
} from '../channel.js';
import { understand } from './candidate-words.js';
import { type HeardMessage, type PuppetLine, PuppetWeCom } from './puppet-wecom.js';

/** A conversation with candidates that is going on. */
export interface Dialogue {
  /** Answers what somebody wrote. @throws when the server could not be asked: the message has to be read again */
  hear(message: HeardMessage): Promise<void>;
  stop(): Promise<void>;
}

export interface DialogueParts {
  line: PuppetLine;
  host: ChannelHost;
  tools: Pick<ChannelTools, 'log'>;
}

const asError = (error: unknown) => (error instanceof Error ? error : new Error('not an error'));

/** The candidate's wechaty bot: it understands a few words, asks the server, and says what the server knows. */
class CandidateDialogue implements Dialogue {
  private readonly puppet: PuppetWeCom;
  private readonly bot: Wechaty;

  constructor(private readonly parts: DialogueParts) {
    this.puppet = new PuppetWeCom(parts.line);
    // Without a puppet of its own wechaty would start one for private accounts.
    this.bot = WechatyBuilder.build({ puppet: this.puppet });
    this.bot.on('message', (message) => void this.take(message));
    this.bot.on('error', (error) => {
      this.puppet.failAll(error);
    });
  }

  async start(): Promise<void> {
    await this.bot.start();
  }

  async stop(): Promise<void> {
    await this.bot.stop();
  }

  hear(message: HeardMessage): Promise<void> {
    return this.puppet.hear(message);
  }

  private async take(message: Message): Promise<void> {
    try {
      const heard = this.puppet.heard(message.id);
      if (heard && !message.self()) {
        await this.answer(message, heard);
      }
      this.puppet.done(message.id, null);
    } catch (error) {
      this.puppet.done(message.id, asError(error));
    }
  }

  private async answer(message: Message, { id, at, user, menuId }: HeardMessage): Promise<void> {
    const { host } = this.parts;
    const { about, locale } = understand(message.text(), menuId);
    const answer = await host.candidateSays?.({ eventId: id, address: user, about, locale });
    if (answer && (await this.said(message, answer))) {
      await host.event({ type: 'answered', eventId: `answered ${id}`, at, address: user, about });
    }
  }

  /** @returns false when it could not be sent: there is no room, or the conversation is over */
  private async said(message: Message, answer: CandidateAnswer): Promise<boolean> {
    try {
      await message.talker().say(this.sayable(answer));
      return true;
    } catch (error) {
      const reason = error instanceof DeliveryRefused ? error.message : asError(error).name;
      this.parts.tools.log('wechaty: an answer was not sent', { reason });
      return false;
    }
  }

  private sayable({ text, link }: CandidateAnswer): Sayable {
    return link === null
      ? text
      : new this.bot.UrlLink({ title: link.label, description: text, url: link.url });
  }
}

/** Begins to listen by a wechaty bot of its own. */
export async function openDialogue(parts: DialogueParts): Promise<Dialogue> {
  log.level('silent');
  const dialogue = new CandidateDialogue(parts);
  await dialogue.start();
  return dialogue;
}
