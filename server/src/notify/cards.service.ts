import { Injectable } from '@nestjs/common';
import type { Locale } from '@zhiyu/contracts/basics';
import type { Card, CardAction, CardKind, Inbox, PressResult } from '@zhiyu/contracts/card';
import { AppError } from '@zhiyu/contracts/errors';
import { type EntityManager, In, Like } from 'typeorm';
import { DataKey } from '../platform/crypto/data-key.entity.js';
import { Database, type Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import {
  type CardContent,
  type CardState,
  firstVersion,
  nextVersion,
  type Recipient,
} from './card-content.js';
import { CardStore, type FoundCard } from './card-store.js';
import { CardRow, Delivery } from './card.entity.js';
import { Channels, inboxChannel } from './channels.js';
import { Presses } from './presses.service.js';
import type { CardWording } from './texts/wording.js';

export interface CardOrder {
  kind: CardKind;
  /** What makes it one card however often it is ordered, at most 120 characters, e.g. approval:<application>:<round>. */
  topic: string;
  companyId: string;
  applicationId: string | null;
  /** Whose key seals the content; the company's id where it is about nobody. */
  personId: string;
  recipients: Recipient[];
  content: CardContent;
  /** The company's own words on it; absent = the built-in ones. */
  wording?: CardWording | undefined;
}

const topicLength = 120;
const inboxLength = 100;

const aboutOf = (row: CardRow) => ({
  cardId: row.id,
  ...(row.applicationId === null ? {} : { applicationId: row.applicationId }),
});

/** Cards: ordered once by topic, delivered to each recipient, changed in place, pressed with one effect. */
@Injectable()
export class Cards {
  constructor(
    private readonly database: Database,
    private readonly store: CardStore,
    private readonly channels: Channels,
    private readonly presses: Presses,
  ) {}

  /**
   * Writes the card and a delivery to each recipient. A second order under the same topic changes nothing in the
   * card and adds the recipients who have not got it.
   * @returns the card's id
   */
  async send(tx: Tx, order: CardOrder): Promise<string> {
    if (order.topic.length > topicLength) {
      throw new Error(`the topic of a card has at most ${topicLength} characters`);
    }
    await this.insert(tx, order);
    const row = await this.store.lock(tx, { topic: order.topic });
    if (!row) {
      throw new Error(`the card ${order.kind} was not written`);
    }
    await this.deliverTo(tx, row, order.recipients);
    return row.id;
  }

  /** Changes the card for everybody who has it. A card of an erased person stays as it is. */
  async change(tx: Tx, cardId: string, content: CardContent, state: CardState): Promise<void> {
    const row = await this.store.lock(tx, { id: cardId });
    if (!row) {
      throw new AppError('notFound');
    }
    const stored = await this.store.open(tx.manager, row);
    if (stored) {
      const next = nextVersion(stored, { content, state }, tx.now, null);
      await this.store.write(tx, row, next);
      await this.channels.redraw(tx, cardId, next.card.version);
      tx.emit('CardChanged', row.companyId, aboutOf(row));
    }
  }

  /**
   * Those about an application that is no more say so from now on, and name nobody: they are sealed with the company's
   * key, and belong to no application.
   */
  async retire(
    tx: Tx,
    applicationId: string,
    contentOf: (locale: Locale) => CardContent,
  ): Promise<void> {
    for (const { id } of await tx.manager.findBy(CardRow, { applicationId })) {
      const row = await this.store.lock(tx, { id });
      const stored = row ? await this.store.open(tx.manager, row) : null;
      if (row && stored) {
        const content = contentOf(stored.card.locale);
        const of = { personId: row.companyId, applicationId: null };
        await tx.manager.update(CardRow, { id }, of);
        const { wording: _wording, ...plain } = { ...stored, labels: {} };
        const next = nextVersion(plain, { content, state: 'done' }, tx.now, null);
        await this.store.write(tx, Object.assign(row, of), next);
        await this.channels.redraw(tx, id, next.card.version);
        tx.emit('CardChanged', row.companyId, { cardId: id });
      }
    }
  }

  /** Whether a card was ordered under one of these topics. */
  sent(tx: Tx, topics: string[]): Promise<boolean> {
    return tx.manager.existsBy(CardRow, { topic: In(topics) });
  }

  /** The language that a card is written in; Chinese where there is no such card any more. */
  async localeOf(cardId: string): Promise<Locale> {
    const found = await this.store.find(this.database.dataSource.manager, { id: cardId });
    return found?.card.locale ?? 'zh';
  }

  /** Null where there is none, or its person was erased. */
  byTopic(manager: EntityManager, topic: string): Promise<FoundCard | null> {
    return this.store.find(manager, { topic });
  }

  /** Those of this kind that are still open, by the beginning of their topic. */
  async openOf(
    manager: EntityManager,
    kind: CardKind,
    of: { companyId: string; begins: string },
  ): Promise<FoundCard[]> {
    const { companyId, begins } = of;
    const where = { companyId, kind, state: 'open' as const, topic: Like(`${begins}%`) };
    const rows = await manager.find(CardRow, { where, order: { id: 'ASC' } });
    const found = await Promise.all(rows.map(({ id }) => this.store.find(manager, { id })));
    return found.filter((one) => one !== null);
  }

  /** The card of this kind about an application that was ordered last. */
  async newestOf(
    manager: EntityManager,
    applicationId: string,
    kind: CardKind,
  ): Promise<FoundCard | null> {
    const where = { applicationId, kind };
    const row = await manager.findOne(CardRow, { where, order: { createdAt: 'DESC', id: 'DESC' } });
    return row ? this.store.find(manager, { id: row.id }) : null;
  }

  find(manager: EntityManager, id: string): Promise<FoundCard | null> {
    return this.store.find(manager, { id });
  }

  /** The last 100 cards of a person, oldest first. */
  async inbox(recipient: Recipient): Promise<Inbox> {
    const deliveries = await this.database.read(Delivery).find({
      where: {
        ...{ recipientId: recipient.id, recipientKind: recipient.kind },
        channel: inboxChannel,
      },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: inboxLength,
    });
    const ids = deliveries.map((delivery) => delivery.cardId);
    const rows = ids.length > 0 ? await this.database.read(CardRow).findBy({ id: In(ids) }) : [];
    const cards = await this.store.openMany(rows);
    const items = deliveries.reverse().flatMap(({ id, cardId, createdAt, read }) => {
      const card = cards.get(cardId);
      return card ? [{ deliveryId: id, at: createdAt, read, card }] : [];
    });
    return { items, unread: items.filter((item) => !item.read).length };
  }

  /** How many cards of that inbox were not seen yet, without opening one. */
  async unread({ kind: recipientKind, id: recipientId }: Recipient): Promise<number> {
    const newest = await this.database.read(Delivery).find({
      select: { cardId: true, read: true },
      where: { recipientId, recipientKind, channel: inboxChannel },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: inboxLength,
    });
    const ids = newest.filter(({ read }) => !read).map(({ cardId }) => cardId);
    if (ids.length === 0) {
      return 0;
    }
    // A card about somebody who was erased is shown to nobody.
    const cards = this.database.read(CardRow).createQueryBuilder('card');
    return cards
      .innerJoin(DataKey, 'key_', 'key_.subjectId = card.personId')
      .where('card.id IN (:...ids)', { ids })
      .getCount();
  }

  /** These cards as they are now, by their ids; those of erased people are left out. */
  opened(rows: CardRow[]): Promise<Map<string, Card>> {
    return this.store.openMany(rows);
  }

  /** The person has seen all that is there now. */
  async seen(recipient: Recipient): Promise<void> {
    await this.database.transaction(async ({ manager }) => {
      await manager.update(
        Delivery,
        { recipientId: recipient.id, recipientKind: recipient.kind, read: false },
        { read: true },
      );
    });
  }

  /**
   * A press on a card: one effect however often it arrives and whoever else presses.
   * @param seenVersion the card as the person saw it
   * @throws notAllowed for somebody the card did not go to, invalidInput where an answer that was asked for is missing
   */
  press(action: CardAction, seenVersion: number): Promise<PressResult> {
    return this.presses.take(action, seenVersion);
  }

  private async insert(tx: Tx, order: CardOrder): Promise<void> {
    const { kind, topic, companyId, applicationId, personId, wording } = order;
    const id = newId(tx.now);
    const body = await this.store.seal(
      tx.manager,
      personId,
      firstVersion({ id, kind, ...(wording ? { wording } : {}) }, order.content, tx.now),
    );
    const row = {
      ...{ id, companyId, kind, topic, applicationId, personId, body },
      ...{ version: 1, state: 'open' as const, createdAt: tx.now, changedAt: tx.now },
    };
    await tx.manager.createQueryBuilder().insert().into(CardRow).values(row).orIgnore().execute();
  }

  private async deliverTo(tx: Tx, row: CardRow, recipients: Recipient[]): Promise<void> {
    const known = await tx.manager.findBy(Delivery, { cardId: row.id });
    const has = new Set(
      known.map((delivery) => `${delivery.recipientKind}:${delivery.recipientId}`),
    );
    for (const recipient of recipients) {
      const name = `${recipient.kind}:${recipient.id}`;
      if (!has.has(name)) {
        has.add(name);
        await this.channels.order(tx, row, recipient);
      }
    }
  }
}
