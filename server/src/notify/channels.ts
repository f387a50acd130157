import { Injectable } from '@nestjs/common';
import { axiosHttp } from '@zhiyu/bots/axios-http';
import {
  type CallbackRequest,
  type CandidateAnswer,
  type CandidateQuestion,
  type CandidateTopic,
  type Channel,
  type ChannelEvent,
  type ChannelHealth,
  type ChannelPress,
  type ChannelTools,
  DeliveryRefused,
  type HttpAnswer,
  type OutgoingCard,
  type PressAnswer,
} from '@zhiyu/bots/channel';
import { ConsoleChannel } from '@zhiyu/bots/console/console.channel';
import { degrade } from '@zhiyu/bots/degrade';
import { DingTalkApi } from '@zhiyu/bots/dingtalk/dingtalk.api';
import { DingTalkChannel } from '@zhiyu/bots/dingtalk/dingtalk.channel';
import { drawEverywhere } from '@zhiyu/bots/drawers';
import { FeishuChannel } from '@zhiyu/bots/feishu/feishu.channel';
import { MailChannel } from '@zhiyu/bots/mail/mail.channel';
import { ShortLinks } from '@zhiyu/bots/sms/short-links';
import { SmsChannel } from '@zhiyu/bots/sms/sms.channel';
import { type WeCom, weComOf } from '@zhiyu/bots/wecom/wecom.parts';
import type { Locale } from '@zhiyu/contracts/basics';
import type { Card } from '@zhiyu/contracts/card';
import type { DrawnChannel } from '@zhiyu/contracts/gallery';
import { Keyring } from '../platform/crypto/keyring.js';
import type { Tx } from '../platform/database/database.js';
import { HopelessError } from '../platform/jobs/job-engine.js';
import { KeptValues } from '../platform/kept-values/kept-values.js';
import { AppLog } from '../platform/log/app-log.js';
import { Runtime } from '../platform/runtime.js';
import { Clock } from '../platform/time/clock.js';
import { newId } from '../platform/time/ids.js';
import { In, Not } from 'typeorm';
import type { Brand, Way } from './address-book.js';
import type { Recipient } from './card-content.js';
import type { Carried } from './carried.js';
import { pageOf, withAddresses } from './card-links.js';
import { type CardRow, Delivery } from './card.entity.js';
import { kfWelcome } from './cards/kf-welcome.js';
import { channelSettings, groupWays } from './channels.settings.js';

export type { CallbackRequest, ChannelEvent, ChannelHealth, ChannelPress, HttpAnswer, PressAnswer };
export type { CandidateAnswer, CandidateQuestion, CandidateTopic };

/** The channel whose message is the delivery's row itself. */
export const inboxChannel = 'console';

/** Who takes what happens in the channels. */
export interface ChannelDeskPort {
  press(channel: string, press: ChannelPress): Promise<PressAnswer>;
  event(channel: string, event: ChannelEvent): Promise<void>;
  /** What a new contact of this member is told; null: nothing. */
  greeting(member: Way, applicationId: string): Promise<string | null>;
  /** Of a card, or of the company's own people. */
  locale(cardId: string | null): Promise<Locale>;
  /** Of an application's candidate; null where it is gone. */
  candidateLocale(applicationId: string): Promise<Locale | null>;
  candidateSays(channel: string, question: CandidateQuestion): Promise<CandidateAnswer | null>;
}

/** The ways to reach people, and which one a delivery takes: the one file that knows the bots. */
@Injectable()
export class Channels {
  readonly links: ShortLinks;
  private readonly channels: ReadonlyMap<string, Channel>;
  private readonly weCom: WeCom;
  /** Names of the channels that are on, without the web inbox. */
  private readonly outside: ReadonlySet<string>;
  /** Those of them whose messages can change. */
  private readonly changing: string[];
  private desk: ChannelDeskPort | undefined;

  constructor(
    private readonly runtime: Runtime,
    private readonly kept: KeptValues,
    private readonly keyring: Keyring,
    private readonly clock: Clock,
    private readonly log: AppLog,
  ) {
    this.links = new ShortLinks(kept, () => `${this.runtime.publicUrl}/s/`);
    const tools = this.tools();
    this.weCom = this.buildWeCom(tools);
    const outside = this.build(tools);
    const all = [new ConsoleChannel(), ...outside];
    this.channels = new Map(all.map((channel) => [channel.name, channel]));
    this.outside = new Set(outside.map(({ name }) => name));
    this.changing = outside
      .filter(({ capabilities }) => capabilities.updateInPlace)
      .map(({ name }) => name);
  }

