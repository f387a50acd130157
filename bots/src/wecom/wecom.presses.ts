import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@zhiyu/contracts/errors';
import type { ChannelHost, ChannelPress, ChannelTools, PressAnswer } from '../channel.js';
import { wordsFor } from '../channel-words.js';
import { fieldsOf, isFields, jsonOf, textOf } from './wecom.answers.js';
import { checkCard } from './wecom.limits.js';
import type { WeComMessages } from './wecom.messages.js';
import { pressedCard, pressFrom, sentenceOf } from './wecom.press.js';
import { changedCard } from './wecom.render.js';
import { codeMs, type SentCards } from './wecom.sent.js';
import { readPressKey, type TemplateCard } from './wecom.cards.js';
import type { XmlElement } from './wecom.xml.js';

/** WeCom cuts the connection after five seconds; longer than this the answer does not wait for the decision. */
const longestWaitMs = 3_500;
/** Presses that can be answered late at once. */
const lateSlots = 256;
/** A free slot is looked for so often: where nearly all are taken, WeCom had better send the press again. */
const lateTries = 8;
const lateSeconds = 3 * 86_400;
const lateKey = (slot: number) => `wecom:late:${slot}`;

/** A press on its way: what it is, and what changes the presser's card when the answer has to come later. */
interface Taken {
  press: ChannelPress;
  code: string | null;
}

type Outcome = { answer: PressAnswer } | { sentence: string };

interface PressParts {
  tools: ChannelTools;
  messages: WeComMessages;
  sent: SentCards;
  image: string | null;
  /** How long an answer waits for the decision, ms; 3.5 s where absent. */
  waitMs?: number;
}

function readTaken(text: string | null): Taken | null {
  const fields = fieldsOf(text === null ? null : jsonOf(text));
  const { press } = fields;
  return isFields(press) && textOf(press.eventId) !== ''
    ? { press: press as unknown as ChannelPress, code: textOf(fields.code) || null }
    : null;
}

/** Presses on the app's cards: each event once however often it arrives, answered in time, never lost. */
export class WeComPresses {
  private readonly running = new Map<string, Promise<Outcome>>();
  private readonly after = new Set<Promise<void>>();
  host: ChannelHost | null = null;

  constructor(private readonly parts: PressParts) {}

  /**
   * @returns the card that the presser's message turns into; null where nothing can be said in the answer
   * @throws when the server could not keep the press: WeCom has to send it again
   */
  async take(event: XmlElement): Promise<TemplateCard | null> {
    const pressed = pressedCard(event);
    const press = pressFrom(pressed);
    if (press === null) {
      this.parts.tools.log('wecom: a press on a card that is not ours', {});
      return null;
    }
    if (press === 'incomplete') {
      const { chooseFirst } = await wordsFor(this.host, readPressKey(pressed.key)?.cardId ?? null);
      this.tell(pressed.address, chooseFirst, pressed.eventId);
      return null;
    }
    const taken = { press, code: pressed.code };
    const outcome = await Promise.race([
      this.once(taken),
      sleep(this.parts.waitMs ?? longestWaitMs, null, { ref: false }),
    ]);
    if (outcome === null) {
      await this.answerLater(taken);
      return null;
    }
    return this.shown(taken, outcome);
  }

  /** Presses that were answered late and not finished when the process ended. */
  async resume(): Promise<void> {
    for (let slot = 0; slot < lateSlots; slot++) {
      const taken = readTaken(await this.parts.tools.store.get(lateKey(slot)));
      if (taken) {
        this.later(this.finish(taken, slot));
      }
    }
  }

  async settled(): Promise<void> {
    while (this.after.size > 0) {
      await Promise.all(this.after);
    }
  }

  /** One effect: redeliveries that come while the first is at work wait for the same outcome. */
  private once(taken: Taken): Promise<Outcome> {
    const { eventId } = taken.press;
    const known = this.running.get(eventId);
    if (known) {
      return known;
    }
    const work = this.press(taken.press).finally(() => this.running.delete(eventId));
    work.catch(() => undefined); // whoever waits for it hears of it
    this.running.set(eventId, work);
    return work;
  }

  private async press(press: ChannelPress): Promise<Outcome> {
    if (!this.host) {
      throw new AppError('engineMissing');
    }
    try {
      return { answer: await this.host.press(press) };
    } catch (error) {
      const sentence = sentenceOf(error);
      if (sentence === null) {
        throw error;
      }
      return { sentence };
    }
  }

  private shown({ press, code }: Taken, outcome: Outcome): TemplateCard | null {
    if ('sentence' in outcome) {
      this.tell(press.address, outcome.sentence, press.eventId);
      return null;
    }
    const card = this.cardOf(outcome.answer);
    if (press.deliveryId !== null) {
      const { version } = outcome.answer.card;
      this.later(this.remember(press.deliveryId, version, code));
    }
    return card;
  }

  private cardOf(answer: PressAnswer): TemplateCard {
    const { card, link, effective, message } = answer;
    const drawing = { card, link, line: 'app' as const, taskId: null, image: this.parts.image };
    const drawn = changedCard({ ...drawing, note: effective ? '' : message });
    checkCard(drawn, false);
    return drawn;
  }

  /** The press got a new code, and the answer shows this version: an update to it is not needed. */
  private async remember(deliveryId: string, version: number, code: string | null): Promise<void> {
    const fresh = { code, codeUntil: this.parts.tools.now() + codeMs };
    await this.parts.sent.change(deliveryId, { version, ...(code === null ? {} : fresh) });
  }

  /** Kept durably before WeCom hears that it was taken; the card follows by its response code. */
  private async answerLater(taken: Taken): Promise<void> {
    const kept = JSON.stringify(taken);
    for (let tries = 0; tries < lateTries; tries++) {
      const slot = randomInt(lateSlots);
      if (await this.parts.tools.store.claim(lateKey(slot), kept, lateSeconds)) {
        this.later(this.finish(taken, slot));
        return;
      }
    }
    throw new AppError('engineMissing');
  }

  private async finish(taken: Taken, slot: number): Promise<void> {
    const { press, code } = taken;
    const outcome = await this.once(taken);
    if ('sentence' in outcome) {
      this.tell(press.address, outcome.sentence, press.eventId);
    } else if (code !== null) {
      await this.parts.messages.replace(press.address, code, this.cardOf(outcome.answer));
      if (press.deliveryId !== null) {
        const used = { version: outcome.answer.card.version, code: null };
        await this.parts.sent.change(press.deliveryId, used);
      }
    }
    await this.parts.tools.store.delete(lateKey(slot));
  }

  /** An event takes no message as its answer, so the sentence comes as one of its own: once for each event. */
  private tell(address: string, sentence: string, eventId: string): void {
    const { tools, messages } = this.parts;
    const say = async () => {
      if (await tools.store.claim(`wecom:told:${eventId}`, '1', 86_400)) {
        await messages.text(address, sentence);
      }
    };
    this.later(say());
  }

  private later(work: Promise<void>): void {
    const watched = work.catch((error: unknown) => {
      const reason = error instanceof Error ? error.name : 'unknown';
      this.parts.tools.log('wecom: what follows a press failed', { reason });
    });
    this.after.add(watched);
    void watched.finally(() => this.after.delete(watched));
  }
}
