import type { Card } from '@zhiyu/contracts/card';
import { type CardWording, worded } from './texts/wording.js';

/** What a template makes: a card without its identity and its state. */
export type CardContent = Omit<Card, 'id' | 'kind' | 'version' | 'state'>;
export type CardState = Card['state'];

/** Whom a card goes to; a candidate's id is the application's, the recruiting group's is the company's. */
export interface Recipient {
  kind: 'staff' | 'candidate' | 'group';
  id: string;
}

/** What stands sealed in a card's row: the card, and what is needed to answer a press that comes late. */
export interface StoredCard {
  card: Card;
  /** Version since which presses count; presses on an older one have no effect. */
  stateVersion: number;
  stateAt: number;
  /** Whose press changed the state; null when no press did. */
  by: Recipient | null;
  /** Every button the card ever had, by action: to name the one that was pressed too late. */
  labels: Record<string, string>;
  /** The company's words the card was sent with; it keeps them. */
  wording?: CardWording;
}

function labelsOf(content: CardContent): Record<string, string> {
  return Object.fromEntries(content.buttons.map((button) => [button.action, button.label]));
}

/** A new card in its first version. @param of `wording`: the company's words it is sent with */
export function firstVersion(
  of: Pick<Card, 'id' | 'kind'> & Pick<StoredCard, 'wording'>,
  content: CardContent,
  now: number,
): StoredCard {
  const { id, kind, wording } = of;
  const card: Card = { ...worded(content, wording), id, kind, version: 1, state: 'open' };
  const words = wording === undefined ? {} : { wording };
  return { card, stateVersion: 1, stateAt: now, by: null, labels: labelsOf(content), ...words };
}

/** The next version of a card, changed in place. */
export function nextVersion(
  stored: StoredCard,
  change: { content: CardContent; state: CardState },
  now: number,
  by: Recipient | null,
): StoredCard {
  const { id, kind, version, state } = stored.card;
  const content = worded(change.content, stored.wording);
  const card: Card = { ...content, id, kind, version: version + 1, state: change.state };
  const labels = { ...stored.labels, ...labelsOf(change.content) };
  // A change that no press made (a new report) shows other facts: a press on the old ones does not count.
  if (state === change.state && by !== null) {
    return { ...stored, card, labels };
  }
  return { ...stored, card, stateVersion: card.version, stateAt: now, by, labels };
}

/** The content of a card, for a handler that leaves it as it is. */
export function contentOf(card: Card): CardContent {
  const { id: _id, kind: _kind, version: _version, state: _state, ...content } = card;
  return content;
}
