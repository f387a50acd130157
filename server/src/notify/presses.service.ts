import { Injectable } from '@nestjs/common';
import type { Card, CardAction, PressResult } from '@zhiyu/contracts/card';
import { AppError } from '@zhiyu/contracts/errors';
import type { EntityManager } from 'typeorm';
import { Database, isDuplicate, type Tx } from '../platform/database/database.js';
import { CardActions, type PressOutcome } from './card-actions.js';
import { contentOf, nextVersion, type StoredCard } from './card-content.js';
import { CardStore, type LoadedCard } from './card-store.js';
import { type CardRow, Delivery, Press } from './card.entity.js';
import { Channels } from './channels.js';
import { lateSentence } from './late-press.js';

/** What a button asks must be answered: one of its options, or words where it has none. */
function checkAnswer(card: Card, action: CardAction): void {
  const button = card.buttons.find((one) => one.action === action.action);
  const ask = button?.ask;
  if (!ask) {
    return;
  }
  const { value, text } = action;
  if (ask.options.length > 0 && !ask.options.some((option) => option.value === value)) {
    // A chat may have one list for all buttons, so it is said which reasons are this one's.
    const either = new Intl.ListFormat(card.locale, { type: 'disjunction' });
    const reasons = either.format(ask.options.map(({ label }) => label));
    const fields = [{ path: 'value', message: ask.label }];
    throw new AppError('reasonUnfit', { button: button.label, reasons }, fields);
  }
  const written = ask.freeText && text !== null && text.trim() !== '';
  if (ask.options.length === 0 && !written) {
    throw new AppError('invalidInput', {}, [{ path: 'text', message: ask.label }]);
  }
}

function canStillBePressed(stored: StoredCard, action: CardAction, seenVersion: number): boolean {
  const offered = stored.card.buttons.some(
    (button) => button.action === action.action && button.href === undefined,
  );
  return stored.card.state === 'open' && seenVersion >= stored.stateVersion && offered;
}

/** What was asked for, to be compared with a redelivery. */
function askedOf({ action, value, text }: CardAction): string {
  return JSON.stringify([action, value, text]);
}

/** Presses (点按): stored with their answer, so that a redelivery gets the same one and has no second effect. */
@Injectable()
export class Presses {
  constructor(
    private readonly database: Database,
    private readonly store: CardStore,
    private readonly actions: CardActions,
    private readonly channels: Channels,
  ) {}

  async take(action: CardAction, seenVersion: number): Promise<PressResult> {
    const manager = this.database.dataSource.manager;
    const before = await this.before(manager, action);
    if (before) {
      return before;
    }
    try {
      return await this.database.transaction((tx) => this.once(tx, action, seenVersion));
    } catch (error) {
      if (!isDuplicate(error)) {
        throw error;
      }
      // The same event at the same time: this one is undone and gives the answer of the one that was kept. Asked
      // for in a transaction, because the other may still wait for the commit that both share.
      const stored = await this.database.transaction((tx) => this.before(tx.manager, action));
      if (!stored) {
        throw error;
      }
      return stored;
    }
  }

  private async once(tx: Tx, action: CardAction, seenVersion: number): Promise<PressResult> {
    // First of all statements: what is read after it is the newest.
    const row = await this.store.lock(tx, { id: action.cardId });
    const stored = row ? await this.store.open(tx.manager, row) : null;
    if (!row || !stored) {
      throw new AppError('notFound');
    }
    await this.mayPress(tx, action);
    const result = canStillBePressed(stored, action, seenVersion)
      ? await this.effect(tx, { row, stored }, action)
      : { effective: false, message: lateSentence(stored, action, tx.now), card: stored.card };
    await this.keep(tx, row, action, result);
    return result;
  }

  /** The answer of the first delivery of this event; under it another card, person or choice is refused. */
  private async before(manager: EntityManager, action: CardAction): Promise<PressResult | null> {
    const { source, eventId } = action;
    const press = await manager.findOneBy(Press, { source, eventId });
    if (!press) {
      return null;
    }
    const same =
      press.cardId === action.cardId &&
      press.actorKind === action.actor.kind &&
      press.actorId === action.actor.id;
    const kept = same ? await this.store.openAnswer(manager, press) : null;
    if (same && !kept) {
      throw new AppError('notFound');
    }
    if (kept?.asked !== askedOf(action)) {
      throw new AppError('idempotencyKeyReused');
    }
    return kept.answer;
  }

  /** Who has the card may press it, and has seen it. */
  private async mayPress(tx: Tx, action: CardAction): Promise<void> {
    const { cardId, actor } = action;
    const where = { cardId, recipientKind: actor.kind, recipientId: actor.id };
    const { affected } = await tx.manager.update(Delivery, where, { read: true });
    if (!affected) {
      throw new AppError('notAllowed');
    }
  }

  private async effect(tx: Tx, loaded: LoadedCard, action: CardAction): Promise<PressResult> {
    const { row, stored } = loaded;
    checkAnswer(stored.card, action);
    const outcome = await this.actions.handler(row.kind)(tx, { card: stored.card, row, action });
    const { effective, message } = outcome;
    return { effective, message, card: await this.apply(tx, loaded, outcome, action) };
  }

  private async apply(
    tx: Tx,
    loaded: LoadedCard,
    outcome: PressOutcome,
    action: CardAction,
  ): Promise<Card> {
    const { row, stored } = loaded;
    const { content, state } = outcome;
    const same =
      state === stored.card.state &&
      JSON.stringify(content) === JSON.stringify(contentOf(stored.card));
    if (same) {
      return stored.card;
    }
    const next = nextVersion(
      stored,
      { content, state },
      tx.now,
      outcome.effective ? action.actor : null,
    );
    await this.store.write(tx, row, next);
    await this.channels.redraw(tx, row.id, next.card.version);
    return next.card;
  }

  private async keep(tx: Tx, row: CardRow, action: CardAction, result: PressResult): Promise<void> {
    const { cardId, source, eventId, actor } = action;
    const kept = { asked: askedOf(action), answer: result };
    const answer = await this.store.sealAnswer(tx, row, action, kept);
    await tx.manager.insert(Press, {
      ...{ source, eventId, cardId, companyId: row.companyId, action: action.action },
      ...{ actorKind: actor.kind, actorId: actor.id, effective: result.effective, at: tx.now },
      answer,
    });
    tx.emit('CardActioned', row.companyId, {
      ...{ cardId, action: action.action, effective: result.effective },
      ...(row.applicationId === null ? {} : { applicationId: row.applicationId }),
    });
  }
}
