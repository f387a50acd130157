import { Injectable } from '@nestjs/common';
import type { EventJob, JobMap } from '@zhiyu/contracts/jobs';
import { In, MoreThan } from 'typeorm';
import { Presence, type Present } from '../platform/auth/presence.js';
import { Database, type Tx } from '../platform/database/database.js';
import { OnEvent, OnJob } from '../platform/jobs/on.js';
import { Runtime } from '../platform/runtime.js';
import { Clock } from '../platform/time/clock.js';
import { newId } from '../platform/time/ids.js';
import { usualZone } from '../platform/time/zones.js';
import { AddressBook, type Way } from './address-book.js';
import type { Recipient } from './card-content.js';
import { CardRow, Delivery, Press } from './card.entity.js';
import { CandidateAddress } from './channel.entity.js';
import { Channels } from './channels.js';
import { Deliveries } from './deliveries.service.js';
import { quietUntil } from './quiet-hours.js';

type Order = JobMap['card.reach'];

const minuteMs = 60_000;
/** Whoever did something here so short a time ago is awake. */
const awakeMs = 10 * minuteMs;
/** A way that has not worked by then is given up: its job has been tried to the end. */
const patienceMs = 15 * minuteMs;
/** When a chat that was away is tried again for the staff, after the tries of the job itself. */
const againMs = [patienceMs, 60 * minuteMs, 240 * minuteMs];
const cardsLookedAt = 20;
/** What can wait for the next working day. */
const workingDaysOnly: readonly string[] = ['promiseDue', 'digest', 'groupResult', 'grade'];

/** The one behind a recipient, as his sessions know him; null for a group. */
function presentOf({ personId }: CardRow, { kind, id }: Recipient): Present | null {
  if (kind === 'group') {
    return null;
  }
  return kind === 'candidate' ? { kind, id: personId } : { kind, id };
}

/**
 * Reaches a person outside the web inbox: staff (and the recruiting group) in every chat they are known in, a
 * candidate by the first way that works. Nobody is woken: the quiet hours and, for reminders of the staff, holidays are waited for.
 */
@Injectable()
export class ReachJob {
  constructor(
    private readonly database: Database,
    private readonly channels: Channels,
    private readonly book: AddressBook,
    private readonly deliveries: Deliveries,
    private readonly clock: Clock,
    private readonly runtime: Runtime,
    private readonly presence: Presence,
  ) {}

  @OnJob('card.reach')
  async reach(order: Order): Promise<void> {
    const row = await this.database.read(CardRow).findOneBy({ id: order.cardId });
    if (row?.state !== 'open') {
      return; // erased, or settled meanwhile: what there is to see stands in the web inbox
    }
    const recipient: Recipient = { kind: order.recipientKind, id: order.recipientId };
    const ways = (await this.book.waysTo(recipient)).filter(({ channel }) =>
      this.channels.has(channel),
    );
    if (ways.length === 0) {
      return;
    }
    const until = await this.waitUntil(row, recipient);
    await this.database.transaction(async (tx) => {
      if (until !== null) {
        const key = `card.reach:${order.cardId}:${order.recipientId}:${order.turn}:${until}`;
        tx.enqueue('card.reach', order, { key, runAt: until });
      } else if (recipient.kind !== 'candidate') {
        await this.everywhere(tx, row, { order, ways });
      } else {
        await this.next(tx, row, { order, ways });
      }
    });
  }

  /** Of an erased person no chat address stays, and nothing of when he was here. */
  @OnEvent('PersonErased', 'notify')
  async erased({ companyId, payload }: EventJob<'PersonErased'>): Promise<void> {
    const { personId } = payload;
    await this.database.read(CandidateAddress).delete({ companyId, personId });
    await this.presence.forget({ kind: 'candidate', id: personId });
  }

