import type { Card, CardBlock, CardButton } from '@zhiyu/contracts/card';
import type { Capabilities } from './channel.js';
import { blockLine, cardWords, wideSpace } from './card-words.js';

const lengthOf = (text: string) => [...text].length;

function cut(text: string, length: number): string {
  const letters = [...text];
  return letters.length <= length ? text : `${letters.slice(0, Math.max(0, length - 1)).join('')}…`;
}

/** The inbox at this card, with all its buttons. */
function pageOfCard(cardId: string): string {
  return `#/pages/inbox/index?card=${cardId}`;
}

/** A button that asks for words opens the page where the channel can take none. */
function withoutWords(button: CardButton, page: string): CardButton {
  const ask = button.ask;
  if (!ask?.freeText) {
    return button;
  }
  if (ask.options.length === 0) {
    const { ask: _ask, ...plain } = button;
    return { ...plain, href: page };
  }
  return { ...button, ask: { ...ask, freeText: false } };
}

/**
 * Keeps the primary button and puts what has no room behind one link. Buttons that weigh the same stay together:
 * either all of them have room or all are behind the link, so that no decision is nearer than another.
 */
function fewer(buttons: CardButton[], room: number, link: CardButton): CardButton[] {
  if (buttons.length <= room) {
    return buttons;
  }
  if (room === 0) {
    return [];
  }
  let left = room - 1;
  const kept = new Set<CardButton>();
  for (const style of ['primary', 'plain', 'quiet'] as const) {
    const group = buttons.filter((button) => button.style === style);
    if (group.length > left) {
      break;
    }
    group.forEach((button) => kept.add(button));
    left -= group.length;
  }
  return [...buttons.filter((button) => kept.has(button)), link];
}

function drawn(card: Card, picture: boolean): CardBlock[] {
  return card.blocks.map((block) =>
    (block.type === 'score' || block.type === 'chart') && !picture
      ? { type: 'text', text: blockLine(block, card.locale) }
      : block,
  );
}

function headLength(card: Card): number {
  const { figure } = card;
  const figures = figure ? [figure.value, figure.error, figure.note] : [];
  return [card.eyebrow, card.title, card.footnote, ...figures].reduce(
    (sum, text) => sum + lengthOf(text),
    0,
  );
}

/** Leaves out the least important first: quotes, charts, then facts, texts and scores from the end; a record stays. */
function shorter(blocks: CardBlock[], card: Card, room: number): CardBlock[] {
  const kept = [...blocks];
  const total = () => kept.reduce((sum, block) => sum + lengthOf(blockLine(block, card.locale)), 0);
  for (const type of ['quote', 'chart', 'fact', 'text', 'score'] as const) {
    for (let at = kept.length - 1; at >= 0 && total() > room; at--) {
      if (kept[at]?.type === type) {
        kept.splice(at, 1);
      }
    }
  }
  return kept;
}

function within(card: Card, limit: number): Card {
  if (
    headLength(card) +
      card.blocks.reduce((sum, block) => sum + lengthOf(blockLine(block, card.locale)), 0) <=
    limit
  ) {
    return card;
  }
  const bare = headLength(card) > limit / 2 ? { ...card, eyebrow: '', footnote: '' } : card;
  const short = { ...bare, title: cut(bare.title, Math.floor(limit / 2)) };
  return { ...short, blocks: shorter(card.blocks, card, limit - headLength(short)) };
}

/**
 * The card as a channel with these capabilities can show it; id, version, state and what it turned into stay.
 * @param page where the card stands with all its buttons; it holds the card's id, so that no decision is lost
 */
export function degrade(card: Card, capabilities: Capabilities, page = pageOfCard(card.id)): Card {
  const { buttons: room, freeText, picture, textLength } = capabilities;
  const label = cardWords[card.locale].otherWays;
  const link: CardButton = { action: 'open', label, style: 'quiet', href: page };
  const spoken = freeText ? card.buttons : card.buttons.map((button) => withoutWords(button, page));
  const buttons = fewer(spoken, room, link);
  return within({ ...card, blocks: drawn(card, picture), buttons }, textLength);
}

function figureLine(card: Card): string {
  const { figure } = card;
  const number = figure ? [figure.value, figure.error].filter((part) => part !== '').join(' ') : '';
  return figure ? [number, figure.note].join(wideSpace) : '';
}

/**
 * The card as plain text with the link to its page: for a way that knows no cards.
 * @param limit characters at most; lines in the middle go first, the title, what happened and the link stay
 */
export function asText(card: Card, link: string, limit = Number.POSITIVE_INFINITY): string {
  const address = link.includes(card.id)
    ? link
    : `${link}${link.includes('?') ? '&' : '?'}card=${card.id}`;
  const labels = card.buttons
    .filter((button) => button.href === undefined)
    .map((button) => button.label);
  const last = `${labels.length > 0 ? labels.join(' / ') : cardWords[card.locale].open}：${address}`;
  const record = card.blocks.filter((block) => block.type === 'record');
  const others = card.blocks.filter((block) => block.type !== 'record');
  const lineOf = (block: CardBlock) => blockLine(block, card.locale);
  const ends = [...record.map(lineOf), last];
  const lines = [card.eyebrow, card.title, figureLine(card), ...others.map(lineOf)].filter(
    (line) => line !== '',
  );
  const footnote = card.footnote === '' ? [] : [card.footnote];
  const whole = [...lines, ...footnote, ...ends].join('\n');
  if (lengthOf(whole) <= limit) {
    return whole;
  }
  const room = limit - lengthOf(ends.join('\n')) - 1;
  const kept: string[] = [];
  for (const line of [
    card.title,
    ...lines.filter((one) => one !== card.title && one !== card.eyebrow),
  ]) {
    if (lengthOf([...kept, line].join('\n')) > room) {
      break;
    }
    kept.push(line);
  }
  return [...(kept.length > 0 ? kept : [cut(card.title, Math.max(1, room))]), ...ends].join('\n');
}
