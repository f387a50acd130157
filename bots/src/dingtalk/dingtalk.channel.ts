import type {
  CallbackRequest,
  Capabilities,
  Channel,
  ChannelEvent,
  ChannelHealth,
  ChannelHost,
  ChannelTools,
  HttpAnswer,
  OutgoingCard,
} from '../channel.js';
import { OneSending } from '../one-sending.js';
import type { DingTalkApi } from './dingtalk.api.js';
import { MessageBook } from './dingtalk.book.js';
import { cardApiSecret, DingTalkCallbacks } from './dingtalk.callback.js';
import { dingTalkDrawer } from './dingtalk.draw.js';
import { DingTalkError, RefusedByDingTalk } from './dingtalk.errors.js';
import { EventDesk, saidEvent, streamEvent } from './dingtalk.events.js';
import { nestedRecord, recordOf, textOf } from './dingtalk.json.js';
import { CardPresses } from './dingtalk.press.js';
import { cardRoute, CardSender, NoticeSender, RobotSender } from './dingtalk.senders.js';
import type { DingTalkWay } from './dingtalk.settings.js';
import type { FrameAnswer } from './stream/stream.connection.js';
import { gatewayAddress } from './stream/stream.gateway.js';
import type { StreamFrame } from './stream/stream.frames.js';
import { StreamLink, type StreamTimes, streamTimes } from './stream/stream.link.js';

const cardTopic = '/v1.0/card/instances/callback';
const robotTopic = '/v1.0/im/bot/messages/get';
const externalIdLength = 128;

/** A later try may work, or none will: then the first failure is the one that says why. */
function undelivered(failures: readonly DingTalkError[]): Error {
  const [first] = failures;
  const later = failures.find((error) => error.passing);
  return (
    later ??
    new RefusedByDingTalk(first?.reason ?? 'refused', first?.message ?? '没有可用的发送方式')
  );
}

/**
 * DingTalk: interactive cards that are answered in the chat; without a template, or where a card does not arrive,
 * the robot's message or a work notice whose buttons open the card's page.
 */
export class DingTalkChannel implements Channel {
  readonly name = 'dingtalk';
  readonly capabilities: Capabilities = dingTalkDrawer.capabilities;
  readonly takesCharts = true;
  private readonly book: MessageBook;
  private readonly cards: CardSender;
  private readonly robot: RobotSender;
  private readonly notices: NoticeSender;
  private readonly presses: CardPresses;
  private readonly desk: EventDesk;
  private readonly callbacks: DingTalkCallbacks;
  private readonly link: StreamLink;
  private readonly sending = new OneSending((message) => this.sendOnce(message));
  private readonly updating = new Map<string, Promise<void>>();
  private readonly since: number;
  private host: ChannelHost | null = null;
  private registered = false;

  /** @param api shared with the sign-in and the directory, so that there is one token and one meter */
  constructor(
    private readonly api: DingTalkApi,
    private readonly tools: ChannelTools,
    times: StreamTimes = streamTimes,
  ) {
    const { settings } = api;
    this.since = tools.now();
    this.book = new MessageBook(tools.store);
    this.cards = new CardSender(api);
    this.robot = new RobotSender(api);
    this.notices = new NoticeSender(api, tools.store, tools.now);
    this.presses = new CardPresses(settings.corpId, this.book, this.cards, tools);
    this.desk = new EventDesk(settings.corpId, tools);
    this.callbacks = new DingTalkCallbacks(settings, this.presses, this.desk, tools);
    const handlers = {
      address: (of: readonly object[]) => gatewayAddress(api, of),
      callback: (frame: StreamFrame) => this.called(frame),
      event: (frame: StreamFrame) => this.happened(frame),
      fault: (what: string) => tools.log('dingtalk stream', { what }),
    };
    this.link = new StreamLink(settings, handlers, tools.now, times);
  }

  send(message: OutgoingCard): Promise<{ externalId: string }> {
    return this.sending.of(message);
  }

  /** One after another for one message, so that an older state is never drawn over a newer one. */
  async update(message: OutgoingCard): Promise<void> {
    const { deliveryId } = message;
    const before = this.updating.get(deliveryId) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(() => this.updateOnce(message));
    this.updating.set(deliveryId, mine);
    try {
      await mine;
    } finally {
      if (this.updating.get(deliveryId) === mine) {
        this.updating.delete(deliveryId);
      }
    }
  }

  async listen(host: ChannelHost): Promise<void> {
    this.host = host;
    if (this.api.settings.stream) {
      this.link.start();
      return;
    }
    // Where DingTalk is away now, the next card registers it; events need no registration.
    await this.callbackKnown().catch(() => undefined);
  }

  async stop(): Promise<void> {
    await this.link.stop();
    this.host = null;
    await this.api.meter.flush();
  }

  callback(request: CallbackRequest): Promise<HttpAnswer> {
    return this.callbacks.answer(request, this.host);
  }

  health(): ChannelHealth {
    const { api } = this;
    return {
      ...this.standing(),
      tokenUntil: api.token.until,
      quotas: [
        { name: 'callsThisMonth', used: api.meter.used, limit: api.meter.limit },
        { name: 'workNoticesToday', used: this.notices.sentToday, limit: null },
      ],
    };
  }

