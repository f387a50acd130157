import { Injectable } from '@nestjs/common';
import type { Channel, OutgoingCard } from '@zhiyu/bots/channel';
import { ConsoleChannel } from '@zhiyu/bots/console/console.channel';
import { degrade } from '@zhiyu/bots/degrade';
import type { Card } from '@zhiyu/contracts/card';
import type { Tx } from '../platform/database/database.js';
import { HopelessError } from '../platform/jobs/job-engine.js';
import { Runtime } from '../platform/runtime.js';
import { newId } from '../platform/time/ids.js';
import type { Recipient } from './card-content.js';
import { type CardRow, Delivery } from './card.entity.js';

/** The channel whose message is the delivery's row itself. */
const inboxChannel = 'console';

/** The ways to reach people, and which one a delivery takes: the one file that knows the bots. */
@Injectable()
export class Channels {
  private readonly channels: ReadonlyMap<string, Channel>;

  constructor(private readonly runtime: Runtime) {
    const all: Channel[] = [new ConsoleChannel()];
    this.channels = new Map(all.map((channel) => [channel.name, channel]));
  }

  /** Writes the delivery of a card to one person. In the web inbox it has arrived with that: the row is the message. */
  async order(tx: Tx, row: CardRow, recipient: Recipient): Promise<void> {
    const { companyId, id: cardId, applicationId } = row;
    await tx.manager.insert(Delivery, {
      ...{ id: newId(tx.now), companyId, cardId, channel: inboxChannel },
      ...{ recipientKind: recipient.kind, recipientId: recipient.id },
      ...{ state: 'delivered', failure: '', read: false, createdAt: tx.now, deliveredAt: tx.now },
    });
    const about = applicationId === null ? {} : { applicationId };
    tx.emit('CardDelivered', companyId, { cardId, channel: inboxChannel, ...about });
  }

  /** Orders that messages outside the web inbox show the new version; the inbox reads the row. */
  async redraw(tx: Tx, cardId: string, version: number): Promise<void> {
    const others = [...this.channels.values()].filter(
      ({ name, capabilities }) => name !== inboxChannel && capabilities.updateInPlace,
    );
    for (const { name } of others) {
      for (const { id } of await tx.manager.findBy(Delivery, { cardId, channel: name })) {
        tx.enqueue('card.deliver', { deliveryId: id }, { key: `card.deliver:${id}:${version}` });
      }
    }
  }

  /** Carries the card to its person: a new message, or the one that is there brought up to date. */
  async carry(delivery: Delivery, card: Card): Promise<void> {
    const channel = this.channels.get(delivery.channel);
    if (!channel) {
      throw new HopelessError(`the channel ${delivery.channel} is not set up`);
    }
    const link = this.linkTo(delivery);
    const message: OutgoingCard = {
      deliveryId: delivery.id,
      recipient: {
        kind: delivery.recipientKind,
        id: delivery.recipientId,
        address: delivery.recipientId,
      },
      card: degrade(card, channel.capabilities, link),
      link,
    };
    if (delivery.state === 'delivered') {
      await channel.update(message);
    } else {
      await channel.send(message);
    }
  }

  private linkTo(delivery: Delivery): string {
    const page = delivery.recipientKind === 'staff' ? 'chat' : 'inbox';
    return `${this.runtime.publicUrl}/#/pages/${page}/index?card=${delivery.cardId}`;
  }
}
