import { Injectable } from '@nestjs/common';
import type { CardKind } from '@zhiyu/contracts/card';
import type { Tx } from '../platform/database/database.js';
import { newId } from '../platform/time/ids.js';
import { In, Not } from 'typeorm';
import type { Way } from './address-book.js';
import { CardRow, Delivery } from './card.entity.js';
import { CandidateAddress } from './channel.entity.js';

const failureLength = 200;
/** Cards that a candidate has to have; the rest he finds on his page. */
const awaited: CardKind[] = ['invitation', 'result', 'thanks'];
/** A conversation has room for few messages. */
const awaitedAtMost = 2;

/** A reason as it stands in a row: short, whole letters. */
export function failureText(reason: string): string {
  return [...reason].slice(0, failureLength).join('');
}

/** What becomes of a card on its way outside the web inbox. */
@Injectable()
export class Deliveries {
  /** This way is given up: it stands in the timeline with its reason, and for a candidate the next way is tried. */
  async giveUp(tx: Tx, delivery: Delivery, reason: string): Promise<void> {
    const { id, cardId, channel, companyId, recipientKind, recipientId, turn } = delivery;
    const failure = failureText(reason);
    const result = await tx.manager.update(
      Delivery,
      { id, state: Not('refused') },
      { state: 'refused', failure },
    );
    if (result.affected !== 1) {
      return;
    }
    const card = await tx.manager.findOneBy(CardRow, { id: cardId });
    const about = card?.applicationId ? { applicationId: card.applicationId } : {};
    tx.emit('CardNotDelivered', companyId, { cardId, channel, reason: failure, ...about });
    if (recipientKind === 'candidate' && turn !== null) {
      const next = { cardId, recipientKind, recipientId, turn: turn + 1, late: false };
      const key = `card.reach:${cardId}:${recipientId}:${turn + 1}`;
      tx.enqueue('card.reach', next, { key });
    }
  }

  /** It has arrived, as far as the channel says. */
  async arrived(tx: Tx, delivery: Delivery, externalId: string | null): Promise<boolean> {
    const { id, cardId, channel, companyId, state } = delivery;
    const change = { state: 'delivered' as const, failure: '', deliveredAt: tx.now, externalId };
    const result = await tx.manager.update(Delivery, { id, state }, change);
    if (result.affected !== 1) {
      return false;
    }
    const card = await tx.manager.findOneBy(CardRow, { id: cardId });
    const about = card?.applicationId ? { applicationId: card.applicationId } : {};
    tx.emit('CardDelivered', companyId, { cardId, channel, ...about });
    return true;
  }

  /**
   * A candidate speaks in a chat. What waits for him and has reached him nowhere comes there now: an invitation that
   * was written before he came in, or while the chat let nobody write to him.
   */
  async cameIn(tx: Tx, { channel, address }: Way): Promise<void> {
    const asker = await tx.manager.findOne(CandidateAddress, {
      where: { channel, address },
      order: { createdAt: 'DESC' },
    });
    if (!asker) {
      return;
    }
    const { applicationId } = asker;
    const cards = await tx.manager.find(CardRow, {
      where: { applicationId, kind: In(awaited), state: 'open' },
      order: { createdAt: 'DESC' },
      take: awaitedAtMost,
    });
    for (const card of cards.reverse()) {
      await this.comeTo(tx, card, { channel, applicationId });
    }
  }

  private async comeTo(
    tx: Tx,
    { id: cardId, companyId }: CardRow,
    { channel, applicationId: recipientId }: { channel: string; applicationId: string },
  ): Promise<void> {
    const recipient = { cardId, recipientKind: 'candidate' as const, recipientId };
    const all = await tx.manager.findBy(Delivery, recipient);
    const outside = all.filter(({ turn }) => turn !== null);
    if (all.length === 0 || outside.some(({ state }) => state !== 'refused')) {
      return; // not his, or on its way
    }
    const before = outside.find((one) => one.channel === channel);
    const id = before?.id ?? newId(tx.now);
    if (before) {
      await tx.manager.update(Delivery, { id }, { state: 'queued', failure: '' });
    } else {
      await tx.manager.insert(Delivery, {
        ...{ id, companyId, ...recipient, channel, turn: outside.length, state: 'queued' },
        ...{ failure: '', read: false, createdAt: tx.now, deliveredAt: null },
      });
    }
    tx.enqueue('card.deliver', { deliveryId: id }, { key: `card.deliver:${id}:${tx.now}` });
  }
}