  private standing(): Pick<ChannelHealth, 'state' | 'since' | 'lastError'> {
    const { settings, lastFailure, failing } = this.api;
    if (settings.stream && this.host !== null) {
      const { state, since, lastError } = this.link.health;
      return { state, since, lastError: lastFailure ?? lastError };
    }
    const state = failing ? 'failing' : 'ready';
    return { state, since: (failing && lastFailure?.at) || this.since, lastError: lastFailure };
  }

  /** Passes on what was missed, e.g. approvals found by DingTalkApprovals.ended; what was not missed stays once. */
  async repair(events: readonly ChannelEvent[]): Promise<void> {
    const { host } = this;
    if (host === null) {
      return;
    }
    for (const event of events) {
      await this.desk.once(event, host);
    }
  }

  private async sendOnce(message: OutgoingCard): Promise<{ externalId: string }> {
    const before = await this.book.sent(message.deliveryId);
    if (before !== null) {
      return { externalId: before };
    }
    const externalId = await this.byFirstWay(message);
    const chart = this.api.aside(() => this.robot.chart(message));
    await chart.catch(() => this.tools.log('dingtalk chart not sent', {}));
    return { externalId };
  }

  private async updateOnce(message: OutgoingCard): Promise<void> {
    const outTrackId = await this.book.sent(message.deliveryId);
    if (outTrackId === null || !(await this.book.shown(outTrackId))) {
      return; // a message that cannot change
    }
    await this.presses.quiet(outTrackId);
    const shown = await this.book.shown(outTrackId);
    if (shown && message.card.version < shown.version) {
      return; // the press that was waited for has drawn a newer state
    }
    try {
      await this.cards.update(outTrackId, message);
    } catch (error) {
      throw error instanceof DingTalkError ? undelivered([error]) : error;
    }
    await this.book.keepShown(outTrackId, message);
  }

  /** The first way that works. */
  private async byFirstWay(message: OutgoingCard): Promise<string> {
    const failures: DingTalkError[] = [];
    for (const way of this.waysFor(message)) {
      try {
        const externalId = (await this.by(way, message)).slice(0, externalIdLength);
        await this.book.keepSent(message.deliveryId, externalId);
        return externalId;
      } catch (error) {
        if (!(error instanceof DingTalkError)) {
          throw error;
        }
        failures.push(error);
        this.tools.log('dingtalk way failed', { way, reason: error.reason });
        if (error.meetsAll) {
          break;
        }
      }
    }
    throw undelivered(failures);
  }

  private waysFor({ card, recipient }: OutgoingCard): DingTalkWay[] {
    const { ways, agentId } = this.api.settings;
    return ways.filter((way) => {
      const withTemplate = way !== 'card' || this.cards.template(card.kind) !== null;
      const withAgent = way !== 'notice' || (agentId !== null && recipient.kind !== 'group');
      return withTemplate && withAgent;
    });
  }

  private async by(way: DingTalkWay, message: OutgoingCard): Promise<string> {
    if (way === 'card') {
      return this.byCard(message);
    }
    return way === 'robot'
      ? `robot:${await this.robot.send(message)}`
      : `notice:${await this.notices.send(message)}`;
  }

  private async byCard(message: OutgoingCard): Promise<string> {
    const outTrackId = await this.book.outTrackId(message.deliveryId);
    // Kept before it is sent: the first press may come before the answer does.
    await this.book.keepShown(outTrackId, message);
    try {
      await this.callbackKnown();
      await this.cards.deliver(message, outTrackId);
    } catch (error) {
      const known = error instanceof DingTalkError ? error.reason : 'unreachable';
      if (known === 'alreadyThere') {
        return outTrackId; // a try whose answer got lost had made it
      }
      if (known !== 'unreachable' && known !== 'busy' && known !== 'blocked') {
        await this.book.failed(message.deliveryId);
      }
      throw error;
    }
    return outTrackId;
  }

  /** Without Stream, DingTalk must know where the presses go. */
  private async callbackKnown(): Promise<void> {
    const { stream, callbackUrl, clientSecret } = this.api.settings;
    if (stream || this.registered) {
      return;
    }
    await this.api.call({
      ...{ family: 'api', method: 'POST', path: '/v1.0/card/callbacks/register', repeatable: true },
      body: {
        ...{ callbackRouteKey: cardRoute, callbackUrl, forceUpdate: true },
        apiSecret: cardApiSecret(clientSecret),
      },
    });
    this.registered = true;
  }

  private async called(frame: StreamFrame): Promise<FrameAnswer | null> {
    this.api.meter.count();
    const { host } = this;
    const data = recordOf(nestedRecord(frame.data));
    if (host && frame.topic === cardTopic) {
      const { answer, sent } = await this.presses.answer(data, frame.messageId, host);
      return { data: answer, sent };
    }
    if (host && frame.topic === robotTopic) {
      const text = textOf(nestedRecord(data.text), 'content').trim();
      const said = saidEvent(data, text, this.tools.now());
      if (said) {
        await this.desk.once(said, host);
      }
      return { data: null };
    }
    return null;
  }

  private async happened(frame: StreamFrame): Promise<boolean> {
    this.api.meter.count();
    const { host } = this;
    const raw = streamEvent(frame.headers, nestedRecord(frame.data), this.tools.now());
    return host !== null && this.desk.take(raw, host);
  }
}