  private async everywhere(
    tx: Tx,
    row: CardRow,
    { order, ways }: { order: Order; ways: Way[] },
  ): Promise<void> {
    const { cardId, recipientKind: kind, recipientId: id, turn } = order;
    const recipient = { kind, id };
    const known = await this.known(tx, cardId, recipient);
    const fresh = ways.filter(({ channel }) => !known.some((one) => one.channel === channel));
    for (const { channel } of fresh) {
      const place = ways.findIndex((one) => one.channel === channel);
      await this.insert(tx, row, { recipient, channel, turn: place });
    }
    const failed = known.filter(({ state }) => state === 'failed');
    for (const { id: deliveryId } of failed) {
      tx.enqueue(
        'card.deliver',
        { deliveryId },
        { key: `card.deliver:${deliveryId}:again:${turn}` },
      );
    }
    const wait = againMs[turn];
    if (fresh.length + failed.length > 0 && wait !== undefined) {
      const key = `card.reach:${cardId}:${id}:${turn + 1}:late`;
      const check = { ...order, turn: turn + 1, late: true };
      tx.enqueue('card.reach', check, { key, runAt: tx.now + wait });
    }
  }

  private async next(tx: Tx, row: CardRow, of: { order: Order; ways: Way[] }): Promise<void> {
    const { cardId, recipientKind: kind, recipientId: id, turn, late } = of.order;
    const recipient = { kind, id };
    const known = await this.known(tx, cardId, recipient);
    const before = known.find((delivery) => delivery.turn === turn - 1);
    if (late && before && before.state !== 'delivered' && before.state !== 'refused') {
      // It orders the next way by itself.
      await this.deliveries.giveUp(tx, before, before.failure || '一直没有送出去');
      return;
    }
    const way = of.ways.find(({ channel }) => !known.some((one) => one.channel === channel));
    const done = known.some((one) => one.state === 'delivered' || (one.turn ?? -1) >= turn);
    if (!way || done) {
      return;
    }
    await this.insert(tx, row, { recipient, channel: way.channel, turn });
    const key = `card.reach:${cardId}:${id}:${turn + 1}:late`;
    const check = { ...of.order, turn: turn + 1, late: true };
    tx.enqueue('card.reach', check, { key, runAt: tx.now + patienceMs });
  }

  private async known(tx: Tx, cardId: string, recipient: Recipient): Promise<Delivery[]> {
    const { kind: recipientKind, id: recipientId } = recipient;
    const all = await tx.manager.findBy(Delivery, { cardId, recipientKind, recipientId });
    return all.filter((delivery) => delivery.turn !== null);
  }

  private async insert(
    tx: Tx,
    row: CardRow,
    to: { recipient: Recipient; channel: string; turn: number },
  ): Promise<void> {
    const id = newId(tx.now);
    await tx.manager.insert(Delivery, {
      ...{ id, companyId: row.companyId, cardId: row.id, channel: to.channel, turn: to.turn },
      ...{ recipientKind: to.recipient.kind, recipientId: to.recipient.id, state: 'queued' },
      ...{ failure: '', read: false, createdAt: tx.now, deliveredAt: null },
    });
    tx.enqueue('card.deliver', { deliveryId: id }, { key: `card.deliver:${id}` });
  }

  /** The moment from which he may be written to; null = now. Beside an emulated chat nobody can be woken. */
  private async waitUntil(row: CardRow, recipient: Recipient): Promise<number | null> {
    if (this.runtime.settings.demo.DEMO_MESSAGES) {
      return null;
    }
    const now = this.clock.now();
    const who = presentOf(row, recipient);
    const zone = (who && (await this.presence.zoneOf(who))) ?? usualZone;
    if (workingDaysOnly.includes(row.kind)) {
      const from = await this.book.workingFrom(row.companyId, now);
      if (from > now) {
        return quietUntil(from, zone) ?? from;
      }
    }
    const until = quietUntil(now, zone);
    return until !== null && (await this.isAwake(row, recipient, now)) ? null : until;
  }

  private async isAwake(row: CardRow, recipient: Recipient, now: number): Promise<boolean> {
    const since = now - awakeMs;
    const who = presentOf(row, recipient);
    const acted = who ? await this.presence.actedAt(who) : 0;
    if (Math.max(acted, await this.book.actedAt(recipient)) > since) {
      return true;
    }
    const { kind: recipientKind, id: recipientId } = recipient;
    const newest = await this.database.read(Delivery).find({
      where: { recipientId, recipientKind },
      order: { createdAt: 'DESC' },
      take: cardsLookedAt,
    });
    const cardId = In(newest.map((delivery) => delivery.cardId));
    const pressed = { cardId, actorKind: recipientKind, actorId: recipientId, at: MoreThan(since) };
    return this.database.read(Press).existsBy(pressed);
  }
}
