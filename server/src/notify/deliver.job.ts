import { Injectable } from '@nestjs/common';
import type { JobMap } from '@zhiyu/contracts/jobs';
import type { Card } from '@zhiyu/contracts/card';
import { Database } from '../platform/database/database.js';
import { HopelessError } from '../platform/jobs/job-engine.js';
import { OnJob } from '../platform/jobs/on.js';
import { AddressBook, type CardFile } from './address-book.js';
import type { Recipient } from './card-content.js';
import { CardStore, type FoundCard } from './card-store.js';
import { Delivery } from './card.entity.js';
import { type Carried, Channels, inboxChannel } from './channels.js';
import { Deliveries, failureText } from './deliveries.service.js';

/** Carries a card to one person. A failure stands on the delivery, and the job engine tries again. */
@Injectable()
export class DeliverJob {
  constructor(
    private readonly database: Database,
    private readonly store: CardStore,
    private readonly channels: Channels,
    private readonly book: AddressBook,
    private readonly deliveries: Deliveries,
  ) {}

  @OnJob('card.deliver')
  async deliver({ deliveryId }: JobMap['card.deliver']): Promise<void> {
    const delivery = await this.database.read(Delivery).findOneBy({ id: deliveryId });
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

  private found(delivery: Delivery): Promise<FoundCard | null> {
    return this.store.find(this.database.dataSource.manager, { id: delivery.cardId });
  }

  private async carriedOf(delivery: Delivery, card: Card): Promise<Carried> {
    const { recipientKind: kind, recipientId: id, channel } = delivery;
    const there = delivery.state === 'delivered';
    if (channel === inboxChannel || !this.channels.has(channel)) {
      return { delivery, there, way: { channel, address: id }, token: null, files: [] };
    }
    const recipient: Recipient = { kind, id };
    const ways = await this.book.waysTo(recipient);
    const way = ways.find((one) => one.channel === channel);
    if (!way) {
      throw new HopelessError('这个人在那里没有地址了');
    }
    const token = await this.book.tokenOf(recipient);
    return { delivery, there, way, token, files: await this.filesOf(card) };
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