  /** Writes the delivery of a card to one person. In the web inbox it has arrived with that: the row is the message. */
  async order(tx: Tx, row: CardRow, recipient: Recipient): Promise<void> {
    const { companyId, id: cardId, applicationId } = row;
    const { kind: recipientKind, id: recipientId } = recipient;
    // A group has no inbox here: it is told in its chat alone.
    if (recipientKind !== 'group') {
      await tx.manager.insert(Delivery, {
        ...{ id: newId(tx.now), companyId, cardId, channel: inboxChannel },
        ...{ recipientKind, recipientId },
        ...{ state: 'delivered', failure: '', read: false, createdAt: tx.now, deliveredAt: tx.now },
      });
      const about = applicationId === null ? {} : { applicationId };
      tx.emit('CardDelivered', companyId, { cardId, channel: inboxChannel, ...about });
    }
    if (this.outside.size > 0) {
      const key = `card.reach:${cardId}:${recipientId}:0`;
      const payload = { cardId, recipientKind, recipientId, turn: 0, late: false };
      tx.enqueue('card.reach', payload, { key });
    }
  }

  /** Orders that messages outside the web inbox show the new version; the inbox reads the row. */
  async redraw(tx: Tx, cardId: string, version: number): Promise<void> {
    if (this.changing.length === 0) {
      return;
    }
    const where = { cardId, channel: In(this.changing), state: Not(In(['failed', 'refused'])) };
    for (const { id } of await tx.manager.findBy(Delivery, where)) {
      tx.enqueue('card.deliver', { deliveryId: id }, { key: `card.deliver:${id}:${version}` });
    }
  }

  /** Ways into the recruiting group of this installation. */
  groups(): Way[] {
    return groupWays(this.runtime.settings);
  }

  /** Whether this channel sends a card's chart as a picture. */
  takesCharts(channel: string): boolean {
    return this.channels.get(channel)?.takesCharts ?? false;
  }

  /** Whether the channel outside the web inbox is on. */
  has(channel: string): boolean {
    return this.outside.has(channel);
  }

  /**
   * Carries the card to its person: a new message, or the one that is there brought up to date.
   * @returns how the channel calls a new message; @throws HopelessError where trying again cannot help
   */
  async carry(carried: Carried, card: Card): Promise<string | null> {
    const channel = this.channelOf(carried.delivery.channel);
    const message = this.messageOf(channel, carried, card);
    try {
      if (carried.there) {
        await channel.update(message);
        return null;
      }
      return (await channel.send(message)).externalId;
    } catch (error) {
      throw error instanceof DeliveryRefused ? new HopelessError(error.message) : error;
    }
  }

  /** Says something about the channel itself. @throws Error with the reason in words */
  async tell(name: string, recipient: Recipient & { address: string }, card: Card): Promise<void> {
    const channel = this.channelOf(name);
    const link = `${this.runtime.publicUrl}/`;
    const shown = degrade(card, channel.capabilities, link);
    await channel.send({ deliveryId: card.id, recipient, card: shown, link });
  }

  /** What the person who pressed is shown in his channel. */
  answer(name: string, to: { recipient: Recipient; token: string | null }, card: Card) {
    const link = pageOf(this.runtime.publicUrl, to.recipient, { cardId: card.id, token: to.token });
    const whole = withAddresses(this.runtime.publicUrl, card, to.token);
    return { card: degrade(whole, this.channelOf(name).capabilities, link), link };
  }

  /** How every channel draws the card, also one that is off; nothing is sent. @param of sender: signs a text message */
  draw(card: Card, kind: Recipient['kind'], of: { sender: string; brand: Brand }): DrawnChannel[] {
    const recipient = { kind, id: card.id, address: '' };
    const link = pageOf(this.runtime.publicUrl, recipient, { cardId: card.id, token: null });
    const shortLink = `${this.runtime.publicUrl}/s/${card.id.slice(-8)}`;
    const whole = withAddresses(this.runtime.publicUrl, card, null);
    return drawEverywhere({
      ...{ deliveryId: card.id, recipient, card: whole, link, shortLink, ...of },
    });
  }

