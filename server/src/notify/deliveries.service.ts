import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.js';
import { Not } from 'typeorm';
import { CardRow, Delivery } from './card.entity.js';

const failureLength = 200;

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
}
