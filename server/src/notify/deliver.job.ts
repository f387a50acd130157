import { Injectable } from '@nestjs/common';
import type { JobMap } from '@zhiyu/contracts/jobs';
import type { Card } from '@zhiyu/contracts/card';
import { LessThan, MoreThan } from 'typeorm';
import { Masks } from '../platform/auth/masks.js';
import { Database } from '../platform/database/database.js';
import { HopelessError } from '../platform/jobs/job-engine.js';
import { OnJob } from '../platform/jobs/on.js';
import { KeptValues } from '../platform/kept-values/kept-values.js';
import { Clock } from '../platform/time/clock.js';
import { AddressBook, type CardFile } from './address-book.js';
import type { Recipient } from './card-content.js';
import { CardStore, type FoundCard } from './card-store.js';
import { Delivery } from './card.entity.js';
import type { Carried } from './carried.js';
import { Channels, inboxChannel } from './channels.js';
import { Deliveries, failureText } from './deliveries.service.js';
import { ChartPictures } from './pictures/chart-pictures.js';

/** A message that failed is tried by one job at a time; a process that died over it keeps the others off so long, seconds. */
const heldSeconds = 60;
/** Failed messages are tried for so long (see reach.job.ts): older ones are nobody's predecessors any more. */
const triedMs = 6 * 60 * 60_000;
/** What one message may hold up the later ones for, where the channel itself works. */
const patienceMs = 10 * 60_000;
const olderAtMost = 50;

/**
 * Carries a card to one person. A failure stands on the delivery, and the job engine tries again. When a channel that
 * was away is back, each person gets the messages in the order in which they were written, whichever job comes first.
 */
@Injectable()
export class DeliverJob {
  constructor(
    private readonly database: Database,
    private readonly store: CardStore,
    private readonly channels: Channels,
    private readonly book: AddressBook,
    private readonly deliveries: Deliveries,
    private readonly kept: KeptValues,
    private readonly masks: Masks,
    private readonly clock: Clock,
    private readonly charts: ChartPictures,
  ) {}

  @OnJob('card.deliver')
  async deliver({ deliveryId }: JobMap['card.deliver']): Promise<void> {
    const delivery = await this.read(deliveryId);
    if (delivery && delivery.state !== 'delivered' && delivery.turn !== null) {
      await this.olderFirst(delivery);
    }
    await this.one(delivery);
  }

  /** @throws what keeps an older message from this person, when it keeps this one as well */
  private async olderFirst(delivery: Delivery): Promise<void> {
    const { id, recipientId, channel } = delivery;
    const since = this.clock.now() - triedMs;
    const older = await this.database.read(Delivery).find({
      where: {
        recipientId,
        channel,
        state: 'failed',
        id: LessThan(id),
        createdAt: MoreThan(since),
      },
      order: { id: 'ASC' },
      take: olderAtMost,
    });
    for (const one of older) {
      try {
        await this.one(one);
      } catch (error) {
        if (this.holdsUp(one, error)) {
          await this.failed(delivery, error);
          throw error;
        }
      }
    }
  }

  private holdsUp({ channel, createdAt }: Delivery, error: unknown): boolean {
    const state = this.channels.health(channel)?.state;
    const away = state === 'failing' || state === 'connecting';
    const young = createdAt > this.clock.now() - patienceMs;
    return !(error instanceof HopelessError) && (away || young);
  }

  private async one(delivery: Delivery | null): Promise<void> {
    if (delivery?.state !== 'failed') {
      await this.carry(delivery);
      return;
    }
    const place = `card.deliver:${delivery.id}`;
    if (!(await this.kept.claim(place, '1', heldSeconds))) {
      throw new Error('another job is carrying this message');
    }
    try {
      await this.carry(await this.read(delivery.id));
    } finally {
      await this.kept.delete(place);
    }
  }

  private async carry(delivery: Delivery | null): Promise<void> {
    const found = delivery ? await this.found(delivery) : null;
    if (!delivery || !found || delivery.state === 'refused') {
      return; // the person was erased meanwhile, or another way was taken: there is nothing to say any more
    }
    try {
      const carried = await this.carriedOf(delivery, found.card);
      const externalId = await this.channels.carry(carried, found.card);
      if (delivery.state !== 'delivered') {
        await this.arrived(carried, found, externalId);
      }
    } catch (error) {
      await this.failed(delivery, error);
      throw error;
    }
  }

  private read(id: string): Promise<Delivery | null> {
    return this.database.read(Delivery).findOneBy({ id });
  }

  /** The card as this recipient may see it: in a chat it cannot be uncovered, so it goes out covered. */
  private async found(delivery: Delivery): Promise<FoundCard | null> {
    const { manager } = this.database.dataSource;
    const found = await this.store.find(manager, { id: delivery.cardId });
    if (!found || delivery.recipientKind === 'candidate' || delivery.channel === inboxChannel) {
      return found;
    }
    const { row, card } = found;
    return { row, card: await this.masks.coverCard(row.companyId, row.applicationId, card) };
  }

  private async carriedOf(delivery: Delivery, card: Card): Promise<Carried> {
    const { recipientKind: kind, recipientId: id, channel } = delivery;
    const there = delivery.state === 'delivered';
    if (channel === inboxChannel || !this.channels.has(channel)) {
      const way = { channel, address: id };
      return { delivery, there, way, token: null, files: [], brand: null, chart: null };
    }
    const recipient: Recipient = { kind, id };
    const ways = await this.book.waysTo(recipient);
    const way = ways.find((one) => one.channel === channel);
    if (!way) {
      throw new HopelessError('这个人在那里没有地址了');
    }
    const token = await this.book.tokenOf(recipient);
    const brand = await this.book.brandOf(delivery.companyId);
    const pictured = !there && this.channels.takesCharts(channel);
    const chart = pictured ? await this.charts.of(card) : null;
    return { delivery, there, way, token, brand, chart, files: await this.filesOf(card) };
  }

  private async filesOf(card: Card): Promise<CardFile[]> {
    const hrefs = card.buttons.flatMap(({ href }) => (href?.endsWith('.ics') ? [href] : []));
    const files = await Promise.all(hrefs.map((href) => this.book.fileAt(href)));
    return files.filter((file) => file !== null);
  }

  /** A change that came while the message was under way is shown at once. */
  private async arrived(
    carried: Carried,
    sent: FoundCard,
    externalId: string | null,
  ): Promise<void> {
    const { delivery } = carried;
    const first = await this.database.transaction((tx) =>
      this.deliveries.arrived(tx, delivery, externalId),
    );
    if (!first || delivery.channel === inboxChannel) {
      return;
    }
    const now = await this.found(delivery);
    if (now && now.card.version !== sent.card.version) {
      await this.channels.carry({ ...carried, there: true }, now.card);
    }
  }

  private async failed(delivery: Delivery, error: unknown): Promise<void> {
    if (delivery.state === 'delivered') {
      return;
    }
    const reason = error instanceof Error ? error.message : String(error);
    await this.database.transaction(async (tx) => {
      if (error instanceof HopelessError && delivery.turn !== null) {
        await this.deliveries.giveUp(tx, delivery, reason);
        return;
      }
      const change = { state: 'failed' as const, failure: failureText(reason) };
      const { id, state } = delivery;
      await tx.manager.update(Delivery, { id, state }, change);
    });
  }
}