  /** Begins to listen on every channel; one that cannot yet says so in its health. */
  async listen(desk: ChannelDeskPort): Promise<void> {
    this.desk = desk;
    const all = [...this.channels.values()].map(async (channel) => {
      const host = {
        press: (press: ChannelPress) => desk.press(channel.name, press),
        event: (event: ChannelEvent) => desk.event(channel.name, event),
        candidateSays: (question: CandidateQuestion) => desk.candidateSays(channel.name, question),
        locale: (cardId: string | null) => desk.locale(cardId),
      };
      await channel.listen?.(host).catch((error: unknown) => {
        this.log.error('a channel does not listen', { channel: channel.name, error });
      });
    });
    await Promise.all(all);
  }

  async stop(): Promise<void> {
    const all = [...this.channels.values()];
    await Promise.allSettled(all.map((channel) => channel.stop?.() ?? Promise.resolve()));
  }

  /** The link by which a candidate comes into the company's 微信客服 conversation; null where there is none. */
  async chatLink(applicationId: string): Promise<string | null> {
    try {
      return (await this.weCom.kf?.linkFor(applicationId)) ?? null;
    } catch (error) {
      this.log.warn('the link of 微信客服 could not be made', { error });
      return null;
    }
  }

  /**
   * A QR code by which the candidate adds this member of WeCom as a contact.
   * @returns where its picture is; null where 客户联系 is not set up
   * @throws Error when WeCom refuses
   */
  async contactWay(recruiter: string, applicationId: string): Promise<string | null> {
    const of = { recruiter, state: applicationId, remark: '知遇' };
    return (await this.weCom.external?.contactWay(of))?.qrCode ?? null;
  }

  /** Null where no such channel takes callbacks. */
  callback(name: string, request: CallbackRequest): Promise<HttpAnswer> | null {
    return this.channels.get(name)?.callback?.(request) ?? null;
  }

  /** Null where the channel is off. */
  health(name: string): ChannelHealth | null {
    return this.outside.has(name) ? (this.channels.get(name)?.health?.() ?? null) : null;
  }

  private channelOf(name: string): Channel {
    const channel = this.channels.get(name);
    if (!channel) {
      throw new HopelessError(`the channel ${name} is not set up`);
    }
    return channel;
  }

  private messageOf(channel: Channel, carried: Carried, card: Card): OutgoingCard {
    const { delivery, way, token, files, brand, chart } = carried;
    const { recipientKind, recipientId: id } = delivery;
    const { publicUrl } = this.runtime;
    const to = { cardId: delivery.cardId, token };
    const link = pageOf(publicUrl, { kind: recipientKind, id }, to);
    const kind = way.asMember ? 'staff' : recipientKind;
    return {
      ...{ deliveryId: delivery.id, recipient: { kind, id, address: way.address }, link },
      card: degrade(withAddresses(publicUrl, card, token), channel.capabilities, link),
      ...(files.length > 0 ? { attachments: files } : {}),
      ...(brand === null ? {} : { brand }),
      ...(chart === null ? {} : { chart }),
    };
  }

  private tools(): ChannelTools {
    return {
      store: this.kept,
      http: axiosHttp(),
      now: () => this.clock.now(),
      log: (message, facts) => {
        this.log.info(message, facts);
      },
    };
  }

  private buildWeCom(tools: ChannelTools): WeCom {
    const { settings } = this.runtime;
    return weComOf(channelSettings(settings).wecom, tools, {
      origins: settings.web.PUBLIC_URL === undefined ? [] : [settings.web.PUBLIC_URL],
      sceneKey: this.keyring.keyFor('wecomkf-links').toString('base64url'),
      kfWelcome: async ({ subject }) =>
        kfWelcome(subject === null ? null : ((await this.desk?.candidateLocale(subject)) ?? 'zh')),
      contactWelcome: ({ state, recruiter }) =>
        this.desk?.greeting({ channel: 'wecom', address: recruiter }, state) ??
        Promise.resolve(null),
    });
  }

  private build(tools: ChannelTools): Channel[] {
    const { mail, sms, feishu, dingtalk } = channelSettings(this.runtime.settings);
    const shorten = (link: string) => this.links.shorten(link);
    return [
      ...(dingtalk ? [new DingTalkChannel(new DingTalkApi(dingtalk, tools), tools)] : []),
      ...this.weCom.channels,
      ...(feishu ? [new FeishuChannel(feishu, tools)] : []),
      ...(mail ? [new MailChannel(mail, tools)] : []),
      ...(sms ? [new SmsChannel(sms, tools, shorten)] : []),
    ];
  }
}
