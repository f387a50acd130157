import type { Card, CardBlock, CardButton } from '@zhiyu/contracts/card';
import type { Drawing, DrawnPart, Loss } from '@zhiyu/contracts/gallery';
import { blockLine, scoreLine } from './card-words.js';
import type { Capabilities } from './channel.js';

const oneSpace = (text: string) => text.replace(/\s+/g, ' ').trim();
const bar = '▇';

function textOfHtml(html: string): string {
  const body = html.replace(/<style>.*?<\/style>/gs, '').replace(/<[^>]*>/g, '\n');
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
  return body
    .replace(/&(lt|gt|quot|#39|nbsp);/g, (whole, name: string) => entities[name] ?? whole)
    .replaceAll('&amp;', '&');
}

function textOfPart(part: DrawnPart): string {
  switch (part.type) {
    case 'html':
      return textOfHtml(part.html);
    case 'row':
      return `${part.name} ${part.value}`;
    case 'choice':
      return [part.label, ...part.options].join('\n');
    default:
      return part.text;
  }
}

/** A line of the card and its pieces, which a channel may put in different places. */
interface Line {
  text: string;
  pieces: string[];
}

function piecesOf(block: CardBlock, card: Card): string[] {
  switch (block.type) {
    case 'text':
      return [block.text];
    case 'chart':
      return [blockLine(block, card.locale)];
    case 'fact':
      return [block.label, block.value];
    case 'score':
      return [block.label, scoreLine(block, card.locale).slice(block.label.length + 1)];
    case 'quote':
      return [block.text, block.note];
    case 'record':
      return [block.title, block.detail];
  }
}

function linesOf(card: Card): Line[] {
  const { figure } = card;
  const own = [card.eyebrow, card.title, card.footnote].map((text) => ({ text, pieces: [text] }));
  const number = figure ? [figure.value, figure.error, figure.note] : [];
  const blocks = card.blocks.map((block) => ({
    text: blockLine(block, card.locale),
    pieces: piecesOf(block, card),
  }));
  return [...own, { text: number.join(' ').trim(), pieces: number }, ...blocks];
}

/** Whether the drawing shows a beginning of the piece and says that something is left out. */
function isCut(piece: string, shown: string): boolean {
  const letters = [...piece];
  return letters.some((_, at) => at > 0 && shown.includes(`${letters.slice(0, at).join('')}…`));
}

function textLosses(card: Card, shown: string): Loss[] {
  return linesOf(card).flatMap(({ text, pieces }) => {
    const missing = pieces.map(oneSpace).filter((piece) => !shown.includes(piece));
    return missing.length === 0
      ? []
      : [{ type: 'text' as const, text, cut: isPartly(pieces, missing, shown) }];
  });
}

function isPartly(pieces: string[], missing: string[], shown: string): boolean {
  return missing.length < pieces.length || missing.some((piece) => isCut(piece, shown));
}

function buttonLoss(button: CardButton, parts: DrawnPart[], shown: string): Loss[] {
  const { label, href } = button;
  const buttons = parts.filter((part) => part.type === 'button');
  const names = (text: string) => text.startsWith(label) || isCut(label, text);
  const asButton = buttons.filter(({ text }) => names(text));
  const inList = parts.some((part) => part.type === 'choice' && part.options.some(names));
  if (asButton.length === 0 && !inList && !shown.includes(oneSpace(label))) {
    return [{ type: 'button', label }];
  }
  const pressed = inList || asButton.some(({ presses }) => presses);
  return href === undefined && !pressed ? [{ type: 'press', label }] : [];
}

/**
 * What somebody does not see or cannot do of a card in a channel: found by comparing the whole card with what the
 * channel's renderer made of it.
 */
export function lossesOf(card: Card, capabilities: Capabilities, { parts }: Drawing): Loss[] {
  const shown = oneSpace(parts.map(textOfPart).join('\n'));
  const asksWords = card.buttons.some(({ ask }) => ask?.freeText);
  const scores = card.blocks.some((block) => block.type === 'score' && block.value !== null);
  const bars = shown.includes(bar) || parts.some(({ type }) => type === 'html');
  return [
    ...textLosses(card, shown),
    ...card.buttons.flatMap((button) => buttonLoss(button, parts, shown)),
    ...(asksWords && !capabilities.freeText ? [{ type: 'words' as const }] : []),
    ...(scores && !bars ? [{ type: 'bars' as const }] : []),
    ...(capabilities.updateInPlace ? [] : [{ type: 'change' as const }]),
  ];
}
