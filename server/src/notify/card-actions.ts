import { Injectable } from '@nestjs/common';
import type { Card, CardAction, CardKind } from '@zhiyu/contracts/card';
import type { Tx } from '../platform/database/database.js';
import type { CardContent, CardState } from './card-content.js';
import type { CardRow } from './card.entity.js';

/** A press on an open card, as its handler gets it; the card's row is locked until the transaction ends. */
export interface CardPress {
  card: Card;
  row: CardRow;
  action: CardAction;
}

/** What a press led to: the card becomes `content` in `state` for everybody who has it. */
export interface PressOutcome {
  effective: boolean;
  /** One sentence for the person who pressed. */
  message: string;
  content: CardContent;
  state: CardState;
}

/**
 * Runs inside the transaction that stores the press. It may be run again from the start when another writer was
 * in the way, so it changes nothing but rows; it leaves the pressed card itself to its outcome.
 */
export type PressHandler = (tx: Tx, press: CardPress) => Promise<PressOutcome>;

/** Who answers the presses on which kind of card. */
@Injectable()
export class CardActions {
  private readonly handlers = new Map<CardKind, PressHandler>();

  on(kind: CardKind, handler: PressHandler): void {
    if (this.handlers.has(kind)) {
      throw new Error(`two handlers for presses on ${kind}`);
    }
    this.handlers.set(kind, handler);
  }

  handler(kind: CardKind): PressHandler {
    const handler = this.handlers.get(kind);
    if (!handler) {
      throw new Error(`no handler for presses on ${kind}`);
    }
    return handler;
  }
}
