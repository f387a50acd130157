import {
  type Capabilities,
  type Channel,
  type ChannelHealth,
  type ChannelHost,
  type ChannelTools,
  DeliveryRefused,
  type OutgoingCard,
} from '../channel.js';
import { wordsFor } from '../channel-words.js';
import { BotLine, type BotFrame } from './bot.line.js';
import { fieldsOf, isFields, listOf, numberOf, textOf, textsOf } from './wecom.answers.js';
import { readPressKey, taskIdOf, type TemplateCard } from './wecom.cards.js';
import { weComBotDrawer } from './wecom.draw.js';
import { checkCard } from './wecom.limits.js';
import { DayCount, Pace } from './wecom.pace.js';
import { pressFrom, type PressedCard, sentenceOf } from './wecom.press.js';
import { changedCard, newCard } from './wecom.render.js';
import type { WeComBot } from './wecom.settings.js';

const sentSeconds = 40 * 86_400;
/** A card can be changed within five seconds of the press, and the press is not sent again. */
const waitMs = 4_000;
const repeatedTask = 42_014;
const busy = new Set([-1, 45_009, 45_033]);

function selectedItems(data: Record<string, unknown>): Map<string, string[]> {
  const items = listOf(fieldsOf(data.selected_items).selected_item).filter(isFields);
  return new Map(
    items.map((item) => [textOf(item.question_key), textsOf(fieldsOf(item.option_ids).option_id)]),
  );
}

/** The words of a press lie one level deeper than the SDK's types say; both are read. */
function pressedCard(body: Record<string, unknown>): PressedCard {
  const event = fieldsOf(body.event);
  const data = isFields(event.template_card_event) ? event.template_card_event : event;
  return {
    eventId: `bot:${textOf(body.msgid)}`,
    address: textOf(fieldsOf(body.from).userid),
    key: textOf(data.event_key),
    taskId: textOf(data.task_id),
    selected: selectedItems(data),
  };
}

/** The smart bot by its long connection: cards to members where the installation has no public address. */
export class WeComBotChannel implements Channel {
  readonly name = 'wecombot';
  readonly capabilities: Capabilities = weComBotDrawer.capabilities;
  private readonly line: BotLine;
  private readonly pace: Pace;
  private readonly today: DayCount;
  private readonly working = new Set<Promise<void>>();
  private host: ChannelHost | null = null;

  constructor(
    bot: WeComBot,
    private readonly tools: ChannelTools,
  ) {
    this.pace = new Pace(tools, `bot${bot.id}`, { minute: 30, hour: 1_000 });
    this.today = new DayCount(tools, 'bot');
    this.line = new BotLine(bot, tools, {
      pressed: (frame) => this.watch(this.press(frame)),
      said: (frame) => this.watch(this.said(frame)),
      entered: (frame) =>
        this.watch(
          wordsFor(this.host, null).then(({ writeOnce }) => this.line.welcome(frame, writeOnce)),
        ),
    });
  }

  async send(message: OutgoingCard): Promise<{ externalId: string }> {
    const { deliveryId, card, link, recipient } = message;
    if (recipient.kind !== 'staff') {
      throw new DeliveryRefused('智能机器人只能发给企业成员');
    }
    const taskId = taskIdOf(deliveryId);
    const key = `wecombot:sent:${deliveryId}`;
    if ((await this.tools.store.get(key)) === null) {
      const drawn = newCard({ card, link, line: 'bot', taskId, image: null });
      checkCard(drawn, true);
      await this.pace.take(recipient.address);
      await this.sendCard(recipient.address, drawn);
      await this.today.add();
      await this.tools.store.set(key, '1', sentSeconds);
    }
    return { externalId: taskId };
  }

  update(_message: OutgoingCard): Promise<void> {
    return Promise.resolve();
  }

  async listen(host: ChannelHost): Promise<void> {
    this.host = host;
    await this.line.open();
  }

  async stop(): Promise<void> {
    await Promise.all(this.working);
    await this.line.close();
    this.host = null;
  }

  health(): ChannelHealth {
    const quotas = [{ name: 'botMessagesToday', used: this.today.used, limit: null }];
    return { ...this.line.health(), tokenUntil: null, quotas };
  }

  private async sendCard(user: string, card: TemplateCard): Promise<void> {
    const errcode = await this.line.send(user, { msgtype: 'template_card', template_card: card });
    if (errcode === 0 || errcode === repeatedTask) {
      return;
    }
    if (busy.has(errcode)) {
      throw new Error(`企业微信智能机器人暂时不收消息（${errcode}）`);
    }
    throw new DeliveryRefused(
      `智能机器人发不到此人（${errcode}）：他要先在企业微信里给机器人发过一句话`,
    );
  }

  private async press(frame: BotFrame): Promise<void> {
    const pressed = pressedCard(frame.body);
    const press = pressFrom(pressed);
    if (press === null || !this.host) {
      return;
    }
    if (press === 'incomplete') {
      const { chooseFirst } = await wordsFor(this.host, readPressKey(pressed.key)?.cardId ?? null);
      await this.tell(pressed.address, chooseFirst);
      return;
    }
    const begun = Date.now();
    try {
      const { card, link, effective, message } = await this.host.press(press);
      const note = effective ? '' : message;
      const drawn = changedCard({
        card,
        link,
        line: 'bot',
        taskId: pressed.taskId,
        image: null,
        note,
      });
      if (Date.now() - begun < waitMs) {
        await this.line.replace(frame, drawn);
      } else {
        await this.tell(pressed.address, message);
      }
    } catch (error) {
      const { notSaved } = await wordsFor(this.host, press.cardId);
      await this.tell(pressed.address, sentenceOf(error) ?? notSaved);
    }
  }

  private async said(frame: BotFrame): Promise<void> {
    const { body } = frame;
    const text = textOf(fieldsOf(body.text).content);
    const address = textOf(fieldsOf(body.from).userid);
    const at = numberOf(body.create_time) * 1000 || this.tools.now();
    await this.host?.event({
      ...{ eventId: `bot:${textOf(body.msgid)}`, at, type: 'said', address, text },
      audience: textOf(body.chattype) === 'group' ? 'group' : 'person',
    });
  }

  private async tell(user: string, content: string): Promise<void> {
    await this.line.send(user, { msgtype: 'markdown', markdown: { content } });
  }

  private watch(work: Promise<void>): void {
    const watched = work.catch((error: unknown) => {
      const reason = error instanceof Error ? error.name : 'unknown';
      this.tools.log('wecombot: an event was not taken', { reason });
    });
    this.working.add(watched);
    void watched.finally(() => this.working.delete(watched));
  }
}
