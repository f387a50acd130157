import type { Card } from '@zhiyu/contracts/card';

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
}

function labelsOf(content: CardContent): Record<string, string> {
  return Object.fromEntries(content.buttons.map((button) => [button.action, button.label]));
}

/** A new card in its first version. */
export function firstVersion(
  of: Pick<Card, 'id' | 'kind'>,
  content: CardContent,
  now: number,
): StoredCard {
  const card: Card = { ...content, id: of.id, kind: of.kind, version: 1, state: 'open' };
  return { card, stateVersion: 1, stateAt: now, by: null, labels: labelsOf(content) };
}

/** The next version of a card, changed in place. */
export function nextVersion(
  stored: StoredCard,
  change: { content: CardContent; state: CardState },
  now: number,
  by: Recipient | null,
): StoredCard {
  const { id, kind, version, state } = stored.card;
  const card: Card = { ...change.content, id, kind, version: version + 1, state: change.state };
  const labels = { ...stored.labels, ...labelsOf(change.content) };
  // A change that no press made (a new report) shows other facts: a press on the old ones does not count.
  if (state === change.state && by !== null) {
    return { ...stored, card, labels };
  }
  return { card, stateVersion: card.version, stateAt: now, by, labels };
}

/** The content of a card, for a handler that leaves it as it is. */
export function contentOf(card: Card): CardContent {
  const { id: _id, kind: _kind, version: _version, state: _state, ...content } = card;
  return content;
}
