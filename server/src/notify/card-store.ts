import { Injectable } from '@nestjs/common';
import type { Card, PressResult } from '@zhiyu/contracts/card';
import type { EntityManager } from 'typeorm';
import type { Place } from '../platform/crypto/sealed.js';
import { Vault } from '../platform/crypto/vault.js';
import { Database, type Tx } from '../platform/database/database.js';
import { CardRow, type Press } from './card.entity.js';
import type { StoredCard } from './card-content.js';

export interface FoundCard {
  row: CardRow;
  card: Card;
}

type PressName = Pick<Press, 'source' | 'eventId'>;

/** What stands sealed with a press. */
export interface KeptAnswer {
  asked: string;
  answer: PressResult;
}

export interface LoadedCard {
  row: CardRow;
  stored: StoredCard;
}

const answerOf = (press: PressName): Place => ({
  table: 'press',
  column: 'answer',
  row: `${press.source}:${press.eventId}`,
});
const bodyOf = (cardId: string): Place => ({ table: 'card', column: 'body', row: cardId });

/** Cards as rows: sealed with the key of the person they are about, locked while they change. */
@Injectable()
export class CardStore {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
  ) {}

  async seal(manager: EntityManager, personId: string, stored: StoredCard): Promise<string> {
    const vault = await this.vault.of(personId, manager);
    return vault.seal(bodyOf(stored.card.id), JSON.stringify(stored));
  }

  /** Null where the person was erased. */
  async open(manager: EntityManager, row: CardRow): Promise<StoredCard | null> {
    const vault = await this.vault.of(row.personId, manager);
    const body = vault.open(bodyOf(row.id), row.body);
    return body === null ? null : (JSON.parse(body) as StoredCard);
  }

  async openMany(rows: CardRow[]): Promise<Map<string, Card>> {
    const vaults = await this.vault.ofMany(rows.map((row) => row.personId));
    const cards = new Map<string, Card>();
    for (const row of rows) {
      const body = vaults.get(row.personId)?.open(bodyOf(row.id), row.body) ?? null;
      if (body !== null) {
        cards.set(row.id, (JSON.parse(body) as StoredCard).card);
      }
    }
    return cards;
  }

  async find(
    manager: EntityManager,
    where: { id: string } | { topic: string },
  ): Promise<FoundCard | null> {
    const row = await manager.findOneBy(CardRow, where);
    const stored = row ? await this.open(manager, row) : null;
    return row && stored ? { row, card: stored.card } : null;
  }

  async sealAnswer(tx: Tx, row: CardRow, press: PressName, kept: KeptAnswer): Promise<string> {
    const vault = await this.vault.of(row.personId, tx.manager);
    return vault.seal(answerOf(press), JSON.stringify(kept));
  }

  /** What was answered to a press; null where the person was erased. */
  async openAnswer(manager: EntityManager, press: Press): Promise<KeptAnswer | null> {
    const row = await manager.findOneByOrFail(CardRow, { id: press.cardId });
    const vault = await this.vault.of(row.personId, manager);
    const answer = vault.open(answerOf(press), press.answer);
    return answer === null ? null : (JSON.parse(answer) as KeptAnswer);
  }

  /** The row, to be changed by nobody else until the transaction ends. */
  lock(tx: Tx, where: { id: string } | { topic: string }): Promise<CardRow | null> {
    return tx.manager.findOne(CardRow, { where, lock: { mode: 'pessimistic_write' } });
  }

  /** @throws when the card was changed behind the back of its lock. */
  async write(tx: Tx, row: CardRow, next: StoredCard): Promise<void> {
    const { version, state } = next.card;
    const body = await this.seal(tx.manager, row.personId, next);
    const change = { version, state, body, changedAt: tx.now };
    const result = await tx.manager.update(CardRow, { id: row.id, version: row.version }, change);
    if (result.affected !== 1) {
      throw new Error(`card ${row.id} was changed twice in one transaction`);
    }
  }
}
